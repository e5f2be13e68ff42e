package org.parley.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.duties.Neighbours.REAL;
import static org.parley.duties.Neighbours.hand;
import static org.parley.duties.Neighbours.notice;
import static org.parley.duties.Neighbours.office;
import static org.parley.duties.Neighbours.send;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.NodeId;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.exchange.ledger.Command;
import org.parley.core.exchange.ledger.Standing;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.journal.EntryKind;
import org.parley.core.journal.JournalEntry;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Courier;
import org.parley.duties.port.Outbox;
import org.parley.duties.post.Counterpart;
import org.parley.duties.post.Packing;
import org.parley.duties.record.Ledger;
import org.parley.duties.record.Trail;

/** Faults that seeds of the simulator have shown, each as the shortest story of it. */
class FaultsFoundTest {

  private static final Duration YEARS = Duration.ofDays(1000);

  private final Neighbours world = new Neighbours();
  private final Station xa = world.station("XA", Tlp.RED);
  private final Station xb = world.station("XB", Tlp.AMBER);

  @Test
  void aReceiptForAReminderDoesNotSayThatTheStatementCame() {
    Digest statement = send(xa, notice("XA", "XB", Tlp.GREEN, "Still on its way")).statement();
    new ActOnStatement(xa)
        .remind(REAL, new Command.Remind(statement, office("XB"), hand("XA")))
        .orThrow();
    Octets reminder = waiting(xa).getLast().parcel().sealed();
    Octets receipt = world.handIn(xb, reminder).orThrow();
    new TakeReceipt(xa).run(xb.node(), receipt);

    assertThat(reached(xa, statement)).contains(Standing.DISPATCHED);
    assertThat(waiting(xa)).as("the statement itself").hasSize(1);
  }

  @Test
  void anActIsToldOnceTheOtherNodeCanBeReachedAgain() {
    Digest statement = send(xa, notice("XA", "XB", Tlp.GREEN, "Read in a dark week")).statement();
    world.deliver(xa, xb);
    world.pass(Duration.ofDays(100));
    new ActOnStatement(xb).open(REAL, statement, hand("XB")).orThrow();
    world.deliver(xa, xb);
    assertThat(reached(xa, statement)).as("no key for now").contains(Standing.DELIVERED);

    world.pass(Duration.ofDays(-90));
    world.deliver(xa, xb);
    world.deliver(xa, xb);

    assertThat(reached(xa, statement)).contains(Standing.OPENED);
    assertThat(entries(xa, EntryKind.RECEIPT_TAKEN)).as("and once").isEqualTo(2);
  }

  @Test
  void theSameStatementUnderAnotherSlipStandsInTheRecordOnce() {
    Digest statement = send(xa, notice("XA", "XB", Tlp.GREEN, "Once is enough")).statement();
    Packing packing = new Packing(xa.node(), xa.seal(), world);
    xa.books()
        .change(book -> {
          Octets signed =
              book.documents()
                  .find(new Trail(book, REAL).of(statement).getFirst().document())
                  .orElseThrow();
          Counterpart to = world.find(book, xb.node()).orElseThrow();
          return packing.pack(book, to, REAL, Enclosed.STATEMENT, signed, xa.now());
        });
    world.deliver(xa, xb);

    assertThat(entries(xb, EntryKind.SLIP_RECEIVED)).isEqualTo(2);
    assertThat(entries(xb, EntryKind.STATEMENT_RECEIVED)).isEqualTo(1);
    assertThat(waiting(xa)).isEmpty();
  }

  @Test
  void aClockThatWasYearsAheadPutsNothingOffAndGivesNothingUp() {
    Digest statement = send(xa, notice("XA", "XB", Tlp.GREEN, "Patience")).statement();
    DispatchParcels dispatch = new DispatchParcels(xa, List.of());
    world.pass(YEARS);
    dispatch.run(10);
    world.pass(YEARS.negated());
    assertThat(reached(xa, statement)).contains(Standing.DISPATCHED);

    world.pass(Duration.ofMinutes(1));
    world.deliver(xa, xb);

    assertThat(reached(xa, statement)).contains(Standing.DELIVERED);
  }

  @Test
  void whatTheOtherNodeCannotOpenAnyMoreIsSealedAnew() {
    Digest statement = send(xa, notice("XA", "XB", Tlp.GREEN, "Keys were lost")).statement();
    Outbox.Parcel before = waiting(xa).getFirst().parcel();
    world.loseKeys(xb);
    assertThat(world.handIn(xb, before.sealed()).issues())
        .extracting(Issue::code)
        .containsExactly(IssueCode.PARCEL_NOT_OPENED);

    world.deliver(xa, xb);

    assertThat(reached(xa, statement)).contains(Standing.DELIVERED);
    boolean same = xb.books().look(book -> book.inbox().bySlip(before.slip()).isPresent());
    assertThat(same).as("under the same slip").isTrue();
  }

  /// A relay passes on no word of what its owner of a mailbox cannot open: the parcel lay there for
  /// a week.
  @Test
  void whatLiesAtARelayForKeysThatWereLostIsSealedAnewAtTheNextTry() {
    send(xa, notice("XA", "XB", Tlp.GREEN, "Left at the relay"));
    List<Octets> left = new ArrayList<>();
    DispatchParcels dispatch = new DispatchParcels(xa, List.of(relay(left)));
    dispatch.run(10);
    world.loseKeys(xb);

    world.pass(Duration.ofHours(7));
    dispatch.run(10);

    assertThat(left).hasSize(2);
    assertThat(world.handIn(xb, left.getFirst()).issues())
        .extracting(Issue::code)
        .containsExactly(IssueCode.PARCEL_NOT_OPENED);
    assertThat(world.handIn(xb, left.getLast())).isInstanceOf(Checked.Sound.class);
  }

  @Test
  void whatCanBeOpenedThereIsNotSealedAnewBeforeAWeekIsOver() {
    send(xa, notice("XA", "XB", Tlp.GREEN, "Left at the relay"));
    List<Octets> left = new ArrayList<>();
    DispatchParcels dispatch = new DispatchParcels(xa, List.of(relay(left)));
    dispatch.run(10);

    world.pass(Duration.ofHours(7));
    dispatch.run(10);

    assertThat(left).hasSize(2);
    assertThat(left.getLast()).isEqualTo(left.getFirst());
  }

  private static Courier relay(List<Octets> left) {
    return new Courier() {
      @Override
      public Grade grade() {
        return Grade.RELAY;
      }

      @Override
      public boolean reaches(NodeId to) {
        return true;
      }

      @Override
      public Carried carry(NodeId to, Octets parcel) {
        left.add(parcel);
        return new Carried.InCustody(Optional.empty());
      }
    };
  }

  private static List<Outbox.Waiting> waiting(Station station) {
    return station
        .books()
        .look(book -> book.outbox().due(station.now().plus(YEARS.multipliedBy(9)), 100));
  }

  private static Optional<Standing> reached(Station station, Digest statement) {
    return station
        .books()
        .look(book ->
            new Ledger(book, station.seat(), REAL)
                .conversationOf(statement)
                .flatMap(opened -> opened.state().account(statement, office("XB")))
                .flatMap(account -> account.reached()));
  }

  private static long entries(Station station, EntryKind kind) {
    return station
        .books()
        .look(book ->
            LongStream.range(0, book.log().size())
                .mapToObj(book.log()::entry)
                .map(bytes -> JournalEntry.read(bytes).orThrow().kind())
                .filter(kind::equals)
                .count());
  }
}
