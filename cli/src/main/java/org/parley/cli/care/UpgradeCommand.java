package org.parley.cli.care;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.cli.care.copy.Backup;
import org.parley.cli.care.copy.LastBackup;
import org.parley.cli.care.copy.Manifest;
import org.parley.cli.care.copy.NodeFiles;
import org.parley.cli.care.copy.Refusal;
import org.parley.store.Schema;
import org.parley.store.SqlBooks;
import org.parley.store.care.Inspection;
import org.parley.store.care.Refill;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Brings a node's tables to the shape of this program, behind a backup.
@Command(
    name = "upgrade",
    description = {
      "Takes a backup, then brings both databases to the shape of this program.",
      "A newer shape than this program knows is refused and left alone. Where both have the shape"
          + " already, nothing is done."
    },
    mixinStandardHelpOptions = true)
public final class UpgradeCommand implements Callable<Integer> {

  @Mixin private final Talk talk = new Talk();
  @Mixin private final DataOption data = new DataOption();
  @Mixin private final PasswordOption password = new PasswordOption();

  @Option(
      names = "--backup",
      required = true,
      paramLabel = "FILE",
      description = "The backup to take first. Never overwritten.")
  private Path backup = Path.of("");

  @Override
  public Integer call() {
    return Careful.run(talk, this::upgrade);
  }

  private int upgrade() throws IOException, Refusal {
    Optional<NodeFiles> node = data.node(talk);
    if (node.isEmpty()) {
      return ExitStatus.BAD_INPUT;
    }
    boolean behind = false;
    for (Schema schema : List.of(Schema.BOOKS, Schema.PEOPLE)) {
      Optional<Integer> shape = shape(schema, url(node.get(), schema));
      if (shape.isPresent()) {
        schema.refuseNewer(shape.get());
        talk.out().printf("%s: shape %d of %d%n", schema.words(), shape.get(), schema.newest());
        behind |= shape.get() < schema.newest();
      }
    }
    if (!behind) {
      talk.out().println("nothing to do");
      return ExitStatus.OK;
    }
    Instant now = InstantSource.system().instant();
    Backup.Order order = new Backup.Order(node.get(), true, Program.version());
    Manifest taken = Backup.take(order, backup, password.toLock(), now);
    LastBackup.note(node.get(), backup, taken);
    talk.out().println("backed up and read back: " + backup);
    for (Schema schema : List.of(Schema.BOOKS, Schema.PEOPLE)) {
      if (shape(schema, url(node.get(), schema)).isPresent()) {
        Refill.bringUpToDate(schema, url(node.get(), schema));
      }
    }
    // Opening looks at every row and every hash.
    SqlBooks.open(node.get().books()).close();
    talk.out().println("both databases have the shape of this program, and are whole");
    return ExitStatus.OK;
  }

  private static String url(NodeFiles node, Schema schema) {
    return switch (schema) {
      case BOOKS -> node.books();
      case PEOPLE -> node.people();
    };
  }

  private static Optional<Integer> shape(Schema schema, String url) {
    return NodeFiles.isThere(url) ? Inspection.of(schema, url).shape() : Optional.empty();
  }
}
