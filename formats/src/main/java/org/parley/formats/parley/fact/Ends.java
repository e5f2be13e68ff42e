package org.parley.formats.parley.fact;

import java.math.BigInteger;
import java.util.Optional;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;

/// Compares values that have an order, and finds the ends of what a statement leaves possible.
public final class Ends {

  private Ends() {}

  /// Compares two values of one ordered or numeric type; money must be of one currency.
  public static int compare(Value left, Value right) {
    return switch (left) {
      case Value.Option(int index) -> Integer.compare(index, ((Value.Option) right).index());
      case Value.Number(long units) -> Long.compare(units, ((Value.Number) right).units());
      case Value.Money(long units, _) -> Long.compare(units, ((Value.Money) right).units());
      case Value.Share(long part, long of) -> {
        Value.Share other = (Value.Share) right;
        yield BigInteger.valueOf(part)
            .multiply(BigInteger.valueOf(other.of()))
            .compareTo(BigInteger.valueOf(other.part()).multiply(BigInteger.valueOf(of)));
      }
      case Value.Options _, Value.Codes _, Value.Key _, Value.Text _ ->
          throw new IllegalArgumentException("no order: " + left);
    };
  }

  /// The smallest number that a statement about a number leaves possible; empty for no bound.
  public static Optional<Long> least(Stated stated) {
    return switch (stated) {
      case Stated.Exactly(Value value) -> units(value);
      case Stated.Between(Optional<Value> low, _) -> low.flatMap(Ends::units);
      case Stated.OneOf(var values) ->
          values.stream().map(Ends::units).flatMap(Optional::stream).min(Long::compare);
      case Stated.SetBetween _, Stated.CodesBetween _, Stated.Unknown _, Stated.NotApplicable _ ->
          Optional.empty();
    };
  }

  /// The largest number that a statement about a number leaves possible; empty for no bound.
  public static Optional<Long> most(Stated stated) {
    return switch (stated) {
      case Stated.Exactly(Value value) -> units(value);
      case Stated.Between(_, Optional<Value> high) -> high.flatMap(Ends::units);
      case Stated.OneOf(var values) ->
          values.stream().map(Ends::units).flatMap(Optional::stream).max(Long::compare);
      case Stated.SetBetween _, Stated.CodesBetween _, Stated.Unknown _, Stated.NotApplicable _ ->
          Optional.empty();
    };
  }

  private static Optional<Long> units(Value value) {
    return value instanceof Value.Number(long units) ? Optional.of(units) : Optional.empty();
  }
}
