package org.parley.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.core.exchange.Attachment;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.carriage.Attached;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.attachment.AttachedFiles;
import org.parley.duties.port.Outbox;
import org.parley.duties.post.Packing;
import org.parley.formats.exchange.StatementReader;
import org.parley.formats.exchange.StatementWriter;
import org.parley.formats.exchange.attached.AttachedBytes;

/// Files go with a statement, each in a parcel of its own, and belong to that statement alone.
class FilesOfStatementsTest {

  private final Neighbours neighbours = new Neighbours();
  private final Station xa = neighbours.station("XA", Tlp.RED);
  private final Station xb = neighbours.station("XB", Tlp.AMBER);
  private final Station xc = neighbours.station("XC", Tlp.RED);

  private static Draft with(Draft draft, Draft.File... files) {
    return new Draft(
        draft.subject(),
        draft.addresses(),
        draft.languages(),
        draft.ties(),
        draft.marking(),
        draft.items(),
        new Draft.Rest(Optional.empty(), List.of(files)));
  }

  private static Draft.File file(String name, String text) {
    return new Draft.File(name, Octets.of(text));
  }

  private static Draft notice(Draft.File... files) {
    return with(Neighbours.notice("XA", "XB", Tlp.AMBER, "see the files"), files);
  }

  private static Statement statement(Station at, Digest digest) {
    return at.books()
        .look(book -> StatementReader.read(book.documents().find(digest).orElseThrow()))
        .orThrow();
  }

  private static Optional<Octets> found(Station at, Digest statement, Attachment named) {
    return at.books().look(book -> new AttachedFiles(book, Neighbours.REAL).find(statement, named));
  }

  private static AttachedFiles.Way way(
      Station from, Digest statement, Attachment named, Station to) {
    return from.books()
        .look(book -> new AttachedFiles(book, Neighbours.REAL).way(statement, named, to.node()));
  }

  private static List<Octets> waiting(Station at) {
    return at.books().look(book -> book.outbox().due(Instant.MAX, 100)).stream()
        .map(Outbox.Waiting::parcel)
        .map(Outbox.Parcel::sealed)
        .toList();
  }

  private static List<IssueCode> codes(Checked<?> checked) {
    return checked.issues().stream().map(Issue::code).toList();
  }

  @Test
  void arriveWithTheStatementByteForByte() {
    Digest sent =
        Neighbours.send(xa, notice(file("hosts.txt", "192.0.2.7\n"), file("trace.log", "a\0b")))
            .statement();

    neighbours.deliver(xa, xb);

    List<Attachment> named = statement(xb, sent).rest().attachments();
    assertThat(named).extracting(Attachment::name).containsExactly("hosts.txt", "trace.log");
    assertThat(found(xb, sent, named.getFirst())).contains(Octets.of("192.0.2.7\n"));
    assertThat(found(xb, sent, named.getLast())).contains(Octets.of("a\0b"));
    assertThat(way(xa, sent, named.getLast(), xb)).isEqualTo(AttachedFiles.Way.THERE);
    assertThat(waiting(xa)).isEmpty();
  }

  @Test
  void areReadByTheirSenderToo() {
    Digest sent = Neighbours.send(xa, notice(file("hosts.txt", "192.0.2.7\n"))).statement();

    Attachment named = statement(xa, sent).rest().attachments().getFirst();

    assertThat(found(xa, sent, named)).contains(Octets.of("192.0.2.7\n"));
    assertThat(way(xa, sent, named, xb)).isEqualTo(AttachedFiles.Way.UNDERWAY);
  }

  @Test
  void waitWithTheirSenderUntilTheStatementIsThere() {
    Digest sent = Neighbours.send(xa, notice(file("hosts.txt", "192.0.2.7\n"))).statement();
    List<Octets> parcels = waiting(xa);
    assertThat(parcels).hasSize(2);

    assertThat(codes(neighbours.handIn(xb, parcels.getLast())))
        .containsExactly(IssueCode.ATTACHMENT_EARLY);
    neighbours.handIn(xb, parcels.getFirst()).orThrow();
    neighbours.handIn(xb, parcels.getLast()).orThrow();

    Attachment named = statement(xb, sent).rest().attachments().getFirst();
    assertThat(found(xb, sent, named)).isPresent();
  }

  @Test
  void areThereOnceWhereTheReceiptGotLost() {
    Digest sent = Neighbours.send(xa, notice(file("hosts.txt", "192.0.2.7\n"))).statement();
    neighbours.loseAnswers = true;
    new DispatchParcels(xa, List.of()).run(10);
    neighbours.deliver(xa);
    neighbours.loseAnswers = false;
    neighbours.pass(Duration.ofHours(2));
    neighbours.deliver(xa);

    Attachment named = statement(xb, sent).rest().attachments().getFirst();
    assertThat(found(xb, sent, named)).contains(Octets.of("192.0.2.7\n"));
    assertThat(way(xa, sent, named, xb)).isEqualTo(AttachedFiles.Way.THERE);
    assertThat(waiting(xa)).isEmpty();
  }

