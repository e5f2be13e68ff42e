package org.parley.core.measure;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// What a State says that it does under a measure, in its own words.
///
/// @param words at most [#LONGEST] characters
/// @param asOf the day for which it is said
/// @param open whether visitors who are not signed in see it too
public record Avowal(Extent extent, String words, LocalDate asOf, boolean open) {

  public static final int LONGEST = 8000;

  /// How far a State says that it is. Not a mark and never counted: a measure is voluntary.
  public enum Extent {
    /// It says that it does what the measure asks.
    DONE,
    /// It says that it does part of it.
    IN_PART,
    /// It says that it prepares it.
    PREPARED,
    /// It says something without saying how far it is.
    UNSAID;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Extent> parse(String word) {
      for (Extent extent : values()) {
        if (extent.word().equals(word)) {
          return Optional.of(extent);
        }
      }
      return Optional.empty();
    }
  }
}
