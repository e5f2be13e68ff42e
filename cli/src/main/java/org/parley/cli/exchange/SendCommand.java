package org.parley.cli.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Attachment;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Octets;
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

  @Option(
      names = "--file",
      paramLabel = "PATH",
      description = {
        "A file that goes with it, sealed like it; several with the option several times.",
        "At most 5 MiB each and 20 MiB together. Nobody looks into it: what it says beside its"
            + " content goes along."
      })
  private List<Path> files = List.of();

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
    if (!(read instanceof Checked.Sound<Draft>(Draft written, _))) {
      talk.complain(read.issues());
      return ExitStatus.BAD_INPUT;
    }
    Optional<List<Draft.File>> enclosed = enclosed();
    if (enclosed.isEmpty()) {
      return ExitStatus.NO_INPUT;
    }
    Draft draft = written.with(enclosed.get());
    boolean known = preview(home, draft);
    if (!yes || !known) {
      talk.out().println(known ? "Nothing was sent. To send it: --yes" : "Nothing was sent.");
      talk.out().flush();
      return known ? ExitStatus.OK : ExitStatus.BAD_INPUT;
    }
    return dispatch(home, draft);
  }

  /// What goes with it; empty where one of the files cannot, which is told.
  private Optional<List<Draft.File>> enclosed() {
    List<Draft.File> all = new ArrayList<>();
    boolean sound = true;
    for (Path path : files) {
      Path last = path.getFileName();
      String name = last == null ? "" : last.toString();
      Optional<Octets> bytes = bytes(path);
      sound &= bytes.isPresent();
      if (bytes.isPresent() && !Attachment.isName(name)) {
        talk.complain(
            path + ": give it a plain name, without signs such as : * ? | and not hidden");
        sound = false;
      } else if (bytes.isPresent()) {
        all.add(new Draft.File(name, bytes.get()));
      }
    }
    return sound ? Optional.of(all) : Optional.empty();
  }

  private Optional<Octets> bytes(Path path) {
    try {
      long size = Files.size(path);
      if (Files.isRegularFile(path) && size >= 1 && size <= Attachment.LARGEST) {
        return Optional.of(Octets.of(Files.readAllBytes(path)));
      }
      talk.complain(path + ": a file that goes with a message has 1 byte to 5 MiB");
    } catch (IOException why) {
      talk.complain("cannot read " + path);
    }
    return Optional.empty();
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
    draft
        .rest()
        .files()
        .forEach(file -> talk.out().println("file  " + FilesCommand.line(file.named())));
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