  /// The bytes that a statement names are the only ones taken in under it.
  @Test
  void ofOtherBytesThanTheStatementNamesAreRefused() {
    Digest sent = Neighbours.send(xa, notice(file("hosts.txt", "192.0.2.7\n"))).statement();
    neighbours.deliver(xa, xb);

    Octets swapped = smuggle(xa, xb, new Attached(sent, Octets.of("192.0.2.8\n")));
    neighbours.handIn(xb, swapped).orThrow();

    Attachment other = new Attachment("hosts.txt", 10, Octets.of("192.0.2.8\n").digest());
    assertThat(found(xb, sent, other)).isEmpty();
    neighbours.deliver(xa);
    assertThat(way(xa, sent, other, xb)).isEqualTo(AttachedFiles.Way.REFUSED);
  }

  @Test
  void ofAnotherStatesStatementAreRefused() {
    Digest sent = Neighbours.send(xa, notice(file("hosts.txt", "192.0.2.7\n"))).statement();
    neighbours.handIn(xb, waiting(xa).getFirst()).orThrow();

    Octets foreign = smuggle(xc, xb, new Attached(sent, Octets.of("192.0.2.7\n")));
    neighbours.handIn(xb, foreign).orThrow();

    Attachment named = statement(xb, sent).rest().attachments().getFirst();
    assertThat(found(xb, sent, named)).isEmpty();
  }

  /// Who names the digest of something else that lies at the other node gets nothing by it.
  @Test
  void areNotFoundUnderAnotherStatement() {
    Digest first = Neighbours.send(xa, notice(file("hosts.txt", "192.0.2.7\n"))).statement();
    Digest second = Neighbours.send(xa, notice()).statement();
    neighbours.deliver(xa, xb);
    Attachment named = statement(xb, first).rest().attachments().getFirst();

    assertThat(found(xb, second, named)).isEmpty();
    Attachment itself = new Attachment("a", 1, first);
    assertThat(found(xb, first, itself)).isEmpty();
  }

  /// A length that the sender got wrong, or states wrongly, is not what was signed for.
  @Test
  void ofAnotherLengthThanTheStatementNamesAreRefused() {
    Digest composed =
        new ComposeStatement(xa)
            .run(notice(file("hosts.txt", "192.0.2.7\n")), Neighbours.hand("XA"))
            .orThrow()
            .statement();
    Statement written = statement(xa, composed);
    Attachment longer = new Attachment("hosts.txt", 11, Octets.of("192.0.2.7\n").digest());
    Octets lying =
        StatementWriter.write(
            new Statement(
                written.heading(),
                written.route(),
                written.ties(),
                written.marking(),
                written.items(),
                new Statement.Rest(Optional.empty(), List.of(longer), List.of())));
    neighbours.handIn(xb, packed(xa, xb, Enclosed.STATEMENT, lying)).orThrow();

    Attached bytes = new Attached(lying.digest(), Octets.of("192.0.2.7\n"));
    neighbours.handIn(xb, smuggle(xa, xb, bytes)).orThrow();

    assertThat(statement(xb, lying.digest()).rest().attachments()).containsExactly(longer);
    assertThat(found(xb, lying.digest(), longer)).isEmpty();
  }

  @Test
  void needNotGoWhereTheStatementIsRefused() {
    Draft above = with(Neighbours.notice("XA", "XB", Tlp.RED, "above"), file("a.txt", "a"));
    Digest sent = Neighbours.send(xa, above).statement();

    neighbours.deliver(xa, xb);

    Attachment named = statement(xa, sent).rest().attachments().getFirst();
    assertThat(way(xa, sent, named, xb)).isEqualTo(AttachedFiles.Way.REFUSED);
    assertThat(waiting(xa)).isEmpty();
  }

  @Test
  void areRefusedBeforeAnythingIsKeptWhereTheyAreTooLargeOrThereTwice() {
    long seed = 20261122;
    byte[] large = new byte[Attachment.LARGEST + 1];
    new Random(seed).nextBytes(large);
    Draft draft =
        notice(
            new Draft.File("large.bin", Octets.of(large)), file("a.txt", "a"), file("A.TXT", "b"));

    Checked<ComposeStatement.Composed> composed =
        new ComposeStatement(xa).run(draft, Neighbours.hand("XA"));

    assertThat(codes(composed))
        .containsExactly(IssueCode.ATTACHMENT_TOO_LARGE, IssueCode.ATTACHMENT_TWICE);
  }

  @Test
  void ofTheLargestSizeFitIntoAParcel() {
    byte[] large = new byte[Attachment.LARGEST];
    new Random(20261122).nextBytes(large);
    Digest sent =
        Neighbours.send(xa, notice(new Draft.File("large.bin", Octets.of(large)))).statement();

    neighbours.deliver(xa, xb);

    Attachment named = statement(xb, sent).rest().attachments().getFirst();
    assertThat(found(xb, sent, named)).contains(Octets.of(large));
  }

  /// A node that packs what its own duties would not, and what it put into the outbox for it.
  private static Octets smuggle(Station from, Station to, Attached file) {
    return packed(from, to, Enclosed.ATTACHMENT, AttachedBytes.write(file));
  }

  private static Octets packed(Station from, Station to, Enclosed kind, Octets content) {
    return from.books()
        .change(book -> {
          Packing packing = new Packing(from.node(), from.seal(), from.counterparts());
          Octets signed = from.seal().sign(content);
          Digest parcel =
              packing
                  .pack(
                      book,
                      from.counterparts().find(book, to.node()).orElseThrow(),
                      Neighbours.REAL,
                      kind,
                      signed,
                      from.now())
                  .parcel();
          return book.outbox().find(parcel).orElseThrow().parcel().sealed();
        });
  }
}
