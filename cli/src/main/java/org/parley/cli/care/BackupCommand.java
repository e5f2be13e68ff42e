package org.parley.cli.care;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.cli.care.copy.Backup;
import org.parley.cli.care.copy.LastBackup;
import org.parley.cli.care.copy.Manifest;
import org.parley.cli.care.copy.NodeFiles;
import org.parley.cli.care.copy.Refusal;
import org.parley.seal.key.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Takes a backup of a node, running or not.
@Command(
    name = "backup",
    description = {
      "Writes a whole node into one file that a password locks, while the node works.",
      "The file is read back before it is called done. It restores into either database and into"
          + " a newer program. Keys of past periods are not in it."
    },
    mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {

  @Mixin private final Talk talk = new Talk();
  @Mixin private final DataOption data = new DataOption();
  @Mixin private final PasswordOption password = new PasswordOption();

  @Option(names = "--to", paramLabel = "FILE", description = "The file to make. Never overwritten.")
  private Optional<Path> to = Optional.empty();

  @Option(
      names = "--check",
      paramLabel = "FILE",
      description =
          "Instead: read a backup to its end, compare it with its own list, put it nowhere.")
  private Optional<Path> check = Optional.empty();

  @Option(
      names = "--without-secret",
      description = "Leave out the file that opens the node's keys; without it they open nothing.")
  private boolean withoutSecret;

  @Override
  public Integer call() {
    if (to.isPresent() == check.isPresent()) {
      throw talk.usage("say either --to FILE or --check FILE");
    }
    return Careful.run(talk, () -> check.isPresent() ? check(check.get()) : take(to.get()));
  }

  private int take(Path file) throws IOException, Refusal {
    Optional<NodeFiles> node = data.node(talk);
    if (node.isEmpty()) {
      return ExitStatus.BAD_INPUT;
    }
    Instant now = InstantSource.system().instant();
    Secret secret = password.toLock();
    Backup.Order order = new Backup.Order(node.get(), !withoutSecret, Program.version());
    Manifest taken = Backup.take(order, file, secret, now);
    LastBackup.note(node.get(), file, taken);
    talk.out().println("backed up and read back: " + file);
    tell(talk, taken);
    return ExitStatus.OK;
  }

  private int check(Path file) throws IOException, Refusal {
    Manifest found = Backup.check(file, password.toOpen());
    talk.out().println("whole and as it was written: " + file);
    tell(talk, found);
    return ExitStatus.OK;
  }

  static void tell(Talk talk, Manifest manifest) {
    long rows = manifest.parts().stream().mapToLong(Manifest.Part::rows).sum();
    talk.out().println("  made     " + manifest.made());
    talk.out().println("  rows     " + rows);
    talk.out().println("  journal  " + manifest.journal().size() + " entries");
    talk.out().println("  root     " + manifest.journal().root().hex());
  }
}
