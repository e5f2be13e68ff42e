package org.parley.core.exchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.core.exchange.ledger.World.NOON;
import static org.parley.core.exchange.ledger.World.XA;
import static org.parley.core.exchange.ledger.World.XB;
import static org.parley.core.exchange.ledger.World.XB_POLICY;
import static org.parley.core.exchange.ledger.World.XC;
import static org.parley.core.exchange.ledger.World.digest;
import static org.parley.core.exchange.ledger.World.hand;
import static org.parley.core.exchange.ledger.World.letter;
import static org.parley.core.exchange.ledger.World.node;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.handling.Marking;
import org.parley.core.handling.SecrecyGrade;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;

class ConversationTest {

  private final Exchange exchange = new Exchange(World.formats());
  private final Statement question = letter(XA, World.QUESTION, 1, XB).by(hours(48)).done();
  private final Digest asked = digest(question);

  @Test
  void aStatementGoesFromComposedToAnsweredStepByStep() {
    Conversation sender = sent(World.conversation(XA), question);
    Conversation recipient = taken(World.conversation(XB), question);
    assertThat(standing(sender, asked, XB)).contains(Standing.DISPATCHED);
    assertThat(standing(recipient, asked, XB)).contains(Standing.DELIVERED);

    sender = does(sender, new Command.NoteCarried(asked, XB, "relay"));
    assertThat(standing(sender, asked, XB)).contains(Standing.IN_CUSTODY);
    sender = does(sender, receipt(Receipt.Kind.DELIVERED, asked, XB));
    assertThat(standing(sender, asked, XB)).contains(Standing.DELIVERED);
    recipient = does(recipient, new Command.Open(asked, hand(XB)));
    sender = does(sender, receipt(Receipt.Kind.OPENED, asked, XB));
    assertThat(standing(sender, asked, XB)).contains(Standing.OPENED);
    recipient = does(recipient, new Command.Acknowledge(asked, hand(XB), Optional.empty()));
    sender = does(sender, receipt(Receipt.Kind.ACKNOWLEDGED, asked, XB));
    assertThat(standing(sender, asked, XB)).contains(Standing.ACKNOWLEDGED);

    Statement reply =
        letter(XB, World.REPLY, 1, XA).answering(question, Ties.Extent.PARTIAL).done();
    recipient = sent(recipient, reply);
    sender = taken(sender, reply);
    assertThat(standing(recipient, asked, XB)).contains(Standing.ANSWERED_PARTLY);
    assertThat(standing(sender, asked, XB)).contains(Standing.ANSWERED_PARTLY);

    Statement rest = letter(XB, World.REPLY, 2, XA).answering(question, Ties.Extent.FULL).done();
    recipient = sent(recipient, rest);
    sender = taken(sender, rest);
    assertThat(standing(sender, asked, XB)).contains(Standing.ANSWERED);
  }

  @Test
  void everyStepHasItsTimeAndOfficeAndTheStatementItsNextStep() {
    Conversation sender = sent(World.conversation(XA), question);
    Conversation later = after(sender, receipt(Receipt.Kind.ACKNOWLEDGED, asked, XB), hours(3));

    Account account = later.account(asked, XB).orElseThrow();
    Step step = account.steps().getLast();
    assertThat(step.at()).isEqualTo(hours(3));
    assertThat(step.by()).isEqualTo(XB);
    assertThat(step.claimed()).contains(NOON);
    assertThat(NextStep.of(later.find(asked).orElseThrow(), account))
        .isEqualTo(NextStep.WAIT_FOR_ANSWER);
  }

  @Test
  void whatIsNotClearedIsNotDispatched() {
    Conversation drafted =
        does(World.conversation(XA), new Command.Compose(question, asked, hand(XA)));

    assertThat(refusal(drafted, new Command.Dispatch(asked)))
        .containsExactly(IssueCode.STEP_NOT_ALLOWED);
  }

