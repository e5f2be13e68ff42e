package org.parley.core.fact;

import java.util.Locale;
import java.util.Optional;

/// How the statements of several incidents with one root cause become one statement about all of
/// them.
public enum Together {
  SUM,
  MAX,
  MIN,
  ANY,
  UNION,
  /// Instants: those of the incident that lasted longest, so that a pause between two incidents
  /// counts as no duration.
  LONGEST,
  /// The value must be the same in all; otherwise it is unknown for the group.
  SAME,
  /// There is no meaningful joint value: unknown for the group unless all agree.
  REFUSE;

  public static Optional<Together> parse(String word) {
    for (Together together : values()) {
      if (together.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(together);
      }
    }
    return Optional.empty();
  }
}
