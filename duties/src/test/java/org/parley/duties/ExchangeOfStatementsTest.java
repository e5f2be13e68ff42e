package org.parley.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.duties.Neighbours.REAL;
import static org.parley.duties.Neighbours.hand;
import static org.parley.duties.Neighbours.notice;
import static org.parley.duties.Neighbours.office;
import static org.parley.duties.Neighbours.send;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.ledger.Account;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.exchange.ledger.Standing;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.journal.EntryKind;
import org.parley.core.journal.JournalEntry;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.record.Journal;
import org.parley.duties.record.Ledger;

class ExchangeOfStatementsTest {

  private final Neighbours world = new Neighbours();
  private final Station xa = world.station("XA", Tlp.RED);
  private final Station xb = world.station("XB", Tlp.AMBER);

  @Test
  void aStatementIsDeliveredOpenedAcknowledgedAndAnsweredAndBothLedgersTellSo() {
    ComposeStatement.Composed notice =
        send(xa, notice("XA", "XB", Tlp.AMBER, "Scans against substations"));
    assertThat(standing(xa, notice.statement(), "XB")).contains(Standing.DISPATCHED);

    world.deliver(xa, xb);
    assertThat(standing(xa, notice.statement(), "XB")).contains(Standing.DELIVERED);

    ActOnStatement act = new ActOnStatement(xb);
    act.open(REAL, notice.statement(), hand("XB")).orThrow();
    act.acknowledge(REAL, notice.statement(), hand("XB"), Optional.empty()).orThrow();
    world.deliver(xa, xb);
    assertThat(standing(xa, notice.statement(), "XB")).contains(Standing.ACKNOWLEDGED);

    Ties reply = Ties.NONE.replyingTo(notice.statement(), Ties.Extent.PARTIAL);
    send(
        xb,
        Neighbours.draft(
            Neighbours.REPLY,
            "XB",
            "XA",
            reply,
            Tlp.AMBER,
            "We see the same",
            Optional.of(notice.conversation())));
    world.deliver(xa, xb);
    assertThat(standing(xa, notice.statement(), "XB")).contains(Standing.ANSWERED_PARTLY);
    assertThat(waiting(xa)).isEmpty();
    assertThat(waiting(xb)).isEmpty();
  }

  @Test
  void whereWhatIsWrittenBesideIsRefusedNothingIsSaidOrSent() {
    Issue issue = new Issue(IssueCode.ITEM_WRONG, Place.of("beside"), "no", Optional.empty());

    Checked<Digest> refused =
        new SendStatement(xa, false)
            .run(
                notice("XA", "XB", Tlp.GREEN, "Beside"),
                hand("XA"),
                hand("XA"),
                (book, sent) -> {
                  book.documents().keep(Octets.of("written beside"));
                  return new Checked.Refused<>(List.of(issue));
                });

    assertThat(refused.issues()).containsExactly(issue);
    assertThat(waiting(xa)).isEmpty();
    assertThat(entries(xa)).isEmpty();
    assertThat(
            xa.books()
                .<Boolean>look(book ->
                    book.documents().find(Octets.of("written beside").digest()).isPresent()))
        .isFalse();
  }

  @Test
  void aLostReceiptIsGivenAgainAndTheStatementIsTakenInOnce() {
    ComposeStatement.Composed notice = send(xa, notice("XA", "XB", Tlp.GREEN, "Twice"));
    world.loseAnswers = true;
    world.deliver(xa, xb);
    assertThat(standing(xa, notice.statement(), "XB")).contains(Standing.DISPATCHED);

    world.loseAnswers = false;
    world.pass(Duration.ofHours(2));
    world.deliver(xa, xb);

    assertThat(standing(xa, notice.statement(), "XB")).contains(Standing.DELIVERED);
    assertThat(entries(xb)).filteredOn(kind -> kind == EntryKind.STATEMENT_RECEIVED).hasSize(1);
    assertThat(world.carried).hasSizeGreaterThan(1);
  }

  @Test
  void theSameParcelHandedInAgainGetsTheSameReceipt() {
    send(xa, notice("XA", "XB", Tlp.GREEN, "Replayed"));
    world.deliver(xa, xb);
    Octets parcel = world.carried.getFirst();

    Octets first = world.handIn(xb, parcel).orThrow();
    Octets second = world.handIn(xb, parcel).orThrow();

    assertThat(first).isEqualTo(second);
    assertThat(entries(xb)).filteredOn(kind -> kind == EntryKind.STATEMENT_RECEIVED).hasSize(1);
  }

  @Test
  void aParcelThatWasChangedOnTheWayIsRefusedWithoutAReceipt() {
    send(xa, notice("XA", "XB", Tlp.GREEN, "Changed"));
    world.deliver(xa, xb);
    byte[] bytes = world.carried.getFirst().toArray();
    bytes[bytes.length / 2] ^= 1;

    Checked<Octets> answer = world.handIn(xb, Octets.of(bytes));

    assertThat(answer).isInstanceOf(Checked.Refused.class);
    assertThat(answer.issues())
        .extracting(Issue::code)
        .containsExactly(IssueCode.PARCEL_NOT_OPENED);
  }

  @Test
  void aParcelForSomebodyElseIsRefused() {
    Station xc = world.station("XC", Tlp.RED);
    send(xa, notice("XA", "XB", Tlp.GREEN, "For XB alone"));
    world.deliver(xa);

    assertThat(world.handIn(xc, world.carried.getFirst())).isInstanceOf(Checked.Refused.class);
  }

