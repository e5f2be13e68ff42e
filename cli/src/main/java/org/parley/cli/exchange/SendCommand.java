package org.parley.cli.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.issue.Checked;
import org.parley.duties.ComposeStatement;
import org.parley.duties.Draft;
import org.parley.duties.SendStatement;
import org.parley.exchange.NodeHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows who would get a statement, and with `--yes` sends it.
@Command(
    name = "send",
    description = {
      "Reads a filled form and shows who will get it, by office and node.",
      "With --yes it is composed, cleared and put into the outbox; `parley exchange run` carries"
          + " it."
    },
    mixinStandardHelpOptions = true)
final class SendCommand implements Callable<Integer> {

  private static final int LARGEST = 1 << 20;

  @Mixin private final Talk talk = new Talk();
  @Mixin private final At at = new At();

  @Parameters(
      paramLabel = "FILE",
      description = "A form as `parley exchange form` prints it, filled.")
  private Path file = Path.of("draft.yaml");

  @Option(names = "--yes", description = "Send it.")
  private boolean yes;

  @Option(
      names = "--cleared-by",
      paramLabel = "TOKEN",
      description = "The person who clears it, where the node wants a second one.")
  private Optional<String> clearedBy = Optional.empty();

  @Override
  public Integer call() {
    return at.run(talk, this::send);
  }

  private int send(NodeHome home) {
    byte[] bytes;
    try {
      if (Files.size(file) > LARGEST) {
        talk.complain(file + " is too large for a draft");
        return ExitStatus.BAD_INPUT;
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException why) {
      talk.complain("cannot read " + file);
      return ExitStatus.NO_INPUT;
    }
    Checked<Draft> read =
        new DraftFile(
                home.settings().node().party(),
                home.formats(),
                home.station().now(),
                new DraftSeverity(
                    talk.shelf().library(),
                    home.station().chance().draw(Item.SALT_BYTES),
                    LocalDate.ofInstant(home.station().now(), ZoneOffset.UTC)))
            .read(bytes, file.toString());
    if (!(read instanceof Checked.Sound<Draft>(Draft draft, _))) {
      talk.complain(read.issues());
      return ExitStatus.BAD_INPUT;
    }
    boolean known = preview(home, draft);
    if (!yes || !known) {
      talk.out().println(known ? "Nothing was sent. To send it: --yes" : "Nothing was sent.");
      talk.out().flush();
      return known ? ExitStatus.OK : ExitStatus.BAD_INPUT;
    }
    return dispatch(home, draft);
  }

  private boolean preview(NodeHome home, Draft draft) {
    talk.out()
        .println(
            draft.subject().format()
                + "  "
                + draft.marking()
                + "  "
                + draft.subject().realm().word());
    talk.out().println("from  " + draft.addresses().from());
    boolean all = true;
    for (OfficeId office : draft.addresses().to()) {
      all &= line(home, "to    ", office);
    }
    for (OfficeId office : draft.addresses().copy()) {
      all &= line(home, "copy  ", office);
    }
    talk.out().flush();
    return all;
  }

  private boolean line(NodeHome home, String how, OfficeId office) {
    Optional<NodeId> node =
        home.station().books().look(book -> home.directory().nodeOf(book, office));
    talk.out()
        .println(how + office + node.map(at -> "  at " + at).orElse("  is not in the directory"));
    return node.isPresent();
  }

  /// All in one change: where it cannot go, nothing was written.
  private int dispatch(NodeHome home, Draft draft) {
    Hand author = new Hand(draft.addresses().from(), at.person);
    Hand clearing = new Hand(draft.addresses().from(), clearedBy.orElse(at.person));
    Checked<ComposeStatement.Composed> sent =
        new SendStatement(home.station(), home.settings().secondPerson())
            .run(draft, author, clearing);
    if (!(sent
        instanceof Checked.Sound<ComposeStatement.Composed>(ComposeStatement.Composed made, _))) {
      talk.complain(sent.issues());
      return ExitStatus.BAD_INPUT;
    }
    talk.out()
        .println(
            "In the outbox: number " + made.number() + ", conversation " + made.conversation());
    talk.out().println(made.statement());
    talk.out().flush();
    return ExitStatus.OK;
  }
}
