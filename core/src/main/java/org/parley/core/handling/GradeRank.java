package org.parley.core.handling;

import java.util.Locale;
import java.util.Optional;

/// How much harm a disclosure would do, by the four ranks that security agreements compare, gravest
/// first.
///
/// A rank compares; it is never written on a document and never takes the place of a grade.
public enum GradeRank {
  /// Exceptionally grave harm.
  TOP_SECRET,
  /// Serious harm.
  SECRET,
  /// Harm.
  CONFIDENTIAL,
  /// Disadvantage.
  RESTRICTED;

  /// As data files write it: `top-secret`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<GradeRank> parse(String word) {
    for (GradeRank rank : values()) {
      if (rank.word().equals(word)) {
        return Optional.of(rank);
      }
    }
    return Optional.empty();
  }
}
