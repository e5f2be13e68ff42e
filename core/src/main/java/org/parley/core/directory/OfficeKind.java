package org.parley.core.directory;

import java.util.Locale;
import java.util.Optional;

/// What an office is there for.
public enum OfficeKind {
  /// The ministry's point of contact: consults, requests and answers for the State.
  POLICY,
  /// The CSIRT's point of contact: notices, indicators, situation.
  TECHNICAL,
  /// Runs the network and registers, without reading.
  SECRETARIAT;

  public static Optional<OfficeKind> parse(String word) {
    for (OfficeKind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
