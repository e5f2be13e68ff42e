package org.parley.formats.veris;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.terms.Exact;
import org.parley.formats.tree.Mark;

/// One value of a record, or an empty map or list, with what became of it.
final class Leaf {

  /// What became of a value.
  enum Fate {
    OPEN,
    /// It went into a stated fact.
    USED,
    /// The loss report names it.
    REPORTED
  }

  private static final int LONGEST_NUMBER = 40;
  private static final String NUMBER = "-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?";

  private final String path;
  private final String value;
  private final boolean empty;
  private final Mark mark;
  private final Optional<Leaf> behind;
  private Fate fate = Fate.OPEN;

  /// @param path the field as the record writes it, without the brackets of lists
  /// @param value the value as the record writes it
  /// @param empty whether nothing stands there: null, or a map or list without content
  Leaf(String path, String value, boolean empty, Mark mark) {
    this(path, value, empty, mark, Optional.empty());
  }

  private Leaf(String path, String value, boolean empty, Mark mark, Optional<Leaf> behind) {
    this.path = path;
    this.value = value;
    this.empty = empty;
    this.mark = mark;
    this.behind = behind;
  }

  /// The same value seen as another field's: what becomes of one becomes of both.
  Leaf as(String otherPath, String otherValue) {
    return new Leaf(otherPath, otherValue, false, mark, Optional.of(this));
  }

  String path() {
    return path;
  }

  String value() {
    return value;
  }

  /// The value as the mapping writes it: without blanks around it and without capitals.
  String word() {
    return value.strip().toLowerCase(Locale.ROOT);
  }

  /// The value as a number, exponents included; empty where it is none, or is so large or so fine
  /// that it cannot be meant.
  Optional<Exact> number() {
    String text = value.strip();
    return text.length() <= LONGEST_NUMBER && text.matches(NUMBER)
        ? Optional.of(Exact.of(new BigDecimal(text)))
        : Optional.empty();
  }

  /// The value as a whole number from nought to `most`.
  Optional<Long> whole(long most) {
    return number()
        .filter(number -> number.isWhole() && number.signum() >= 0)
        .filter(number -> !number.isAbove(Exact.of(most)))
        .map(number -> number.numerator().longValueExact());
  }

  boolean empty() {
    return empty;
  }

  Mark mark() {
    return mark;
  }

  Fate fate() {
    return fate;
  }

  void use() {
    fate = Fate.USED;
    behind.ifPresent(Leaf::use);
  }

  /// Counts as named in the report, unless it was used besides.
  void report() {
    if (fate == Fate.OPEN) {
      fate = Fate.REPORTED;
    }
    behind.ifPresent(Leaf::report);
  }
}
