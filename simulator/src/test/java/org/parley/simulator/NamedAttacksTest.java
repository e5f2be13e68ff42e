package org.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.simulator.Stage.REAL;
import static org.parley.simulator.Stage.codes;
import static org.parley.simulator.Stage.dossier;
import static org.parley.simulator.Stage.entries;
import static org.parley.simulator.Stage.hand;
import static org.parley.simulator.Stage.policy;
import static org.parley.simulator.Stage.waiting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.exchange.carriage.ResendRequest;
import org.parley.core.exchange.carriage.Slip;
import org.parley.core.exchange.ledger.Standing;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.ActOnStatement;
import org.parley.duties.WatchTimes;
import org.parley.duties.port.Links;
import org.parley.formats.exchange.ResendBytes;
import org.parley.simulator.foe.Forge;
import org.parley.simulator.world.Said;

/** The named attacks on messages, acks and their order, one test each. */
class NamedAttacksTest {

  private final Stage stage = new Stage();

  @AfterEach
  void noInvariantIsBroken() {
    assertThat(stage.findings()).isEmpty();
  }

  @Test
  void replayOfAMessage() {
    stage.send(stage.anna, stage.bert, REAL, Ties.NONE);
    Octets parcel = waiting(stage.anna, stage.bert).getFirst();
    Checked<Octets> first = stage.hand(stage.bert, parcel);
    Checked<Octets> again = stage.hand(stage.bert, parcel);

    assertThat(codes(again)).containsExactly(IssueCode.RECEIVED_BEFORE);
    assertThat(again.orThrow()).isEqualTo(first.orThrow());
    assertThat(entries(stage.bert, EntryKind.STATEMENT_RECEIVED)).isEqualTo(1);
  }

  @Test
  void replayOfAnAck() {
    Said said = stage.deliver(stage.anna, stage.bert);
    acknowledge(said);
    Octets parcel = waiting(stage.bert, stage.anna).getLast();
    stage.bert.dispatch();
    long events = entries(stage.anna, EntryKind.RECEIPT_TAKEN);
    Checked<Octets> again = stage.hand(stage.anna, parcel);

    assertThat(codes(again)).containsExactly(IssueCode.RECEIVED_BEFORE);
    assertThat(entries(stage.anna, EntryKind.RECEIPT_TAKEN)).isEqualTo(events);
  }

  private void acknowledge(Said said) {
    ActOnStatement act = new ActOnStatement(stage.bert.station());
    act.open(REAL, said.digest(), hand(stage.bert, "reader")).orThrow();
    act.acknowledge(REAL, said.digest(), hand(stage.bert, "reader"), Optional.empty()).orThrow();
  }

  @Test
  void ackForgedByAnotherState() {
    Said said = stage.deliver(stage.anna, stage.bert);
    Octets forged =
        stage.forge.receipt(
            Receipt.Kind.ACKNOWLEDGED, said, stage.bert.node(), policy(stage.bert), noSlip());
    Slip inBertsName =
        new Slip(
            new Slip.Journey(stage.bert.node(), stage.anna.node(), REAL),
            1,
            Optional.empty(),
            Enclosed.RECEIPT,
            forged.digest(),
            stage.world.timeline().now());
    Octets parcel = stage.forge.sealed(inBertsName, forged, stage.anna.node()).orElseThrow();

    assertThat(codes(stage.lie(stage.anna, REAL, Enclosed.RECEIPT, forged)))
        .containsExactly(IssueCode.RECEIPT_NOT_ADDRESSEES);
    assertThat(codes(stage.hand(stage.anna, parcel))).contains(IssueCode.SIGNATURE_WRONG);
    assertThat(reached(said)).isEqualTo(Standing.DELIVERED);
  }

  private static Optional<Digest> noSlip() {
    return Optional.empty();
  }

  private Standing reached(Said said) {
    return dossier(stage.anna, said.realm(), said.digest())
        .flatMap(dossier -> dossier.account(said.route().to().getFirst()))
        .flatMap(account -> account.reached())
        .orElseThrow();
  }

  @Test
  void ackForContentNeverShown() {
    Said said = stage.deliver(stage.anna, stage.bert);
    Checked<Digest> unread =
        new ActOnStatement(stage.bert.station())
            .acknowledge(REAL, said.digest(), hand(stage.bert, "reader"), Optional.empty());

    assertThat(codes(unread)).containsExactly(IssueCode.STEP_NOT_ALLOWED);
    assertThat(reached(said)).isEqualTo(Standing.DELIVERED);
  }

  @Test
  void ackForAMessageThatNeverCame() {
    Said said = stage.send(stage.anna, stage.liar, REAL, Ties.NONE);
    Octets forged =
        stage.forge.receipt(
            Receipt.Kind.DELIVERED, said, stage.liar.node(), policy(stage.liar), noSlip());
    stage.lie(stage.anna, REAL, Enclosed.RECEIPT, forged);

    assertThat(reached(said)).isEqualTo(Standing.DISPATCHED);
    assertThat(waiting(stage.anna, stage.liar)).hasSize(1);
  }

  @Test
  void equivocationByTwoTextsUnderOneNumber() {
    Forge.Words words = stage.words(stage.bert, REAL);
    stage.lie(stage.bert, REAL, Enclosed.STATEMENT, stage.signed(words));
    Checked<Octets> second = stage.lie(stage.bert, REAL, Enclosed.STATEMENT, stage.signed(words));

    assertThat(codes(second)).contains(IssueCode.TWO_STATEMENTS_ONE_NUMBER);
    assertThat(entries(stage.bert, EntryKind.EQUIVOCATION)).isEqualTo(1);
    assertThat(entries(stage.bert, EntryKind.STATEMENT_RECEIVED)).as("both are kept").isEqualTo(2);
  }