  @Test
  void clerkApprovesOwnDraft() {
    Conversation drafted =
        does(World.conversation(XA), new Command.Compose(question, asked, hand(XA)));

    assertThat(refusal(drafted, new Command.Clear(asked, hand(XA), true)))
        .containsExactly(IssueCode.SAME_HAND);
    assertThat(does(drafted, new Command.Clear(asked, new Hand(XA, "second"), true)).find(asked))
        .map(Dossier::stage)
        .contains(Dossier.Stage.CLEARED);
  }

  @Test
  void whatWasSentIsNeverTakenBackButCorrectedByAStatementOfItsOwn() {
    Conversation sender = sent(World.conversation(XA), question);

    assertThat(refusal(sender, new Command.Discard(asked, hand(XA), "typing error")))
        .containsExactly(IssueCode.SENT_STAYS);

    Statement correction =
        letter(XA, World.CORRECTION, 2, XB).superseding(question).saying("another").done();
    sender = sent(sender, correction);
    assertThat(sender.find(asked).orElseThrow().stage()).isEqualTo(Dossier.Stage.SENT);
    assertThat(sender.successors(asked))
        .extracting(Dossier::digest)
        .containsExactly(digest(correction));
  }

  @Test
  void reorderOfCorrectionAndOriginal() {
    Statement correction = letter(XA, World.CORRECTION, 2, XB).superseding(question).done();

    Conversation recipient = taken(taken(World.conversation(XB), correction), question);

    assertThat(recipient.successors(asked))
        .extracting(Dossier::digest)
        .containsExactly(digest(correction));
  }

  @Test
  void nobodyCorrectsWhatAnotherStateSaid() {
    Statement correction = letter(XC, World.CORRECTION, 9, XB).superseding(question).done();
    Conversation recipient = taken(taken(World.conversation(XB), question), correction);

    assertThat(recipient.successors(asked)).isEmpty();
    assertThat(
            refusal(
                taken(World.conversation(XB), question),
                compose(letter(XB, World.CORRECTION, 1, XA).superseding(question).done())))
        .contains(IssueCode.SUCCESSOR_NOT_SENDERS);
  }

  @Test
  void anAnswerThatComesBeforeTheQuestionStillAnswersIt() {
    Statement reply =
        letter(XB, World.REPLY, 1, XA, XC).answering(question, Ties.Extent.FULL).done();
    Statement toBoth = question;
    Conversation third = taken(World.conversation(XA), reply);

    assertThat(third.find(digest(reply))).isPresent();
    Conversation both = sent(third, toBoth);
    assertThat(both.find(asked)).isPresent();
  }

  @Test
  void equivocationTwoTextsUnderOneNumber() {
    Statement other = letter(XA, World.QUESTION, 1, XB).saying("something else").done();
    Conversation recipient = taken(World.conversation(XB), question);

    Checked<List<Event>> answer = exchange.decide(recipient, takeIn(other), NOON);
    assertThat(answer.issues())
        .extracting(Issue::code)
        .contains(IssueCode.TWO_STATEMENTS_ONE_NUMBER);
    recipient = recipient.after(answer.orThrow());
    assertThat(recipient.clashes()).containsExactly(new Conversation.Clash(asked, digest(other)));
    assertThat(recipient.under(XA, question.heading().number())).hasSize(2);
  }

  @Test
  void equivocationAcrossConversationsIsNoticedByTheNumbersSeen() {
    NumbersSeen seen = NumbersSeen.NONE.with(question.heading().number(), asked);
    Statement other =
        letter(XA, World.QUESTION, 1, XB).ofTalk(new ConversationId(new UUID(1, 2))).done();
    Optional<Digest> first = seen.other(other.heading().number(), digest(other));
    assertThat(first).contains(asked);
    Conversation elsewhere =
        Conversation.begin(
            new ConversationId(new UUID(1, 2)), World.REAL, World.conversation(XB).seat());

    Conversation taken = does(elsewhere, new Command.TakeIn(other, digest(other), node(XA), first));

    assertThat(taken.clashes()).containsExactly(new Conversation.Clash(asked, digest(other)));
  }

