package org.parley.core.exchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.core.exchange.ledger.World.NOON;
import static org.parley.core.exchange.ledger.World.XA;
import static org.parley.core.exchange.ledger.World.XB;
import static org.parley.core.exchange.ledger.World.XC;
import static org.parley.core.exchange.ledger.World.digest;
import static org.parley.core.exchange.ledger.World.hand;
import static org.parley.core.exchange.ledger.World.letter;
import static org.parley.core.exchange.ledger.World.node;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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

/// What a State, a carrier or a clerk might try with a conversation, and what becomes of it.
class AttacksOnConversationsTest extends Table {
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
}
