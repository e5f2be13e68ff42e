package org.parley.core.exchange;

import java.util.Comparator;
import java.util.Optional;

/// One edition of a format, such as the first of C3.
///
/// @param number the format's number without the letter, 1 to 99
/// @param edition counted from 1
public record FormatId(int number, int edition) implements Comparable<FormatId> {

  private static final Comparator<FormatId> ORDER =
      Comparator.comparingInt((FormatId id) -> id.number()).thenComparingInt(FormatId::edition);

  public FormatId {
    if (number < 1 || number > 99 || edition < 1 || edition > 99) {
      throw new IllegalArgumentException("formats and editions are numbered from 1 to 99");
    }
  }

  /// Reads `C3`, as the number alone.
  public static Optional<Integer> parseNumber(String name) {
    return name.matches("C[1-9][0-9]?")
        ? Optional.of(Integer.parseInt(name.substring(1)))
        : Optional.empty();
  }

  /// Reads `C3/1`.
  public static Optional<FormatId> parse(String text) {
    return text.matches("C[1-9][0-9]?/[1-9][0-9]?")
        ? Optional.of(
            new FormatId(
                Integer.parseInt(text.substring(1, text.indexOf('/'))),
                Integer.parseInt(text.substring(text.indexOf('/') + 1))))
        : Optional.empty();
  }

  /// The format without its edition: `C3`.
  public String name() {
    return "C" + number;
  }

  @Override
  public int compareTo(FormatId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return name() + "/" + edition;
  }
}