  @Test
  void aNumberIsNotUsedTwiceByOurselves() {
    Conversation sender = sent(World.conversation(XA), question);

    assertThat(refusal(sender, compose(letter(XA, World.NOTICE, 1, XC).done())))
        .containsExactly(IssueCode.NUMBER_REPEATED);
  }

  @Test
  void anAcknowledgementForContentNeverShownIsRefused() {
    Conversation recipient = taken(World.conversation(XB), question);

    assertThat(refusal(recipient, new Command.Acknowledge(asked, hand(XB), Optional.empty())))
        .containsExactly(IssueCode.STEP_NOT_ALLOWED);
  }

  @Test
  void anAcknowledgementForgedByAnotherStateIsRefused() {
    Conversation sender = sent(World.conversation(XA), question);
    Receipt forged = receiptOf(Receipt.Kind.ACKNOWLEDGED, asked, XB, World.REAL);

    assertThat(refusal(sender, new Command.TakeReceipt(forged, node(XC))))
        .containsExactly(IssueCode.RECEIPT_NOT_ADDRESSEES);
    assertThat(refusal(sender, receipt(Receipt.Kind.ACKNOWLEDGED, asked, XC)))
        .containsExactly(IssueCode.RECEIPT_NOT_ADDRESSEES);
  }

  @Test
  void anAcknowledgementOfAnotherRealmIsRefused() {
    Conversation sender = sent(World.conversation(XA), question);
    Receipt played = receiptOf(Receipt.Kind.ACKNOWLEDGED, asked, XB, World.EXERCISE);

    assertThat(refusal(sender, new Command.TakeReceipt(played, node(XB))))
        .containsExactly(IssueCode.REALM_MIXED);
  }

  @Test
  void replayOfAnAcknowledgementChangesNothing() {
    Conversation sender =
        does(sent(World.conversation(XA), question), receipt(Receipt.Kind.OPENED, asked, XB));

    assertThat(exchange.decide(sender, receipt(Receipt.Kind.OPENED, asked, XB), hours(1)).orThrow())
        .isEmpty();
  }

  @Test
  void aLateReceiptDoesNotTakeBackAFartherOne() {
    Conversation sender = sent(World.conversation(XA), question);
    sender = does(sender, receipt(Receipt.Kind.ACKNOWLEDGED, asked, XB));
    sender = does(sender, receipt(Receipt.Kind.DELIVERED, asked, XB));

    assertThat(standing(sender, asked, XB)).contains(Standing.ACKNOWLEDGED);
  }

  @Test
  void theExerciseFlagIsNeitherAddedNorRemoved() {
    Statement played = letter(XA, World.QUESTION, 1, XB).in(World.EXERCISE).done();

    assertThat(refusal(World.conversation(XB), takeIn(played))).contains(IssueCode.REALM_MIXED);
    assertThat(refusal(World.conversation(World.EXERCISE, Tlp.RED, XB), takeIn(question)))
        .contains(IssueCode.REALM_MIXED);
    assertThat(refusal(World.conversation(XA), compose(played))).contains(IssueCode.REALM_MIXED);
  }

  @Test
  void aStatementForOthersIsNotTakenIn() {
    assertThat(refusal(World.conversation(XC), takeIn(question)))
        .containsExactly(IssueCode.NOT_ADDRESSED);
    assertThat(
            refusal(
                World.conversation(XB),
                new Command.TakeIn(question, asked, node(XC), Optional.empty())))
        .containsExactly(IssueCode.NOT_OUR_OFFICE);
  }

  @Test
  void whatIsMarkedAboveTheCeilingIsNotHeld() {
    Statement red = letter(XA, World.QUESTION, 1, XB).marked(Marking.of(Tlp.RED)).done();
    Marking secret = Marking.of(Tlp.GREEN).graded(new SecrecyGrade(XA.party(), "KONFIDENTIELL"));

    assertThat(refusal(World.conversation(World.REAL, Tlp.AMBER, XB), takeIn(red)))
        .containsExactly(IssueCode.MARKING_ABOVE_CEILING);
    assertThat(
            refusal(
                World.conversation(XB),
                takeIn(letter(XA, World.QUESTION, 1, XB).marked(secret).done())))
        .containsExactly(IssueCode.MARKING_ABOVE_CEILING);
  }

