package org.parley.core.exchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.core.exchange.ledger.World.NOON;
import static org.parley.core.exchange.ledger.World.XA;
import static org.parley.core.exchange.ledger.World.XB;
import static org.parley.core.exchange.ledger.World.XC;
import static org.parley.core.exchange.ledger.World.hand;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.exchange.carriage.OutsideReply;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Octets;

/// What an office says outside the network counts, of a lower grade than its node's receipt.
class OutsideRepliesTest extends Table {

  private final Conversation sender = sent(World.conversation(XA), question);

  private static OutsideReply call(Instant when) {
    return new OutsideReply(
        OutsideReply.Says.ACKNOWLEDGED,
        OutsideReply.Way.TELEPHONE,
        when,
        "officer on duty",
        Optional.empty());
  }

  private static OutsideReply mail(OutsideReply.Finding finding) {
    return new OutsideReply(
        OutsideReply.Says.ACKNOWLEDGED,
        OutsideReply.Way.MAIL,
        NOON,
        "",
        Optional.of(
            new OutsideReply.Letter(Octets.of("mail").digest(), finding, Optional.empty())));
  }

  private Command take(OutsideReply reply) {
    return new Command.TakeDown(asked, XB, hand(XA), reply);
  }

  private Optional<OutsideReply.Grade> grade(Conversation state) {
    return state.account(asked, XB).orElseThrow().outside().map(OutsideReply::grade);
  }

  @Test
  void aCallCountsAsAcknowledgedAndStandsAtALowerGrade() {
    Conversation state = does(sender, take(call(NOON)));

    assertThat(standing(state, asked, XB)).contains(Standing.ACKNOWLEDGED);
    assertThat(grade(state)).contains(OutsideReply.Grade.TAKEN_DOWN);
    assertThat(exchange.decide(state, take(call(NOON)), NOON).orThrow()).as("once").isEmpty();
  }

  @Test
  void aProvenMailStandsAboveACallAndAReceiptAboveBoth() {
    Conversation called = does(sender, take(call(NOON)));
    Conversation mailed = does(called, take(mail(OutsideReply.Finding.PROVEN)));
    assertThat(grade(mailed)).contains(OutsideReply.Grade.SIGNED_MAIL);

    Conversation receipted = does(mailed, receipt(Receipt.Kind.ACKNOWLEDGED, asked, XB));
    assertThat(grade(receipted)).isEmpty();
    assertThat(refusal(receipted, take(call(NOON.plusSeconds(60)))))
        .containsExactly(IssueCode.STEP_NOT_ALLOWED);
  }

  private static OutsideReply answer(OutsideReply.Says says, String words) {
    return new OutsideReply(says, OutsideReply.Way.TELEPHONE, NOON, words, Optional.empty());
  }

  @Test
  void anAnswerOrThatNoneIsGivenCountsWithItsWordsAtTheLowerGrade() {
    for (OutsideReply.Says says : OutsideReply.Says.values()) {
      Conversation state = does(sender, take(answer(says, "Both hosts are known.")));
      assertThat(standing(state, asked, XB).orElseThrow().word()).isEqualTo(says.word());
      assertThat(grade(state)).contains(OutsideReply.Grade.TAKEN_DOWN);
    }
    assertThatThrownBy(() -> answer(OutsideReply.Says.ANSWERED, " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsTakenDownNeverGoesBackAndAReceiptForNoteTakenStaysBelowAnAnswer() {
    Conversation partly =
        does(sender, take(answer(OutsideReply.Says.ANSWERED_PARTLY, "One is known.")));
    assertThat(refusal(partly, take(call(NOON)))).containsExactly(IssueCode.STEP_NOT_ALLOWED);

    Conversation whole = does(partly, take(answer(OutsideReply.Says.ANSWERED, "So is the other.")));
    assertThat(standing(whole, asked, XB)).contains(Standing.ANSWERED);
    assertThat(refusal(whole, take(answer(OutsideReply.Says.DECLINED, "No more."))))
        .containsExactly(IssueCode.STEP_NOT_ALLOWED);

    Conversation noted = does(whole, receipt(Receipt.Kind.ACKNOWLEDGED, asked, XB));
    assertThat(standing(noted, asked, XB)).contains(Standing.ANSWERED);
    assertThat(grade(noted)).contains(OutsideReply.Grade.TAKEN_DOWN);
  }

  @Test
  void whatTheNodeItselfAnswersGoesBeforeEveryAnswerTakenDown() {
    Conversation told = does(sender, take(answer(OutsideReply.Says.ANSWERED, "Both are known.")));

    Conversation declined = does(told, receipt(Receipt.Kind.DECLINED, asked, XB));

    assertThat(standing(declined, asked, XB)).contains(Standing.DECLINED);
    assertThat(grade(declined)).isEmpty();
    assertThat(refusal(declined, take(answer(OutsideReply.Says.ANSWERED, "Both, he said."))))
        .containsExactly(IssueCode.STEP_NOT_ALLOWED);
  }

  @Test
  void aMailThatProvesNothingIsNoMoreThanACall() {
    for (OutsideReply.Finding finding : OutsideReply.Finding.values()) {
      Conversation state = does(sender, take(mail(finding)));
      assertThat(grade(state))
          .as("%s", finding)
          .contains(
              finding == OutsideReply.Finding.PROVEN
                  ? OutsideReply.Grade.SIGNED_MAIL
                  : OutsideReply.Grade.TAKEN_DOWN);
    }
  }

  @Test
  void nothingComesBeforeTheMessageOrFromTomorrowOrFromWhomItDidNotGoTo() {
    assertThat(refusal(sender, take(call(NOON.minus(Duration.ofHours(1))))))
        .containsExactly(IssueCode.REPLY_TIME);
    assertThat(refusal(sender, take(call(NOON.plus(Duration.ofHours(1))))))
        .containsExactly(IssueCode.REPLY_TIME);
    assertThat(refusal(sender, new Command.TakeDown(asked, XC, hand(XA), call(NOON))))
        .containsExactly(IssueCode.STATEMENT_UNKNOWN);
    Conversation draft = does(World.conversation(XA), compose(question));
    assertThat(refusal(draft, take(call(NOON)))).containsExactly(IssueCode.STATEMENT_UNKNOWN);
    Conversation recipient = taken(World.conversation(XB), question);
    assertThat(refusal(recipient, new Command.TakeDown(asked, XB, hand(XB), call(NOON))))
        .as("what others sent")
        .containsExactly(IssueCode.STATEMENT_UNKNOWN);
  }
}
