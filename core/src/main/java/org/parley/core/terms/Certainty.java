package org.parley.core.terms;

import java.util.Locale;
import java.util.Optional;

/// How sure a figure is, surest first.
public enum Certainty {
  /// Read in the official text.
  OFFICIAL,
  /// Read elsewhere; figures not checked against the official text.
  SECONDARY,
  /// The source is silent or ambiguous, and this is how the transcriber reads it.
  INTERPRETATION,
  /// Background knowledge, confirmed by no source read.
  UNCONFIRMED;

  public static Optional<Certainty> parse(String word) {
    for (Certainty certainty : values()) {
      if (certainty.word().equals(word)) {
        return Optional.of(certainty);
      }
    }
    return Optional.empty();
  }

  /// The word that files use.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
