package org.parley.core.directory.contacts;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// A key for mail that an office names; the key itself is fetched and compared elsewhere.
///
/// @param fingerprint hexadecimal digits in capitals, without blanks
/// @param expires the last day on which it counts
public record KeyNote(Scheme scheme, String fingerprint, Optional<LocalDate> expires) {

  public enum Scheme {
    OPENPGP,
    SMIME;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scheme> parse(String word) {
      for (Scheme scheme : values()) {
        if (scheme.word().equals(word)) {
          return Optional.of(scheme);
        }
      }
      return Optional.empty();
    }
  }

  /// The digits of a fingerprint however it was written.
  public static String digits(String written) {
    return written.replaceAll("[\\s:]|0x", "").toUpperCase(Locale.ROOT);
  }

  public boolean isWellFormed() {
    return fingerprint.matches("[0-9A-F]{32}|[0-9A-F]{40}|[0-9A-F]{64}");
  }

  /// In groups of four digits, as people compare it.
  public String grouped() {
    return fingerprint.replaceAll("(.{4})(?=.)", "$1 ");
  }
}