  @Test
  void aStatementMarkedAboveTheReceiversCeilingIsReceiptedAsRefusedAndNotKept() {
    ComposeStatement.Composed red = send(xa, notice("XA", "XB", Tlp.RED, "Too strict for XB"));
    world.deliver(xa, xb);

    assertThat(standing(xa, red.statement(), "XB")).contains(Standing.UNDELIVERABLE);
    assertThat(waiting(xa)).isEmpty();
    assertThat(xb.books().<Optional<Octets>>look(book -> book.documents().find(red.statement())))
        .isEmpty();
    assertThat(entries(xb)).contains(EntryKind.REFUSAL);
  }

  @Test
  void aStatementOfOursIsComposedAboveNoCeilingOfOurOwn() {
    Checked<ComposeStatement.Composed> refused =
        new ComposeStatement(xb).run(notice("XB", "XA", Tlp.RED, "Above our own"), hand("XB"));

    assertThat(refused.issues())
        .extracting(Issue::code)
        .containsExactly(IssueCode.MARKING_ABOVE_CEILING);
    assertThat(xb.books().<Integer>look(book -> new Ledger(book, xb.seat(), REAL).all().size()))
        .isZero();
  }

  @Test
  void whoCannotBeReachedSecurelyIsNamedAndNothingGoesToAnybody() {
    world.pass(Duration.ofDays(60));
    Draft draft = notice("XA", "XB", Tlp.GREEN, "No key covers today");
    ComposeStatement.Composed composed = new ComposeStatement(xa).run(draft, hand("XA")).orThrow();
    new ClearStatement(xa, false).clear(REAL, composed.statement(), hand("XA")).orThrow();

    Checked<Digest> sent = new DispatchStatement(xa).run(REAL, composed.statement());

    assertThat(sent.issues()).extracting(Issue::code).containsExactly(IssueCode.NO_KEY_FOR_NOW);
    assertThat(waiting(xa)).isEmpty();
  }

  @Test
  void whenTheProposedTimePassesTheLedgerSaysThatNoAnswerIsRecorded() {
    Ties asks = Ties.NONE.proposing(xa.now().plus(Duration.ofHours(48)));
    ComposeStatement.Composed notice =
        send(
            xa,
            Neighbours.draft(
                Neighbours.NOTICE,
                "XA",
                "XB",
                asks,
                Tlp.GREEN,
                "By the day after tomorrow",
                Optional.empty()));
    world.deliver(xa, xb);
    assertThat(new WatchTimes(xa).run(REAL)).isZero();

    world.pass(Duration.ofHours(49));

    assertThat(new WatchTimes(xa).run(REAL)).isEqualTo(1);
    assertThat(new WatchTimes(xa).run(REAL)).isZero();
    assertThat(standing(xa, notice.statement(), "XB")).contains(Standing.PROPOSED_TIME_PASSED);
  }

  @Test
  void whatStillWaitsForWhoWasRemovedIsGivenUpWithTheReason() {
    ComposeStatement.Composed notice = send(xa, notice("XA", "XB", Tlp.GREEN, "Pumps stand still"));
    world.out.add(xb.node());

    world.deliver(xa, xb);

    assertThat(world.carried).isEmpty();
    assertThat(standing(xa, notice.statement(), "XB")).contains(Standing.UNDELIVERABLE);
    assertThat(waiting(xa)).isEmpty();
  }

  @Test
  void whatIsNotDeliveredInThirtyDaysIsGivenUpWithTheReason() {
    ComposeStatement.Composed notice = send(xa, notice("XA", "XB", Tlp.GREEN, "Nobody home"));
    DispatchParcels dispatch = new DispatchParcels(xa, List.of());
    for (int days = 0; days <= 30; days++) {
      for (int hour = 0; hour < 24; hour++) {
        dispatch.run(10);
        world.pass(Duration.ofHours(1));
      }
    }

    assertThat(standing(xa, notice.statement(), "XB")).contains(Standing.UNDELIVERABLE);
    assertThat(waiting(xa)).isEmpty();
  }

  @Test
  void theRootInADeliveredReceiptIsTheReceiversJournalAtThatSize() {
    ComposeStatement.Composed notice = send(xa, notice("XA", "XB", Tlp.GREEN, "Logged"));
    world.deliver(xa, xb);

    long size = xb.books().<Long>look(book -> book.log().size());
    assertThat(size).isGreaterThan(1);
    Digest early = xb.books().look(book -> new Journal(book).tree(2).root());
    assertThat(
            xb.books()
                .<Boolean>look(book ->
                    new Journal(book)
                        .tree()
                        .consistency(2)
                        .shows(early, new Journal(book).tree().root())))
        .isTrue();
    assertThat(standing(xa, notice.statement(), "XB")).contains(Standing.DELIVERED);
  }

  private static Optional<Standing> standing(Station station, Digest statement, String party) {
    return station
        .books()
        .look(book ->
            new Ledger(book, station.seat(), REAL)
                .conversationOf(statement)
                .flatMap(opened -> opened.state().find(statement))
                .flatMap((Dossier dossier) -> dossier.account(office(party)))
                .flatMap(Account::standing));
  }

  private List<?> waiting(Station station) {
    return station
        .books()
        .look(book -> book.outbox().due(station.now().plus(Duration.ofDays(90)), 100));
  }

  private static List<EntryKind> entries(Station station) {
    return station
        .books()
        .look(book ->
            java.util.stream.LongStream.range(0, book.log().size())
                .mapToObj(book.log()::entry)
                .map(bytes -> JournalEntry.read(bytes).orThrow().kind())
                .toList());
  }
}
