package org.parley.core.directory.contacts;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// A way to speak or write to an office.
///
/// @param mayCarry up to which marking, in the office's own words; empty where it is not said
/// @param tested the last day on which it was tried and worked
public record Channel(Means means, String value, String mayCarry, Optional<LocalDate> tested) {

  public enum Means {
    DUTY_PHONE,
    PHONE,
    FAX,
    MAIL,
    /// A channel that is authorised and protected by itself, such as a network's own terminal.
    PROTECTED,
    WEB,
    OTHER;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Means> parse(String word) {
      for (Means means : values()) {
        if (means.word().equals(word)) {
          return Optional.of(means);
        }
      }
      return Optional.empty();
    }
  }

  /// Whether the value has the form of its kind: digits for a telephone, an address for mail.
  public boolean isWellFormed() {
    return switch (means) {
      case DUTY_PHONE, PHONE, FAX -> value.matches("[+0-9][0-9 ()./-]{2,40}( ?(x|ext\\.?) ?\\d+)?");
      case MAIL -> value.matches("[^@\\s,;<>]{1,64}@[^@\\s,;<>]+\\.[^@\\s,;<>.]{2,}");
      case WEB -> value.matches("https?://[^\\s\"<>]+");
      case PROTECTED, OTHER -> !value.isBlank();
    };
  }
}