  @Test
  void equivocationByTwoSlipsUnderOneNumber() {
    Octets one = stage.signed(stage.words(stage.bert, REAL));
    Octets two = stage.signed(stage.words(stage.bert, REAL));
    Slip first = stage.forge.next(stage.bert.node(), REAL, Enclosed.STATEMENT, one);
    Slip second = stage.forge.next(stage.bert.node(), REAL, Enclosed.STATEMENT, two);
    stage.hand(stage.bert, stage.forge.sealed(first, one, stage.bert.node()).orElseThrow());
    Checked<Octets> fork =
        stage.hand(stage.bert, stage.forge.sealed(second, two, stage.bert.node()).orElseThrow());

    assertThat(codes(fork)).containsExactly(IssueCode.LINK_FORKED);
    assertThat(fork).isInstanceOf(Checked.Refused.class);
    assertThat(entries(stage.bert, EntryKind.STATEMENT_RECEIVED)).isEqualTo(1);
  }

  @Test
  void backDatedAndFutureDatedMessage() {
    Duration years = Duration.ofDays(2000);
    for (Duration by : List.of(years, years.negated())) {
      Octets signed =
          stage.signed(stage.words(stage.bert, REAL), stage.world.timeline().now().plus(by));
      assertThat(stage.lie(stage.bert, REAL, Enclosed.STATEMENT, signed))
          .isInstanceOf(Checked.Sound.class);
    }

    assertThat(entries(stage.bert, EntryKind.STATEMENT_RECEIVED)).isEqualTo(2);
    assertThat(stage.bert.watched().foreignTimes()).as("kept by our own clock").isZero();
  }

  @Test
  void sequenceGapHidden() {
    Octets one = stage.signed(stage.words(stage.bert, REAL));
    Octets lost = stage.signed(stage.words(stage.bert, REAL));
    Octets three = stage.signed(stage.words(stage.bert, REAL));
    stage.lie(stage.bert, REAL, Enclosed.STATEMENT, one);
    stage.forge.used(stage.forge.next(stage.bert.node(), REAL, Enclosed.STATEMENT, lost));
    stage.lie(stage.bert, REAL, Enclosed.STATEMENT, three);
    Slip hidden =
        stage.forge.slip(
            stage.liar.node(),
            stage.bert.node(),
            REAL,
            new Links.Slip(3, one.digest()),
            Enclosed.STATEMENT,
            lost);

    assertThat(
            stage.bert.<List<Long>>inspect(
                book -> book.links().missing(REAL, stage.liar.node(), 9)))
        .containsExactly(2L);
    assertThat(
            codes(
                stage.hand(
                    stage.bert, stage.forge.sealed(hidden, lost, stage.bert.node()).orElseThrow())))
        .as("a slip that does not follow the one before it")
        .containsExactly(IssueCode.LINK_FORKED);
  }

  /// The liar says that it has lost what another was sent, by the numbers of that link.
  @Test
  void forgedLossReport() {
    stage.deliver(stage.anna, stage.bert);
    Octets report =
        stage
            .liar
            .keys()
            .seal()
            .sign(ResendBytes.write(new ResendRequest(REAL, List.of(1L, 2L, 3L))));
    stage.lie(stage.anna, REAL, Enclosed.RESEND_REQUEST, report);

    assertThat(waiting(stage.anna, stage.liar)).as("nothing of another link").isEmpty();
    assertThat(waiting(stage.anna, stage.bert)).isEmpty();
  }

  @Test
  void selectiveDropByRelay() {
    Said dropped = stage.send(stage.anna, stage.bert, REAL, Ties.NONE);
    stage.send(stage.anna, stage.bert, REAL, Ties.NONE);
    stage.hand(stage.bert, waiting(stage.anna, stage.bert).getLast());

    assertThat(
            stage.bert.<List<Long>>inspect(
                book -> book.links().missing(REAL, stage.anna.node(), 9)))
        .as("the receiver can name it")
        .containsExactly(1L);
    assertThat(waiting(stage.anna, stage.bert)).as("the sender goes on").hasSize(2);
    stage.anna.dispatch();
    assertThat(reached(dropped)).isEqualTo(Standing.DELIVERED);
  }

  @Test
  void delayUntilAfterTheDeadline() {
    Ties ties = Ties.NONE.proposing(stage.world.timeline().now().plus(Duration.ofHours(1)));
    Said said = stage.send(stage.anna, stage.bert, REAL, ties);
    stage.later(Duration.ofHours(2));
    new WatchTimes(stage.anna.station()).run(REAL);

    assertThat(
            dossier(stage.anna, REAL, said.digest())
                .orElseThrow()
                .account(policy(stage.bert))
                .orElseThrow()
                .has(Standing.PROPOSED_TIME_PASSED))
        .isTrue();
  }

  @Test
  void reorderOfCorrectionAndOriginal() {
    Octets original = stage.signed(stage.words(stage.bert, REAL));
    Digest first = stage.liar.keys().seal().claimed(original).orThrow().digest();
    Octets correction =
        stage.signed(
            new Forge.Words(
                policy(stage.liar),
                stage.liar.node(),
                List.of(policy(stage.bert)),
                REAL,
                900,
                Marking.of(Tlp.GREEN),
                Ties.NONE.superseding(first)));
    Checked<Octets> early = stage.lie(stage.bert, REAL, Enclosed.STATEMENT, correction);
    stage.lie(stage.bert, REAL, Enclosed.STATEMENT, original);

    assertThat(codes(early)).contains(IssueCode.WAITS_FOR_ANOTHER);
    assertThat(entries(stage.bert, EntryKind.STATEMENT_RECEIVED)).isEqualTo(2);
  }
}
