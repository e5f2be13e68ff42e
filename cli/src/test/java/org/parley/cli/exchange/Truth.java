package org.parley.cli.exchange;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.exchange.format.Formats;
import org.parley.core.journal.EntryKind;
import org.parley.core.journal.JournalEntry;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.port.Seal;
import org.parley.duties.record.Journal;
import org.parley.duties.record.Trail;
import org.parley.exchange.NodeHome;
import org.parley.formats.exchange.ReceiptReader;
import org.parley.formats.exchange.StatementReader;

/** Compares what two stopped nodes have on disk with what each was promised by the other. */
final class Truth {

  private static final Realm REAL = new Realm.Real();

  private final Path one;
  private final Path other;
  private final List<String> troubles = new ArrayList<>();

  Truth(Path one, Path other) {
    this.one = one;
    this.other = other;
  }

  /**
   * What was acknowledged and lost, what is doubled, what is damaged; nothing where all is well.
   */
  List<String> troubles() {
    try (NodeHome first = open(one);
        NodeHome second = open(other)) {
      once(first);
      once(second);
      kept(first, second);
      kept(second, first);
    }
    return troubles;
  }

  /** The formats of the statements that came to a node, each as often as it was taken in. */
  static List<String> received(Path folder) {
    try (NodeHome home = open(folder)) {
      return home.station()
          .books()
          .look(book ->
              entries(book, EntryKind.STATEMENT_RECEIVED).stream()
                  .map(digest -> book.documents().find(digest).orElseThrow())
                  .map(bytes -> StatementReader.read(bytes).orThrow().heading().format().name())
                  .toList());
    }
  }

  /** Whether a statement was sent from a node. */
  static boolean hasSent(Path folder) {
    return !sentFrom(folder).isEmpty();
  }

  /** The one statement that was sent from a node. */
  static Digest sent(Path folder) {
    return sentFrom(folder).getFirst();
  }

  /** Whether a parcel for the other node waits in a node's outbox. */
  static boolean hasWaiting(Path folder) {
    try (NodeHome home = open(folder)) {
      return home.station()
          .books()
          .look(book -> !book.outbox().due(Instant.now().plus(Duration.ofDays(365)), 1).isEmpty());
    }
  }

  static ConversationId conversation(Path folder, Digest statement) {
    try (NodeHome home = open(folder)) {
      return home.station()
          .books()
          .look(book -> new Trail(book, REAL).conversation(statement).orElseThrow());
    }
  }

  private static List<Digest> sentFrom(Path folder) {
    try (NodeHome home = open(folder)) {
      return home.station().books().look(book -> entries(book, EntryKind.STATEMENT_SENT));
    }
  }

  private static NodeHome open(Path folder) {
    return NodeHome.open(folder, Formats.of(List.of())).orThrow();
  }

  private void once(NodeHome home) {
    for (EntryKind kind : List.of(EntryKind.STATEMENT_RECEIVED, EntryKind.STATEMENT_SENT)) {
      Set<Digest> seen = new HashSet<>();
      home.station()
          .books()
          .look(book -> entries(book, kind))
          .forEach(digest -> {
            if (!seen.add(digest)) {
              troubles.add(home.settings().node() + " has " + digest.brief() + " twice: " + kind);
            }
          });
    }
  }

  private static List<Digest> entries(Book book, EntryKind kind) {
    return LongStream.range(0, book.log().size())
        .mapToObj(index -> JournalEntry.read(book.log().entry(index)).orThrow())
        .filter(entry -> entry.kind() == kind)
        .map(entry -> entry.digests().getFirst())
        .toList();
  }

  /** Each receipt that a node holds of the other must be true of the other's disk. */
  private void kept(NodeHome holder, NodeHome speaker) {
    Seal seal = holder.station().seal();
    List<Receipt> receipts = holder.station().books().look(book -> receipts(book, seal));
    receipts.stream()
        .filter(receipt -> receipt.by().node().equals(speaker.settings().node()))
        .forEach(receipt -> {
          if (!speaker.station().books().look(book -> stands(book, receipt))) {
            troubles.add(
                "%s said that %s is %s, and has it not"
                    .formatted(
                        receipt.by().node(), receipt.statement().brief(), receipt.kind().word()));
          }
        });
  }

  private static List<Receipt> receipts(Book book, Seal seal) {
    Trail trail = new Trail(book, REAL);
    return entries(book, EntryKind.STATEMENT_SENT).stream()
        .flatMap(statement -> trail.of(statement).stream())
        .filter(piece -> piece.kind() == Trail.Kind.RECEIPT)
        .map(piece -> book.documents().find(piece.document()).orElseThrow())
        .map(signed -> seal.claimed(signed).then(ReceiptReader::read).orThrow())
        .toList();
  }

  private static boolean stands(Book book, Receipt receipt) {
    Optional<Octets> statement = book.documents().find(receipt.statement());
    Journal journal = new Journal(book);
    return statement.isPresent()
        && entries(book, EntryKind.STATEMENT_RECEIVED).contains(receipt.statement())
        && receipt
            .proof()
            .logged()
            .map(logged ->
                logged.size() <= book.log().size()
                    && journal.tree(logged.size()).root().equals(logged.root()))
            .orElse(true);
  }
}
