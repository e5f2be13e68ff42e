package org.parley.core.check;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.directory.OfficeId;

/// One thing that was heard from an office that was asked.
///
/// @param at when it was recorded here, UTC
/// @param word what it repeats, where it repeats something
/// @param way by which it came, where it says so
public record Heard(
    Kind kind, OfficeId by, Instant at, Optional<String> word, Optional<String> way) {

  /// What was heard.
  public enum Kind {
    /// Its node has it on disk.
    DELIVERED,
    /// A person has it open.
    OPENED,
    /// It takes note; the word is not repeated by that.
    ACKNOWLEDGED,
    /// It answers in format C2.
    ANSWERED,
    /// It sends an early notice.
    NOTICE,
    /// It offers assistance, or says that it offers none.
    OFFER,
    /// A contact by another way, written down by an officer here: a lower grade.
    BY_HAND
  }

  public static Heard of(Kind kind, OfficeId by, Instant at) {
    return new Heard(kind, by, at, Optional.empty(), Optional.empty());
  }

  boolean repeats(String asked) {
    return word.filter(said -> plain(said).equals(plain(asked))).isPresent();
  }

  /// Upper and lower case, blanks and hyphens make no difference: the word may come by telephone.
  private static String plain(String text) {
    return text.replace(" ", "").replace("-", "").toLowerCase(java.util.Locale.ROOT);
  }
}
