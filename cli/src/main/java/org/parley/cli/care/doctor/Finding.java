package org.parley.cli.care.doctor;

import java.util.Optional;

/// One thing that was looked at.
///
/// @param about what was looked at, in a word or two
/// @param says what was found
/// @param remedy what to do about it
public record Finding(Weight weight, String about, String says, Optional<String> remedy) {

  /// How much it matters.
  public enum Weight {
    /// As it should be.
    WELL("well"),
    /// Worth knowing, nothing to do.
    NOTE("note"),
    /// To be seen to soon.
    SOON("SOON"),
    /// Wrong now.
    NOW("NOW");

    private final String word;

    Weight(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  static Finding well(String about, String says) {
    return new Finding(Weight.WELL, about, says, Optional.empty());
  }

  static Finding note(String about, String says) {
    return new Finding(Weight.NOTE, about, says, Optional.empty());
  }

  static Finding soon(String about, String says, String remedy) {
    return new Finding(Weight.SOON, about, says, Optional.of(remedy));
  }

  static Finding now(String about, String says, String remedy) {
    return new Finding(Weight.NOW, about, says, Optional.of(remedy));
  }
}
