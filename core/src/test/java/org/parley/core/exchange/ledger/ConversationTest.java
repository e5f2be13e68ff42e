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

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;

class ConversationTest extends Table {
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
  void aLateReceiptDoesNotTakeBackAFartherOne() {
    Conversation sender = sent(World.conversation(XA), question);
    sender = does(sender, receipt(Receipt.Kind.ACKNOWLEDGED, asked, XB));
    sender = does(sender, receipt(Receipt.Kind.DELIVERED, asked, XB));

    assertThat(standing(sender, asked, XB)).contains(Standing.ACKNOWLEDGED);
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
}
