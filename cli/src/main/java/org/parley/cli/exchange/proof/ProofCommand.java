package org.parley.cli.exchange.proof;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.cli.exchange.At;
import org.parley.core.directory.NodeId;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.attachment.AttachedFiles;
import org.parley.duties.port.Book;
import org.parley.duties.record.Trail;
import org.parley.exchange.Membership;
import org.parley.exchange.NodeHome;
import org.parley.formats.exchange.ReceiptReader;
import org.parley.formats.exchange.StatementReader;
import org.parley.seal.proof.Proof;
import org.parley.seal.proof.ProofFolder;
import org.parley.seal.proof.Side;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes the proof that a statement was sent and that a counterpart had it.
@Command(
    name = "proof",
    description = {
      "Writes a proof of exchange: plain files, and verify.sh, which checks them with openssl"
          + " alone.",
      "It shows who signed what, with which files, and when it was logged here. It shows nothing"
          + " about whether it is true."
    },
    mixinStandardHelpOptions = true)
public final class ProofCommand implements Callable<Integer> {

  @Mixin private final Talk talk = new Talk();
  @Mixin private final At at = new At();

  @Parameters(paramLabel = "STATEMENT", description = "The first digits of its digest.")
  private String beginning = "";

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "An empty folder.")
  private Path out = Path.of("proof");

  @Option(
      names = "--counterpart",
      paramLabel = "NODE",
      description = "Whose receipts, such as XB/csirt; needed where several have given some.")
  private Optional<String> counterpart = Optional.empty();

  @Option(
      names = "--without-files",
      description = "Leaves out the files that go with the statement; their digests stay in it.")
  private boolean withoutFiles;

  @Override
  public Integer call() {
    return at.run(
        talk,
        home ->
            at.statement(talk, home, beginning)
                .map(statement -> write(home, statement))
                .orElse(ExitStatus.BAD_INPUT));
  }

  private int write(NodeHome home, Digest statement) {
    int asked = new Membership(home).witnesses(at.realm(talk));
    List<Proof> proofs = home.station().books().look(book -> proofs(home, book, statement, asked));
    if (proofs.isEmpty()) {
      talk.complain(
          "there is no receipt about it yet, or receipts of several nodes: name one by"
              + " --counterpart");
      return ExitStatus.BAD_INPUT;
    }
    int status = ExitStatus.OK;
    for (int at = 0; at < proofs.size() && status == ExitStatus.OK; at++) {
      Proof proof = proofs.get(at);
      boolean isFirst = at == 0;
      Path folder = isFirst ? out : out.resolveSibling(out.getFileName() + "-" + (at + 1));
      if (!isFirst) {
        talk.complain(
            "the counterpart has renewed its certificates meanwhile: receipts that the others have"
                + " signed are in "
                + folder);
      }
      Checked<Path> written =
          new ProofFolder(home.station().seal())
              .write(proof, folder)
              .map(done -> isFirst ? takenDown(home, statement, proof, done) : done);
      status =
          At.tell(
              talk,
              written,
              done -> talk.out().println("To check it: sh " + done.resolve("verify.sh")));
    }
    return status;
  }

  /// Beside what is proven, what the other side said outside the network: an officer's word.
  private Path takenDown(NodeHome home, Digest statement, Proof proof, Path folder) {
    home.station()
        .books()
        .look(book -> {
          new TakenDown(home, book, at.realm(talk))
              .write(statement, proof.receiver().node().party(), folder);
          return folder;
        });
    return folder;
  }

  /// One for each of the certificates by which the receiver has signed receipts, the newest first.
  private List<Proof> proofs(NodeHome home, Book book, Digest digest, int asked) {
    List<Trail.Piece> pieces = new Trail(book, at.realm(talk)).of(digest);
    Statement statement =
        StatementReader.read(book.documents().find(digest).orElseThrow()).orThrow();
    boolean ours = statement.route().node().equals(home.settings().node());
    Optional<NodeId> other =
        ours ? receiver(home, book, pieces) : Optional.of(statement.route().node());
    Optional<NodeId> speaker = ours ? other : Optional.of(home.settings().node());
    List<Trail.Piece> receipts =
        pieces.stream()
            .filter(piece -> piece.kind() == Trail.Kind.RECEIPT)
            .filter(piece -> speaker(home, book, piece).equals(speaker))
            .toList();
    Optional<Trail.Piece> signed =
        pieces.stream().filter(piece -> piece.kind() == Trail.Kind.SIGNED).findFirst();
    if (other.isEmpty() || receipts.isEmpty() || signed.isEmpty()) {
      return List.of();
    }
    List<Trail.Piece> placed = ours ? List.of(signed.get()) : receipts;
    ProofParts parts =
        ProofParts.reaching(
            home, book, placed.stream().mapToLong(Trail.Piece::index).max().orElseThrow());
    Side sender = parts.side(statement.route().node(), signed.get());
    int quorum = quorum(asked, parts.witnesses().size());
    List<Octets> files = withoutFiles ? List.of() : files(book, digest, statement);
    return parts.bySide(speaker.orElseThrow(), receipts).entrySet().stream()
        .map(each ->
            new Proof(
                sender,
                parts.document(signed.get(), ours),
                files,
                each.getKey(),
                each.getValue().stream().map(piece -> parts.document(piece, !ours)).toList(),
                parts.witnesses(),
                quorum))
        .toList();
  }

  /// As many as the charter asks for. Where fewer have seen the checkpoint so far, that is told,
  /// and the proof says how many there are: it must not be refused for what may still come.
  private int quorum(int asked, int seen) {
    if (seen < asked) {
      talk.complain(
          seen
              + " nodes have seen the checkpoint so far, and the network's charter asks for "
              + asked
              + ": run the node on, and write the proof again");
    }
    return asked == 0 ? seen : Math.min(asked, seen);
  }

  private List<Octets> files(Book book, Digest digest, Statement statement) {
    AttachedFiles here = new AttachedFiles(book, at.realm(talk));
    return statement.rest().attachments().stream()
        .flatMap(named -> here.find(digest, named).stream())
        .toList();
  }

  private Optional<NodeId> receiver(NodeHome home, Book book, List<Trail.Piece> pieces) {
    List<NodeId> nodes =
        pieces.stream()
            .filter(piece -> piece.kind() == Trail.Kind.RECEIPT)
            .flatMap(piece -> speaker(home, book, piece).stream())
            .filter(node -> !node.equals(home.settings().node()))
            .distinct()
            .toList();
    return counterpart
        .flatMap(NodeId::parse)
        .filter(nodes::contains)
        .or(() -> nodes.size() == 1 ? Optional.of(nodes.getFirst()) : Optional.empty());
  }

  private static Optional<NodeId> speaker(NodeHome home, Book book, Trail.Piece piece) {
    Checked<Receipt> receipt =
        home.station()
            .seal()
            .claimed(book.documents().find(piece.document()).orElseThrow())
            .then(ReceiptReader::read);
    return receipt instanceof Checked.Sound<Receipt>(Receipt said, _)
        ? Optional.of(said.by().node())
        : Optional.empty();
  }
}
