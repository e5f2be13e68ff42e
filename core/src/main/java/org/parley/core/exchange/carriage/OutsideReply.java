package org.parley.core.exchange.carriage;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.terms.Digest;

/// A reply that came outside the network, as an officer here took it down: that the office takes
/// note, answers or declines. It is of a lower grade than what the other node itself signs.
///
/// @param says what it comes to, by the officer's reading
/// @param way by which it came
/// @param when it came, by the officer's word or by the time that the mail's signature names; UTC
/// @param words with which function was spoken, and what was said; may be empty where the office
///   takes note and no more
/// @param letter what was kept of a mail; empty where nothing in writing came
public record OutsideReply(
    Says says, Way way, Instant when, String words, Optional<Letter> letter) {

  public static final int LONGEST_WORDS = 4000;

  public OutsideReply {
    if (letter.isPresent() != (way == Way.MAIL) || words.length() > LONGEST_WORDS) {
      throw new IllegalArgumentException("a mail is kept, a call has none; at most 4,000 letters");
    }
    if (says != Says.ACKNOWLEDGED && words.isBlank()) {
      throw new IllegalArgumentException("an answer is taken down with its words");
    }
  }

  /// What a reply comes to.
  public enum Says {
    /// The office takes note.
    ACKNOWLEDGED,
    ANSWERED_PARTLY,
    /// The office says that it gives no answer.
    DECLINED,
    ANSWERED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Says> parse(String word) {
      for (Says says : values()) {
        if (says.word().equals(word)) {
          return Optional.of(says);
        }
      }
      return Optional.empty();
    }
  }

  /// By which way it came.
  public enum Way {
    TELEPHONE,
    MAIL;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Way> parse(String word) {
      for (Way way : values()) {
        if (way.word().equals(word)) {
          return Optional.of(way);
        }
      }
      return Optional.empty();
    }
  }

  /// What it rests on, the weaker first.
  public enum Grade {
    /// An officer's word about a call, or a mail that proves nothing by itself.
    TAKEN_DOWN,
    /// A mail that a key signs which the directory names for the office, and that names the
    /// message.
    SIGNED_MAIL;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// What checking a mail has shown.
  public enum Finding {
    /// The signature holds, by a key that the directory names for the office, and what is signed
    /// names the message.
    PROVEN,
    /// The signature holds by such a key; what is signed names no message.
    NAMES_NOTHING,
    /// The signature holds, by a key that the directory names up to a day that had passed.
    KEY_LAPSED,
    /// The signature holds, by a key that the directory does not name for the office.
    KEY_UNKNOWN,
    /// It is signed, and the key to check it with is not at hand.
    KEY_MISSING,
    /// It is signed, and the signature does not hold.
    BROKEN,
    UNSIGNED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Finding> parse(String word) {
      for (Finding finding : values()) {
        if (finding.word().equals(word)) {
          return Optional.of(finding);
        }
      }
      return Optional.empty();
    }
  }

  /// A mail that is kept as it came.
  ///
  /// @param bytes digest of the whole mail, byte for byte
  /// @param key by which scheme and fingerprint it is signed, such as `smime 12AB…`; empty where it
  ///   is unsigned or the key is not at hand
  public record Letter(Digest bytes, Finding finding, Optional<String> key) {}

  public Grade grade() {
    return letter.filter(each -> each.finding() == Finding.PROVEN).isPresent()
        ? Grade.SIGNED_MAIL
        : Grade.TAKEN_DOWN;
  }
}