  @Test
  void anAnswerIsMarkedAsStrictlyAndGoesNoFartherThanTheQuestion() {
    Statement red = letter(XA, World.QUESTION, 1, XB).marked(Marking.of(Tlp.RED)).done();
    Conversation recipient =
        does(taken(World.conversation(XB), red), new Command.Open(digest(red), hand(XB)));

    assertThat(
            refusal(
                recipient,
                compose(letter(XB, World.REPLY, 1, XA).answering(red, Ties.Extent.FULL).done())))
        .containsExactly(IssueCode.MARKING_WEAKENED);
    assertThat(
            refusal(
                recipient,
                compose(
                    letter(XB, World.REPLY, 1, XA)
                        .copyTo(XC)
                        .marked(Marking.of(Tlp.RED))
                        .answering(red, Ties.Extent.FULL)
                        .done())))
        .containsExactly(IssueCode.RELEASE_REFUSED);
  }

  @Test
  void thePolicyLevelAnswersWhatTheTechnicalOfficePassedOn() {
    Conversation recipient = taken(World.conversation(XB, XB_POLICY), question);
    recipient = does(recipient, new Command.Open(asked, hand(XB)));
    recipient = does(recipient, new Command.PassOn(asked, hand(XB), Command.Level.POLICY));
    assertThat(standing(recipient, asked, XB)).contains(Standing.PASSED_ON);
    Statement reply =
        letter(XB_POLICY, World.REPLY, 1, XA).answering(question, Ties.Extent.DECLINED).done();
    recipient = sent(recipient, reply);

    Conversation sender = sent(World.conversation(XA), question);
    sender = does(sender, receipt(Receipt.Kind.PASSED_TO_POLICY, asked, XB));
    assertThat(standing(sender, asked, XB)).contains(Standing.PASSED_ON);
    sender = taken(sender, reply);

    assertThat(standing(recipient, asked, XB)).contains(Standing.DECLINED);
    assertThat(standing(sender, asked, XB)).contains(Standing.DECLINED);
  }

  @Test
  void theProposedTimePassesOnceForWhoWasAskedAndHasNotAnswered() {
    Statement wide = letter(XA, World.QUESTION, 1, XB).copyTo(XC).by(hours(48)).done();
    Conversation sender = sent(World.conversation(XA), wide);
    assertThat(exchange.decide(sender, new Command.PassTime(), hours(48)).orThrow()).isEmpty();

    Conversation late = after(sender, new Command.PassTime(), hours(49));
    assertThat(standing(late, digest(wide), XB)).contains(Standing.PROPOSED_TIME_PASSED);
    assertThat(standing(late, digest(wide), XC)).contains(Standing.DISPATCHED);
    assertThat(exchange.decide(late, new Command.PassTime(), hours(50)).orThrow()).isEmpty();

    Statement reply = letter(XB, World.REPLY, 1, XA).answering(wide, Ties.Extent.FULL).done();
    assertThat(standing(taken(late, reply), digest(wide), XB)).contains(Standing.ANSWERED);
  }

  @Test
  void whatWasGivenUpIsDeliveredAllTheSameWhenItArrives() {
    Conversation sender = sent(World.conversation(XA), question);
    sender = does(sender, new Command.GiveUp(asked, XB, "no way for 30 days"));
    assertThat(standing(sender, asked, XB)).contains(Standing.UNDELIVERABLE);

    sender = does(sender, receipt(Receipt.Kind.DELIVERED, asked, XB));
    assertThat(standing(sender, asked, XB)).contains(Standing.DELIVERED);
  }

