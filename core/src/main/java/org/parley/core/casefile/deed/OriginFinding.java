package org.parley.core.casefile.deed;

import java.util.Locale;
import java.util.Optional;

/// How far it is known who stood behind an incident. No State's name has a place here: findings on
/// origin are work of their own, apart from the facts of the incident.
public enum OriginFinding {
  /// Nobody has asked yet.
  NOT_ASKED,
  /// It is being looked into.
  BEING_EXAMINED,
  /// It was looked into, and is not established. A complete answer.
  NOT_ESTABLISHED;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<OriginFinding> parse(String word) {
    for (OriginFinding finding : values()) {
      if (finding.word().equals(word)) {
        return Optional.of(finding);
      }
    }
    return Optional.empty();
  }
}
