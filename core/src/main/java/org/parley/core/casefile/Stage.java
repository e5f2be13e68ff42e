package org.parley.core.casefile;

import java.util.Locale;
import java.util.Optional;

/// How far an incident has come, in its usual order.
public enum Stage {
  /// Nobody has looked at it yet.
  REPORTED,
  /// Judged to be an incident.
  TRIAGED,
  UNDER_WAY,
  /// It spreads no further.
  CONTAINED,
  /// What was hit works again.
  RECOVERED,
  /// With a final report, or judged a duplicate or no incident.
  CLOSED;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Stage> parse(String word) {
    for (Stage stage : values()) {
      if (stage.word().equals(word)) {
        return Optional.of(stage);
      }
    }
    return Optional.empty();
  }

  public boolean isOpen() {
    return this != CLOSED;
  }
}
