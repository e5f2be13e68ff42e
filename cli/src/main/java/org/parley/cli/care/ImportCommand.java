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

/// Puts an export into an empty node.
@Command(
    name = "import",
    description = {
      "Puts an export into a new folder and, if you say so, an empty database.",
      "Everybody is invited again: passwords and passkeys are not in an export. Settings and keys"
          + " are made anew."
    },
    mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

  @Mixin private final Talk talk = new Talk();

  @Parameters(paramLabel = "EXPORT", description = "The folder that parley export made.")
  private Path export = Path.of("");

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
    RestoreCommand.refuseOtherDatabases(talk, database);
    return Careful.run(
        talk,
        () -> {
          Restore restore = new Restore(folder, database, InstantSource.system());
          RestoreCommand.tell(
              talk,
              folder,
              restore.fromExport(export),
              "Nobody can sign in yet: './parley serve' gives an administrator a link at its start,"
                  + " and the administrator invites the others again.");
          return ExitStatus.OK;
        });
  }
}
