package org.parley.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.duties.Neighbours.notice;
import static org.parley.duties.Neighbours.send;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.NodeId;
import org.parley.core.exchange.SeriesNumber;
import org.parley.core.handling.Tlp;
import org.parley.core.journal.EntryKind;
import org.parley.core.journal.JournalEntry;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Party;
import org.parley.duties.port.Outbox;
import org.parley.duties.record.Journal;
import org.parley.duties.record.Ledger;
import org.parley.duties.record.Restorations;
import org.parley.duties.witness.AskAgain;

/// A node that came back from a backup gives no number twice, so nobody takes it for one that says
/// two things under one number.
class RestoredNodeTest {

  private static final NodeId TO = new NodeId(new Party("XB"), "csirt");

  private final Neighbours world = new Neighbours();
  private final Station xb = world.station("XB", Tlp.RED);
  private Station xa;

  /// XA says two things and is lost; it comes back as it was before it said them.
  @BeforeEach
  void loseXaAndBringItBack() {
    Station lost = world.station("XA", Tlp.RED);
    send(lost, notice("XA", "XB", Tlp.GREEN, "First"));
    send(lost, notice("XA", "XB", Tlp.GREEN, "Second"));
    world.deliver(lost, xb);
    xa = world.station("XA", Tlp.RED);
  }

  private void note(Duration age) {
    Instant now = xa.now();
    xa.books().change(book -> new Restorations(book).note(now, now.minus(age)));
  }

  private static List<Outbox.Waiting> waiting(Station station) {
    return station.books().look(book -> book.outbox().waitingFor(TO));
  }

  @Test
  void whatItSaysAfterwardsIsTakenIn() {
    note(Duration.ofHours(3));

    ComposeStatement.Composed third = send(xa, notice("XA", "XB", Tlp.GREEN, "Third"));
    world.deliver(xa, xb);

    assertThat(waiting(xa)).isEmpty();
    assertThat(kinds(xb)).doesNotContain(EntryKind.EQUIVOCATION);
    assertThat(third.statement()).isNotNull();
  }

  /// The test can fail: without the note the numbers clash, and XB says so.
  @Test
  void withoutTheNoteItsNumbersWouldClash() {
    send(xa, notice("XA", "XB", Tlp.GREEN, "Third"));
    world.deliver(xa, xb);

    assertThat(waiting(xa)).isNotEmpty();
    assertThat(kinds(xb)).contains(EntryKind.EQUIVOCATION);
  }

  /// A busy office says several things in one minute: its numbers were given twice.
  @Test
  void aBackupThatIsSecondsOldLeavesNoNumberToBeGivenTwice() {
    Station lost = world.station("XA", Tlp.RED);
    List<SeriesNumber> before =
        Stream.of("First", "Second", "Third").map(what -> number(lost, what)).toList();
    xa = world.station("XA", Tlp.RED);
    note(Duration.ofSeconds(20));

    List<SeriesNumber> after =
        Stream.of("Fourth", "Fifth", "Sixth").map(what -> number(xa, what)).toList();

    assertThat(after).doesNotContainAnyElementsOf(before);
  }

  private static SeriesNumber number(Station station, String what) {
    return send(station, notice("XA", "XB", Tlp.GREEN, what)).number();
  }

  @Test
  void theJournalSaysSinceWhenTheNodeIsRestored() {
    note(Duration.ofMinutes(90));
    note(Duration.ofMinutes(10));

    List<Restorations.Restored> noted = xa.books().look(book -> new Restorations(book).all());
    assertThat(noted).hasSize(2);
    assertThat(noted).extracting(Restorations.Restored::skipped).containsExactly(1090L, 1010L);
    assertThat(noted.getLast().size()).isEqualTo(1);
    assertThat(kinds(xa)).containsExactly(EntryKind.RESTORED, EntryKind.RESTORED);
  }

  /// XB said two things to it that it had taken in, and has now lost; the third must not be lost
  /// too.
  @Test
  void whatOthersSayAfterwardsIsTakenInThoughItLostWhatTheySaidBefore() {
    Station before = xa;
    send(xb, notice("XB", "XA", Tlp.GREEN, "One"));
    send(xb, notice("XB", "XA", Tlp.GREEN, "Two"));
    world.deliver(xb, before);
    xa = world.station("XA", Tlp.RED);
    note(Duration.ofHours(3));

    ComposeStatement.Composed third = send(xb, notice("XB", "XA", Tlp.GREEN, "Three"));
    world.deliver(xb, xa);

    assertThat(said(xa)).contains(third.statement());
    List<Outbox.Waiting> left = xb.books().look(book -> book.outbox().waitingFor(xa.node()));
    assertThat(left).isEmpty();

    AskAgain ask = new AskAgain(xa);
    ask.run(Neighbours.REAL);
    world.pass(Duration.ofMinutes(11));
    ask.run(Neighbours.REAL);
    world.deliver(xa, xb);
    assertThat(said(xa)).as("what was lost is asked for, and comes again").hasSize(3);
  }

  private static List<Digest> said(Station station) {
    return station
        .books()
        .look(book -> {
          Ledger ledger = new Ledger(book, station.seat(), Neighbours.REAL);
          return ledger.all().stream()
              .flatMap(id -> ledger.open(id).state().dossiers().keySet().stream())
              .toList();
        });
  }

  private static List<EntryKind> kinds(Station station) {
    return station
        .books()
        .look(book -> {
          Journal journal = new Journal(book);
          return LongStream.range(0, book.log().size())
              .mapToObj(journal::entry)
              .map(entry -> JournalEntry.read(entry).orThrow().kind())
              .toList();
        });
  }
}
