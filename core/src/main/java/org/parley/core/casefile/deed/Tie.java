package org.parley.core.casefile.deed;

import java.util.Locale;
import java.util.Optional;

/// How two incidents belong together.
public enum Tie {
  /// They have to do with one another.
  RELATED,
  /// This one follows from the other.
  CAUSED_BY,
  /// The other is a duplicate of this one; noted when that one is triaged.
  HAS_DUPLICATE;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Tie> parse(String word) {
    for (Tie tie : values()) {
      if (tie.word().equals(word)) {
        return Optional.of(tie);
      }
    }
    return Optional.empty();
  }
}
