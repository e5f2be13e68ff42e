package org.parley.cli.care;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.cli.care.copy.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Brings a node back from a backup.
@Command(
    name = "restore",
    description = {
      "Brings a node back from a backup, into a new folder and, if you say so, an empty database.",
      "The file is read to its end and compared with its own list before anything is made."
    },
    mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {

  @Mixin private final Talk talk = new Talk();
  @Mixin private final PasswordOption password = new PasswordOption();

  @Parameters(paramLabel = "FILE", description = "What parley backup made.")
  private Path file = Path.of("");

  @Option(
      names = "--data",
      required = true,
      paramLabel = "NEWDIR",
      description = "The folder to make. There is nothing in it yet.")
  private Path folder = Path.of("");

  @Option(
      names = "--database",
      paramLabel = "JDBC-URL",
      description = "An empty PostgreSQL database instead of files in the folder.")
  private Optional<String> database = Optional.empty();

  @Override
  public Integer call() {
    refuseOtherDatabases(talk, database);
    return Careful.run(
        talk,
        () -> {
          Restore restore = new Restore(folder, database, InstantSource.system());
          tell(
              talk,
              folder,
              restore.fromBackup(file, password.toOpen()),
              "Nobody is signed in any more. Whoever lost access since then can sign in again.");
          return ExitStatus.OK;
        });
  }

  static void refuseOtherDatabases(Talk talk, Optional<String> database) {
    if (database.isPresent() && !database.get().startsWith("jdbc:postgresql:")) {
      throw talk.usage("--database: write jdbc:postgresql:…, or leave it out for files of SQLite");
    }
  }

  static void tell(Talk talk, Path folder, Restore.Outcome outcome, String signingIn) {
    talk.out().println("the node is back in " + folder);
    BackupCommand.tell(talk, outcome.manifest());
    talk.out().println("The journal was computed anew and has this root.");
    talk.out().println("What now:");
    talk.out().println("  " + signingIn);
    talk.out()
        .println(
            "  What was done since %s is not here: ask who reported or sent since then."
                .formatted(outcome.manifest().made()));
    talk.out()
        .println(
            "  Numbers of statements and incidents skip %d, so that none is given twice."
                .formatted(outcome.noted().skipped()));
    talk.out()
        .println(
            "  If it exchanges with other nodes: tell them that it came back. They may see that its"
                + " log begins anew at %d entries, and its sealing keys are new."
                    .formatted(outcome.manifest().journal().size()));
  }
}
