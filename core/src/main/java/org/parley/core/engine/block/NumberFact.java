package org.parley.core.engine.block;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.core.engine.line.Amounts;
import org.parley.core.engine.line.Ranges;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.terms.Exact;

/// A numeric fact as the engine reads it from a sheet.
///
/// @param exchange how money is converted
public record NumberFact(Known known, Exchange exchange) {

  /// More than any amount that is ever stated, and still far from the end of a long.
  static final long FAR = Long.MAX_VALUE / 4;

  public Exact quantum() {
    return known.fact().type().quantumOrOne();
  }

  private long cap() {
    return known.fact().type().capUnits();
  }

  Amounts.Part everything() {
    return new Amounts.Part(quantum(), Ranges.of(0, cap()));
  }

  /// Whatever could be written down, the catalogue's cap and the world's constraints aside.
  Amounts anything() {
    return new Amounts(true, List.of(new Amounts.Part(quantum(), Ranges.of(0, FAR))));
  }

  /// What the sheet says.
  ///
  /// @param currency the currency in which money is compared; empty for what is not money
  Amounts on(Sheet sheet, String currency) {
    Amounts all = Amounts.NONE;
    for (Stated stated : known.on(sheet)) {
      all =
          switch (stated) {
            case Stated.NotApplicable _ -> all.orNotApplicable();
            case Stated.Unknown _ -> all.or(everything());
            case Stated.Exactly(Value value) -> all.or(from(value, value, currency));
            case Stated.Between(var low, var high) -> all.or(between(low, high, currency));
            case Stated.OneOf(List<Value> values) -> {
              Amounts some = all;
              for (Value value : values) {
                some = some.or(from(value, value, currency));
              }
              yield some;
            }
            case Stated.SetBetween _, Stated.CodesBetween _ -> throw known.misfit(stated);
          };
    }
    return all;
  }

  private Amounts.Part between(Optional<Value> low, Optional<Value> high, String currency) {
    Value some = low.or(() -> high).orElse(number(0));
    return from(low.orElse(like(some, 0)), high.orElse(like(some, cap())), currency);
  }

  private static Value number(long units) {
    return new Value.Number(units);
  }

  private static Value like(Value other, long units) {
    return other instanceof Value.Money(_, String currency)
        ? new Value.Money(units, currency)
        : number(units);
  }

  private Amounts.Part from(Value low, Value high, String currency) {
    if (low instanceof Value.Number(long first) && high instanceof Value.Number(long last)) {
      return new Amounts.Part(quantum(), Ranges.of(first, last));
    }
    if (low instanceof Value.Money(long first, String from)
        && high instanceof Value.Money(long last, String to)) {
      if (first == 0 && last == 0) {
        return new Amounts.Part(quantum(), Ranges.of(0, 0));
      }
      return (from.equals(to) ? exchange.rate(from, currency) : Optional.<Exact>empty())
          .map(rate -> new Amounts.Part(quantum().times(rate), Ranges.of(first, last)))
          .orElse(everything());
    }
    throw known.misfit(low + " to " + high);
  }

  boolean isMoney() {
    return known.fact().type() instanceof FactType.Money;
  }

  /// The currency of the first amount above zero that the sheet states, if it is money.
  Optional<String> statedCurrency(Sheet sheet) {
    return known.on(sheet).stream().flatMap(NumberFact::amounts).findFirst();
  }

  private static Stream<String> amounts(Stated stated) {
    Stream<Value> values =
        switch (stated) {
          case Stated.Exactly(Value value) -> Stream.of(value);
          case Stated.Between(var low, var high) -> Stream.concat(low.stream(), high.stream());
          case Stated.OneOf(List<Value> some) -> some.stream();
          case Stated.Unknown _, Stated.NotApplicable _ -> Stream.empty();
          case Stated.SetBetween _, Stated.CodesBetween _ -> Stream.empty();
        };
    return values.flatMap(value ->
        value instanceof Value.Money(long units, String currency) && units > 0
            ? Stream.of(currency)
            : Stream.empty());
  }
}