  @Test
  void aReminderIsSentOnceAQuarterOfAnHour() {
    Conversation sender = sent(World.conversation(XA), question);
    Command remind = new Command.Remind(asked, XB, hand(XA));
    Conversation reminded = after(sender, remind, hours(1));

    assertThat(exchange.decide(reminded, remind, hours(1).plusSeconds(60)).orThrow()).isEmpty();
    assertThat(exchange.decide(reminded, remind, hours(2)).orThrow()).hasSize(1);
    Conversation recipient = taken(World.conversation(XB), question);
    recipient = does(recipient, receipt(Receipt.Kind.REMINDER, asked, XA));
    assertThat(recipient.account(asked, XB).orElseThrow().steps()).hasSize(2);
    assertThat(standing(recipient, asked, XB)).contains(Standing.DELIVERED);
  }

  @Test
  void aStatementThatDoesNotFitItsFormatIsTakenInWithNotesAndNotSent() {
    Statement odd = letter(XA, World.REPLY, 1, XB).saying("x".repeat(300)).done();

    assertThat(refusal(World.conversation(XA), compose(odd)))
        .contains(IssueCode.ITEM_WRONG, IssueCode.ANSWER_DOES_NOT_FIT);
    Checked<List<Event>> taken = exchange.decide(World.conversation(XB), takeIn(odd), NOON);
    assertThat(taken.orThrow()).hasSize(1);
    assertThat(taken.issues())
        .extracting(Issue::code)
        .containsOnly(IssueCode.STATEMENT_IRREGULAR)
        .hasSize(2);
  }

  @Test
  void twoOfficesOfOneNodeReachEachOtherAtOnce() {
    Statement inside = letter(XB, World.QUESTION, 1, XB_POLICY).done();
    Conversation node = sent(World.conversation(XB, XB_POLICY), inside);

    assertThat(standing(node, digest(inside), XB_POLICY)).contains(Standing.DELIVERED);
    assertThat(
            standing(
                does(node, new Command.Open(digest(inside), hand(XB_POLICY))),
                digest(inside),
                XB_POLICY))
        .contains(Standing.OPENED);
  }

  private Conversation sent(Conversation state, Statement statement) {
    Digest digest = digest(statement);
    Conversation next = does(state, compose(statement));
    next = does(next, new Command.Clear(digest, hand(statement.from()), false));
    return does(next, new Command.Dispatch(digest));
  }

  private Conversation taken(Conversation state, Statement statement) {
    return does(state, takeIn(statement));
  }

  private static Command compose(Statement statement) {
    return new Command.Compose(statement, digest(statement), hand(statement.from()));
  }

  private static Command takeIn(Statement statement) {
    NodeId sender = node(statement.from());
    return new Command.TakeIn(statement, digest(statement), sender, Optional.empty());
  }

  private static Command receipt(Receipt.Kind kind, Digest statement, OfficeId by) {
    return new Command.TakeReceipt(receiptOf(kind, statement, by, World.REAL), node(by));
  }

  private static Receipt receiptOf(Receipt.Kind kind, Digest statement, OfficeId by, Realm realm) {
    return new Receipt(
        kind,
        statement,
        realm,
        new Receipt.Speaker(node(by), by),
        NOON,
        Receipt.Proof.NONE,
        Optional.empty());
  }

  private Conversation does(Conversation state, Command command) {
    return after(state, command, NOON);
  }

  private Conversation after(Conversation state, Command command, Instant now) {
    List<Event> events = exchange.decide(state, command, now).orThrow();
    assertThat(events).as("%s", command).isNotEmpty();
    return state.after(events);
  }

  private List<IssueCode> refusal(Conversation state, Command command) {
    Checked<List<Event>> answer = exchange.decide(state, command, NOON);
    assertThat(answer).as("%s", command).isInstanceOf(Checked.Refused.class);
    return answer.issues().stream().filter(Issue::isError).map(Issue::code).toList();
  }

  private static Optional<Standing> standing(Conversation state, Digest statement, OfficeId who) {
    return state.account(statement, who).flatMap(Account::standing);
  }

  private static Instant hours(long hours) {
    return NOON.plus(Duration.ofHours(hours));
  }
}
