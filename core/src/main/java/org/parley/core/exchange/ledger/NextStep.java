package org.parley.core.exchange.ledger;

import java.util.Locale;
import java.util.Optional;

/// What comes next for a statement and one of its recipients: on the sender's side what to wait for
/// or do, on the recipient's what is open.
public enum NextStep {
  CLEAR_IT,
  DISPATCH_IT,
  WAIT_FOR_DELIVERY,
  WAIT_FOR_ACKNOWLEDGEMENT,
  WAIT_FOR_ANSWER,
  WAIT_FOR_THE_REST,
  ASK_AGAIN_OR_PASS_ON,
  TRY_ANOTHER_WAY,
  OPEN_IT,
  ACKNOWLEDGE_IT,
  ANSWER_IT,
  NOTHING;

  /// @param account one of the dossier's
  public static NextStep of(Dossier dossier, Account account) {
    boolean asked =
        dossier.outline().ties().replyBy().isPresent()
            && dossier.outline().route().to().contains(account.recipient());
    if (dossier.stage() == Dossier.Stage.DISCARDED) {
      return NOTHING;
    }
    return account
        .standing()
        .map(standing -> dossier.isOurs() ? sending(standing, asked) : receiving(account, asked))
        .orElse(NOTHING);
  }

  /// What is open at an office of this node that the statement is for, whoever said it.
  ///
  /// @param account that of the office
  public static NextStep here(Dossier dossier, Account account) {
    boolean asked =
        dossier.outline().ties().replyBy().isPresent()
            && dossier.outline().route().to().contains(account.recipient());
    return dossier.isSaid() ? receiving(account, asked) : NOTHING;
  }

  private static NextStep sending(Standing standing, boolean asked) {
    return switch (standing) {
      case COMPOSED -> CLEAR_IT;
      case CLEARED -> DISPATCH_IT;
      case DISPATCHED, IN_CUSTODY -> WAIT_FOR_DELIVERY;
      case UNDELIVERABLE -> TRY_ANOTHER_WAY;
      case DELIVERED, OPENED, PASSED_ON -> WAIT_FOR_ACKNOWLEDGEMENT;
      case ACKNOWLEDGED -> asked ? WAIT_FOR_ANSWER : NOTHING;
      case ANSWERED_PARTLY -> WAIT_FOR_THE_REST;
      case PROPOSED_TIME_PASSED -> ASK_AGAIN_OR_PASS_ON;
      case DECLINED, ANSWERED -> NOTHING;
    };
  }

  private static NextStep receiving(Account account, boolean asked) {
    return switch (account.reached().orElse(Standing.ANSWERED)) {
      case DELIVERED -> OPEN_IT;
      case OPENED -> ACKNOWLEDGE_IT;
      case ACKNOWLEDGED, ANSWERED_PARTLY -> asked ? ANSWER_IT : NOTHING;
      case COMPOSED,
          CLEARED,
          DISPATCHED,
          IN_CUSTODY,
          UNDELIVERABLE,
          DECLINED,
          ANSWERED,
          PASSED_ON,
          PROPOSED_TIME_PASSED ->
          NOTHING;
    };
  }

  public static Optional<NextStep> parse(String word) {
    for (NextStep step : values()) {
      if (step.word().equals(word)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
