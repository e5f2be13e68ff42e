package org.parley.core.exchange.ledger;

import java.util.Locale;
import java.util.Optional;

/// How far a statement has come with one recipient. In the order of this list one is never taken
/// back by another that comes late; the last two stand beside the others.
public enum Standing {
  COMPOSED,
  CLEARED,
  DISPATCHED,
  /// Somebody on the way has taken charge of it.
  IN_CUSTODY,
  /// It could not be brought, or the other node may not hold it: the reason says which.
  UNDELIVERABLE,
  /// On disk at the other node, which says so itself.
  DELIVERED,
  /// A person of the recipient's office has it open.
  OPENED,
  /// The office takes note; this is no agreement.
  ACKNOWLEDGED,
  ANSWERED_PARTLY,
  DECLINED,
  ANSWERED,
  /// Passed on to the deputy, or to the policy level.
  PASSED_ON,
  /// The proposed time passed, and no answer is recorded.
  PROPOSED_TIME_PASSED;

  public static Optional<Standing> parse(String word) {
    for (Standing standing : values()) {
      if (standing.word().equals(word)) {
        return Optional.of(standing);
      }
    }
    return Optional.empty();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether it stands beside the way from composed to answered.
  public boolean isBeside() {
    return this == PASSED_ON || this == PROPOSED_TIME_PASSED;
  }

  /// Whether the recipient has given an answer, if only that it gives none.
  public boolean isAnswer() {
    return this == ANSWERED_PARTLY || this == DECLINED || this == ANSWERED;
  }
}
