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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.exchange.carriage.Parcel;
import org.parley.core.exchange.carriage.Receipt;
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
import org.parley.duties.port.Doorway;
import org.parley.duties.record.Trail;
import org.parley.duties.twin.BooksInMemory;
import org.parley.formats.exchange.ParcelReader;
import org.parley.formats.exchange.ReceiptReader;
import org.parley.simulator.foe.Forge;
import org.parley.simulator.node.Member;
import org.parley.simulator.world.Finding;
import org.parley.simulator.world.Invariant;
import org.parley.simulator.world.Said;

/** The named attacks on keys, markings, realms, hosts and clerks, one test each. */
class NamedAttacksOnContentTest {

  private final Stage stage = new Stage();

  /// What an attack on one's own host leaves on the record of others, as it should.
  private final List<Invariant> expected = new ArrayList<>();

  @AfterEach
  void noOtherInvariantIsBroken() {
    assertThat(stage.findings()).extracting(Finding::invariant).containsExactlyElementsOf(expected);
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
    expected.add(Invariant.I9);
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

  private void acknowledge(Said said) {
    ActOnStatement act = new ActOnStatement(stage.bert.station());
    act.open(REAL, said.digest(), hand(stage.bert, "reader")).orThrow();
    act.acknowledge(REAL, said.digest(), hand(stage.bert, "reader"), Optional.empty()).orThrow();
  }

  private Standing reached(Said said) {
    return dossier(stage.anna, said.realm(), said.digest())
        .flatMap(dossier -> dossier.account(said.route().to().getFirst()))
        .flatMap(account -> account.reached())
        .orElseThrow();
  }
}
