package org.parley.core.fact;

import java.util.List;
import org.parley.core.terms.Exact;

/// What a stated value of a fact looks like.
///
/// Every number is kept as a whole multiple of the type's quantum, from 0 up to its cap. No type
/// has a value that means "unknown": what is not known is not a value.
public sealed interface FactType {

  /// Yes or no. As an option: 0 is no, 1 is yes.
  record YesNo() implements FactType {}

  /// One of several options that have an order, mildest first.
  record Ordered(List<String> options) implements FactType {}

  /// One of several options without an order.
  record Choice(List<String> options) implements FactType {}

  /// Any number of the options, at most 62 of them.
  record Options(List<String> options) implements FactType {}

  /// A whole number up to `cap`.
  record Count(long cap) implements FactType {}

  /// An amount of `unit`.
  record Quantity(String unit, Exact quantum, Exact cap) implements FactType {}

  /// An amount of some currency.
  record Money(Exact quantum, Exact cap) implements FactType {}

  /// A span of time in whole seconds, up to `capSeconds`.
  record Duration(long capSeconds) implements FactType {}

  /// A part of a whole, from 0 to 1; numerator and denominator are kept as stated.
  record Share() implements FactType {}

  /// A point in time, in whole seconds since 1970-01-01T00:00:00Z.
  record Instant() implements FactType {}

  /// Any number of codes of a published list, such as the codes of States.
  record Codes(String list) implements FactType {}

  /// A key that several incidents can share.
  record Group() implements FactType {}

  /// Free text of at most `cap` characters; never ruled on.
  record Text(int cap) implements FactType {}

  /// The options in order, for the types that have some: no and yes for [YesNo], none for numbers.
  default List<String> optionNames() {
    return switch (this) {
      case YesNo() -> List.of("no", "yes");
      case Ordered(var options) -> options;
      case Choice(var options) -> options;
      case Options(var options) -> options;
      case Count _, Quantity _, Money _, Duration _, Share _, Instant _, Codes _, Group _, Text _ ->
          List.of();
    };
  }

  /// Whether values are compared as numbers.
  default boolean isNumeric() {
    return switch (this) {
      case Count _, Quantity _, Money _, Duration _, Share _, Instant _ -> true;
      case YesNo _, Ordered _, Choice _, Options _, Codes _, Group _, Text _ -> false;
    };
  }

  /// The smallest step of a numeric type, in its natural unit: persons, seconds, whole currency
  /// units.
  default Exact quantumOrOne() {
    return switch (this) {
      case Quantity(_, var quantum, _) -> quantum;
      case Money(var quantum, _) -> quantum;
      case YesNo _,
          Ordered _,
          Choice _,
          Options _,
          Count _,
          Duration _,
          Share _,
          Instant _,
          Codes _,
          Group _,
          Text _ ->
          Exact.ONE;
    };
  }

  /// The largest value of a numeric type, in quanta.
  default long capUnits() {
    return switch (this) {
      case Count(long cap) -> cap;
      case Quantity(_, var quantum, var cap) -> cap.dividedBy(quantum).floor().longValueExact();
      case Money(var quantum, var cap) -> cap.dividedBy(quantum).floor().longValueExact();
      case Duration(long capSeconds) -> capSeconds;
      case Share() -> 1;
      case Instant() -> LAST_SECOND;
      case YesNo _, Ordered _, Choice _, Options _, Codes _, Group _, Text _ -> 0;
    };
  }

  /// The last instant that can be stated: the end of the year 2199.
  long LAST_SECOND = 7_258_118_399L;
}
