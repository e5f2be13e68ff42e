package org.parley.core.exchange;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.terms.Octets;

/// One numbered item of a statement. The number stays with the question for ever, through
/// translation, paper and radio.
///
/// @param number as the format gives it, 1 to 999
/// @param said what the sender says under it
/// @param translations by language, what a value says in it, part by part; which text counts, the
///   heading says
/// @param salt 16 unguessable bytes, so that the hash of the item tells nothing of it
public record Item(
    int number, Said said, SortedMap<String, List<String>> translations, Octets salt) {

  public static final int SALT_BYTES = 16;

  public Item {
    if (number < 1 || number > 999) {
      throw new IllegalArgumentException("items are numbered from 1 to 999");
    }
    if (salt.size() != SALT_BYTES) {
      throw new IllegalArgumentException("a salt has 16 bytes");
    }
    SortedMap<String, List<String>> copy = new TreeMap<>();
    translations.forEach((language, texts) -> copy.put(language, List.copyOf(texts)));
    translations = Collections.unmodifiableSortedMap(copy);
  }

  public static Item of(int number, Octets salt, String... texts) {
    return new Item(number, new Value(List.of(texts)), new TreeMap<>(), salt);
  }

  public static Item nil(int number, Octets salt) {
    return new Item(number, new Nil(), new TreeMap<>(), salt);
  }

  public static Item absent(int number, Octets salt, Reason reason) {
    return new Item(number, new Absent(reason, Optional.empty()), new TreeMap<>(), salt);
  }

  /// What stands under a number.
  public sealed interface Said {}

  /// What the sender states, each part in the written form of the item's type.
  ///
  /// @param texts one, or several where the format allows several
  public record Value(List<String> texts) implements Said {
    public Value {
      texts = List.copyOf(texts);
      if (texts.isEmpty()) {
        throw new IllegalArgumentException("a value says something");
      }
    }
  }

  /// Nothing to report: a statement, with the meaning that the format gives it.
  public record Nil() implements Said {}

  /// Not said, and why.
  ///
  /// @param words more about the reason, for people
  public record Absent(Reason reason, Optional<String> words) implements Said {}

  /// Why an item is not said.
  public enum Reason {
    NOT_KNOWN_YET,
    /// The sender knows and does not release it.
    WITHHELD,
    NOT_APPLICABLE;

    public static Optional<Reason> parse(String word) {
      for (Reason reason : values()) {
        if (reason.word().equals(word)) {
          return Optional.of(reason);
        }
      }
      return Optional.empty();
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
