package org.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.simulator.Stage.REAL;
import static org.parley.simulator.Stage.SPRING;
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
import org.parley.core.exchange.carriage.Parcel;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.exchange.carriage.Slip;
import org.parley.core.exchange.ledger.Standing;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.ActOnStatement;
import org.parley.duties.ClearStatement;
import org.parley.duties.DispatchStatement;
import org.parley.duties.Draft;
import org.parley.duties.WatchTimes;
import org.parley.duties.port.Doorway;
import org.parley.duties.port.Links;
import org.parley.duties.record.Trail;
import org.parley.duties.twin.BooksInMemory;
import org.parley.formats.exchange.ParcelReader;
import org.parley.formats.exchange.ReceiptReader;
import org.parley.simulator.foe.Forge;
import org.parley.simulator.node.Member;
import org.parley.simulator.world.Said;

/** The named attacks that can be played between nodes, one test each. */
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

  @Test
  void downgradeToPlainMail() {
    stage.later(Duration.ofDays(100));
    Checked<?> sent =
        stage
            .compose(
                stage.anna,
                Stage.draft(
                    stage.anna, List.of(policy(stage.bert)), REAL, Ties.NONE, Marking.of(Tlp.RED)))
            .then(composed -> {
              new ClearStatement(stage.anna.station(), true)
                  .clear(REAL, composed.statement(), hand(stage.anna, "second"))
                  .orThrow();
              return new DispatchStatement(stage.anna.station()).run(REAL, composed.statement());
            });

    assertThat(codes(sent)).as("no key, and so no other way").contains(IssueCode.NO_KEY_FOR_NOW);
    assertThat(waiting(stage.anna, stage.bert)).isEmpty();
  }

  @Test
  void lookAlikeStateName() {
    assertThat(Party.parse("\u0425\u0410")).as("Cyrillic letters").isEmpty();
    assertThat(Party.parse("X\u200bA")).isEmpty();
    assertThat(Party.parse("xA")).isEmpty();
  }

  @Test
  void markingStripped() {
    Said red = stage.send(stage.liar, stage.anna, REAL, Ties.NONE, Marking.of(Tlp.RED));
    stage.liar.dispatch();
    Checked<Octets> weaker =
        stage.lie(stage.anna, REAL, Enclosed.STATEMENT, stage.signed(answering(red), red.thread()));

    assertThat(codes(weaker))
        .as("told, and kept as it was said")
        .contains(IssueCode.STATEMENT_IRREGULAR);
    assertThat(codes(carriedOn(red, Tlp.GREEN, stage.liar))).contains(IssueCode.MARKING_WEAKENED);
  }

  private Forge.Words answering(Said said) {
    return new Forge.Words(
        policy(stage.liar),
        stage.liar.node(),
        List.of(policy(stage.anna)),
        REAL,
        901,
        Marking.of(Tlp.CLEAR),
        Ties.NONE.replyingTo(said.digest(), Ties.Extent.FULL));
  }

  /// Anna answers what she got.
  private Checked<?> carriedOn(Said said, Tlp marking, Member to) {
    new ActOnStatement(stage.anna.station())
        .open(REAL, said.digest(), hand(stage.anna, "reader"))
        .orThrow();
    Draft draft =
        Stage.draft(
            stage.anna,
            List.of(policy(to)),
            REAL,
            Ties.NONE.replyingTo(said.digest(), Ties.Extent.FULL),
            Marking.of(marking));
    return stage.compose(stage.anna, Stage.within(draft, said.thread().conversation()));
  }

  @Test
  void markingWidenedOnForward() {
    Said red = stage.send(stage.liar, stage.anna, REAL, Ties.NONE, Marking.of(Tlp.RED));
    stage.liar.dispatch();

    assertThat(codes(carriedOn(red, Tlp.RED, stage.bert)))
        .containsExactly(IssueCode.RELEASE_REFUSED);
  }

  @Test
  void messageAboveTheCeiling() {
    Said red = stage.send(stage.anna, stage.bert, REAL, Ties.NONE, Marking.of(Tlp.RED));
    stage.anna.dispatch();

    assertThat(entries(stage.bert, EntryKind.STATEMENT_RECEIVED)).isZero();
    assertThat(reached(red)).isEqualTo(Standing.UNDELIVERABLE);
  }

  @Test
  void exerciseFlagRemoved() {
    flipped(SPRING, REAL);
  }

  @Test
  void exerciseFlagAddedToARealAlarm() {
    flipped(REAL, SPRING);
  }

  private void flipped(Realm said, Realm slip) {
    Checked<Octets> answer =
        stage.lie(
            stage.bert, slip, Enclosed.STATEMENT, stage.signed(stage.words(stage.bert, said)));

    assertThat(codes(answer)).contains(IssueCode.REALM_MIXED);
    assertThat(entries(stage.bert, EntryKind.STATEMENT_RECEIVED)).isZero();
  }

  @Test
  void messageResealedToAThird() {
    stage.send(stage.anna, stage.liar, REAL, Ties.NONE);
    Octets sealed = waiting(stage.anna, stage.liar).getFirst();
    Parcel opened = stage.liar.keys().seal().open(sealed).then(ParcelReader::read).orThrow();
    Octets parcel = stage.forge.sealed(opened, stage.bert.node()).orElseThrow();

    assertThat(codes(stage.hand(stage.bert, parcel))).containsExactly(IssueCode.PARCEL_MISDIRECTED);
    assertThat(codes(stage.lie(stage.bert, REAL, Enclosed.STATEMENT, opened.enclosed())))
        .as("the same content under a slip of its own")
        .contains(IssueCode.SIGNATURE_WRONG);
  }

  @Test
  void floodOfUrgentAlarms() {
    stage.send(stage.anna, stage.bert, REAL, Ties.NONE);
    for (int each = 0; each < 200; each++) {
      stage.lie(stage.bert, REAL, Enclosed.STATEMENT, stage.signed(stage.words(stage.bert, REAL)));
    }
    stage.anna.dispatch();

    assertThat(waiting(stage.anna, stage.bert)).as("others are served as before").isEmpty();
    assertThat(waiting(stage.bert, stage.anna)).isEmpty();
  }

  @Test
  void oversizedOrNestedContent() {
    Octets large = Octets.of(new byte[Doorway.LARGEST_PARCEL + 1]);
    Octets nested =
        stage
            .forge
            .sealed(
                Octets.of("{\"parley\":\"parcel/1\",\"slip\":" + "[".repeat(100_000)),
                stage.bert.node())
            .orElseThrow();

    assertThat(codes(stage.hand(stage.bert, large))).containsExactly(IssueCode.PARCEL_TOO_LARGE);
    assertThat(stage.hand(stage.bert, nested)).isInstanceOf(Checked.Refused.class);
  }

  @Test
  void hostOperatorRestoresAnOldBackup() {
    stage.deliver(stage.anna, stage.bert);
    stage.later(Duration.ofMinutes(1));
    BooksInMemory.Snapshot backup = stage.anna.backup();
    stage.deliver(stage.anna, stage.bert);
    stage.later(Duration.ofMinutes(1));
    stage.anna.restore(backup);
    stage.send(stage.anna, stage.bert, REAL, Ties.NONE);
    Octets parcel = waiting(stage.anna, stage.bert).getFirst();

    assertThat(codes(stage.hand(stage.bert, parcel)))
        .as("the neighbours remember what the disk forgot")
        .containsExactly(IssueCode.LINK_FORKED);
  }

  @Test
  void clerkApprovesOwnDraft() {
    Digest own =
        stage
            .compose(
                stage.anna,
                Stage.draft(
                    stage.anna, List.of(policy(stage.bert)), REAL, Ties.NONE, Marking.of(Tlp.RED)))
            .orThrow()
            .statement();
    ClearStatement clear = new ClearStatement(stage.anna.station(), true);

    assertThat(codes(clear.clear(REAL, own, hand(stage.anna, "author"))))
        .containsExactly(IssueCode.SAME_HAND);
  }

  @Test
  void denialOfReceiptAfterASignedAck() {
    Said said = stage.deliver(stage.anna, stage.bert);
    acknowledge(said);
    stage.bert.dispatch();
    List<Octets> receipts =
        stage.anna.inspect(book ->
            new Trail(book, REAL)
                .of(said.digest()).stream()
                    .filter(piece -> piece.kind() == Trail.Kind.RECEIPT)
                    .flatMap(piece -> book.documents().find(piece.document()).stream())
                    .toList());

    assertThat(receipts.stream().flatMap(receipt -> checkedByAThird(receipt).stream()))
        .as("with nothing but Bert's certificates")
        .containsExactly(Receipt.Kind.DELIVERED, Receipt.Kind.OPENED, Receipt.Kind.ACKNOWLEDGED);
  }

  private Optional<Receipt.Kind> checkedByAThird(Octets receipt) {
    return stage
                .liar
                .keys()
                .seal()
                .verify(receipt, stage.bert.keys().seal().certificates())
                .then(ReceiptReader::read)
            instanceof Checked.Sound<Receipt>(Receipt sound, _)
        ? Optional.of(sound.kind())
        : Optional.empty();
  }
}
