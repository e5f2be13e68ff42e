package org.parley.core.scale;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.FactKey;
import org.parley.core.terms.Citation;
import org.parley.core.terms.Exact;

/// Something a test can be put to: a fact, or what is computed from facts.
public sealed interface Quantity {

  /// The facts it is computed from.
  List<FactKey> keys();

  /// A fact as it stands.
  record Plain(FactKey key) implements Quantity {
    @Override
    public List<FactKey> keys() {
      return List.of(key);
    }
  }

  /// First over second, compared by cross-multiplication; over zero it has no value and every test
  /// on it is false.
  record Ratio(FactKey part, FactKey whole) implements Quantity {
    @Override
    public List<FactKey> keys() {
      return List.of(part, whole);
    }
  }

  /// First times second, both not negative, in natural units (durations in seconds).
  record Product(FactKey first, FactKey second) implements Quantity {
    @Override
    public List<FactKey> keys() {
      return List.of(first, second);
    }
  }

  /// Seconds from the first instant to the second.
  record Span(FactKey from, FactKey to) implements Quantity {
    @Override
    public List<FactKey> keys() {
      return List.of(from, to);
    }
  }

  /// How many codes, of those that `among` holds; all codes where it is empty. Bounded by the size
  /// of the group, or by 300.
  record CodeCount(FactKey key, Optional<CodeGroup> among) implements Quantity {
    /// The most codes that a fact of codes can have.
    public static final int MOST = 300;

    @Override
    public List<FactKey> keys() {
      return List.of(key);
    }
  }

  /// A group of codes of the reference data, by name, with its members as pinned at load.
  record CodeGroup(String name, Set<String> members) {}

  /// A fact divided by a figure of the reference data, pinned at load.
  ///
  /// @param divisor above zero, in the natural unit of the fact (for money: `currency`)
  /// @param series the name of the series, such as `es/gdp`
  record ShareOfReference(FactKey key, Series series) implements Quantity {
    @Override
    public List<FactKey> keys() {
      return List.of(key);
    }
  }

  /// A series of yearly figures.
  ///
  /// @param name such as `es/gdp`
  /// @param unit a currency code for money
  /// @param year which year counts: `previous`, or a year as text
  /// @param figures year and figure, each above zero, rising by year
  record Series(String name, String unit, String year, List<Figure> figures) {

    /// The figure that counts on a deciding day: that of the year named, or of the year before the
    /// day's; where the series has none for that year, the latest before it, else its first.
    public Figure figureOn(java.time.LocalDate day) {
      int wanted = year.equals("previous") ? day.getYear() - 1 : Integer.parseInt(year);
      return figures.stream()
          .filter(figure -> figure.year() <= wanted)
          .reduce((earlier, later) -> later)
          .orElse(figures.getFirst());
    }
  }

  /// One yearly figure.
  record Figure(int year, Exact value, org.parley.core.terms.Certainty certainty) {}

  /// A quantity that carries a name, and what the issuer tells to use when it is not known.
  record Named(String name, Quantity body, Optional<Instead> whenUnknown) implements Quantity {
    @Override
    public List<FactKey> keys() {
      return body.keys();
    }
  }

  /// What the issuer tells to use instead of a quantity that is not known.
  record Instead(Quantity quantity, Optional<Citation> cite) {}
}
