package org.parley.core.plain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Constraint;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.Exact;

/// Reads facts and quantities off a sheet, one [Reading] for each statement that may be true.
final class FactReader {

  private final Catalogue catalogue;
  private final Optional<ScaleEdition.Rates> rates;
  private final LocalDate day;
  private final Sheet sheet;

  FactReader(Catalogue catalogue, Optional<ScaleEdition.Rates> rates, LocalDate day, Sheet sheet) {
    this.catalogue = catalogue;
    this.rates = rates;
    this.day = day;
    this.sheet = sheet;
  }

  List<Stated> stated(FactKey key) {
    return sheet.possible(key, fact(key));
  }

  Fact fact(FactKey key) {
    return catalogue
        .find(key.fact())
        .orElseThrow(
            () -> new IllegalStateException("a checked edition asks for an unknown fact: " + key));
  }

  /// What the quantity can be; money in `currency`, where one is named.
  List<Reading> read(Quantity quantity, Optional<String> currency) {
    return switch (quantity) {
      case Quantity.Plain(FactKey key) -> readFact(key, currency);
      case Quantity.Named(_, Quantity body, _) -> read(body, currency);
      case Quantity.Ratio(FactKey part, FactKey whole) ->
          pairs(
              part,
              whole,
              currency.or(() -> currencyOf(quantity)),
              (a, b) -> ratio(part, whole, a, b));
      case Quantity.Product(FactKey first, FactKey second) ->
          pairs(first, second, currency, FactReader::product);
      case Quantity.Span(FactKey from, FactKey to) -> pairs(from, to, currency, FactReader::span);
      case Quantity.CodeCount(FactKey key, var among) ->
          said(key).stream().map(said -> codeNumber(said, among)).toList();
      case Quantity.ShareOfReference(FactKey key, Quantity.Series series) ->
          shareOfReference(key, series);
    };
  }

  /// The currency that the first statement about a fact of money names, if any does: where a test
  /// names none, parts of one quantity are put together in it.
  Optional<String> currencyOf(Quantity quantity) {
    return quantity.keys().stream()
        .flatMap(key -> said(key).stream())
        .flatMap(said -> currency(said).stream())
        .findFirst();
  }

  private static Optional<String> currency(Stated said) {
    return switch (said) {
      case Stated.Exactly(Value.Money(_, String currency)) -> Optional.of(currency);
      case Stated.Between(Optional<Value> low, Optional<Value> high) ->
          low.or(() -> high)
              .filter(Value.Money.class::isInstance)
              .map(value -> ((Value.Money) value).currency());
      case Stated.Exactly _,
          Stated.OneOf _,
          Stated.SetBetween _,
          Stated.CodesBetween _,
          Stated.Unknown _,
          Stated.NotApplicable _ ->
          Optional.empty();
    };
  }

  private List<Reading> readFact(FactKey key, Optional<String> currency) {
    FactType type = fact(key).type();
    return said(key).stream().map(said -> reading(type, said, currency)).toList();
  }

  /// The statements, with "one of several" taken apart into each of them.
  private List<Stated> said(FactKey key) {
    return stated(key).stream()
        .flatMap(stated ->
            stated instanceof Stated.OneOf(List<Value> values)
                ? values.stream().<Stated>map(Stated.Exactly::new)
                : Stream.of(stated))
        .toList();
  }

  private Reading reading(FactType type, Stated said, Optional<String> currency) {
    return switch (said) {
      case Stated.NotApplicable _ -> new Reading.NoValue();
      case Stated.Unknown _ -> anything(type);
      case Stated.Exactly(Value value) -> exactly(type, value, currency);
      case Stated.SetBetween(long includes, long mayInclude) ->
          new Reading.Members(includes, includes | mayInclude);
      case Stated.CodesBetween _ -> codeNumber(said, Optional.empty());
      case Stated.OneOf _ -> throw new IllegalStateException("taken apart before");
      case Stated.Between(Optional<Value> low, Optional<Value> high) -> {
        Reading all = anything(type);
        yield between(
            low.map(value -> exactly(type, value, currency)).orElse(all),
            high.map(value -> exactly(type, value, currency)).orElse(all));
      }
    };
  }

  private static Reading anything(FactType type) {
    return switch (type) {
      case FactType.YesNo _, FactType.Ordered _, FactType.Choice _ ->
          new Reading.Options(IntStream.range(0, type.optionNames().size()).boxed().toList());
      case FactType.Options(var options) -> new Reading.Members(0, (1L << options.size()) - 1);
      case FactType.Codes _ -> new Reading.CodeNumber(0, Quantity.CodeCount.MOST);
      case FactType.Count _,
          FactType.Quantity _,
          FactType.Money _,
          FactType.Duration _,
          FactType.Share _,
          FactType.Instant _ ->
          new Reading.Numbers(Exact.ZERO, Exact.of(type.capUnits()).times(type.quantumOrOne()));
      case FactType.Group _, FactType.Text _ -> new Reading.NoValue();
    };
  }

  private Reading exactly(FactType type, Value value, Optional<String> currency) {
    return switch (value) {
      case Value.Option(int index) -> new Reading.Options(List.of(index));
      case Value.Options(long mask) -> new Reading.Members(mask, mask);
      case Value.Number(long units) ->
          Reading.Numbers.one(Exact.of(units).times(type.quantumOrOne()));
      case Value.Share(long part, long of) -> Reading.Numbers.one(Exact.of(part, of));
      case Value.Money(long units, String stated) ->
          convert(Exact.of(units).times(type.quantumOrOne()), stated, currency.orElse(stated))
              .<Reading>map(Reading.Numbers::one)
              .orElseGet(() -> anything(type));
      case Value.Codes(var codes) -> new Reading.CodeNumber(codes.size(), codes.size());
      case Value.Key _, Value.Text _ -> new Reading.NoValue();
    };
  }

  private Optional<Exact> convert(Exact amount, String from, String to) {
    if (from.equals(to) || amount.signum() == 0) {
      return Optional.of(amount);
    }
    return rates.flatMap(table -> {
      Exact here = table.perEuro().get(from);
      Exact there = table.perEuro().get(to);
      return here == null || there == null
          ? Optional.empty()
          : Optional.of(amount.dividedBy(here).times(there));
    });
  }

  private static Reading codeNumber(Stated said, Optional<Quantity.CodeGroup> among) {
    int most = among.map(group -> group.members().size()).orElse(Quantity.CodeCount.MOST);
    return switch (said) {
      case Stated.NotApplicable _ -> new Reading.NoValue();
      case Stated.Exactly(Value.Codes(var codes)) -> {
        int number = count(codes, among);
        yield new Reading.CodeNumber(number, number);
      }
      case Stated.CodesBetween(var includes, boolean more) -> {
        int number = count(includes, among);
        yield new Reading.CodeNumber(number, more ? most : number);
      }
      case Stated.Exactly _,
          Stated.OneOf _,
          Stated.Between _,
          Stated.SetBetween _,
          Stated.Unknown _ ->
          new Reading.CodeNumber(0, most);
    };
  }

  private static int count(java.util.Set<String> codes, Optional<Quantity.CodeGroup> among) {
    return (int)
        codes.stream()
            .filter(code -> among.map(group -> group.members().contains(code)).orElse(true))
            .count();
  }

  private List<Reading> shareOfReference(FactKey key, Quantity.Series series) {
    Exact divisor = series.figureOn(day).value();
    return readFact(key, Optional.of(series.unit())).stream()
        .map(reading ->
            reading instanceof Reading.Numbers(Exact low, Exact high)
                ? new Reading.Numbers(low.dividedBy(divisor), high.dividedBy(divisor))
                : reading)
        .toList();
  }

  private interface Join {
    List<Reading> of(Reading.Numbers first, Reading.Numbers second);
  }

  private List<Reading> pairs(FactKey first, FactKey second, Optional<String> currency, Join join) {
    List<Reading> joined = new ArrayList<>();
    for (Reading left : readFact(first, currency)) {
      for (Reading right : readFact(second, currency)) {
        joined.addAll(
            left instanceof Reading.Numbers a && right instanceof Reading.Numbers b
                ? join.of(a, b)
                : List.of(new Reading.NoValue()));
      }
    }
    return joined;
  }

  /// The whole may be zero only while the part may be, for a part is never above its whole.
  private List<Reading> ratio(
      FactKey partKey, FactKey wholeKey, Reading.Numbers part, Reading.Numbers whole) {
    boolean bounded = isNeverAbove(partKey, wholeKey);
    Exact leastWhole = fact(wholeKey).type().quantumOrOne();
    List<Reading> readings = new ArrayList<>();
    if (whole.low().signum() == 0 && !(bounded && part.low().signum() > 0)) {
      readings.add(new Reading.NoValue());
    }
    if (whole.high().signum() > 0) {
      Exact most =
          part.high().dividedBy(whole.low().isAbove(leastWhole) ? whole.low() : leastWhole);
      Exact least = part.low().dividedBy(whole.high());
      readings.add(
          new Reading.Numbers(least, bounded && most.isAbove(Exact.ONE) ? Exact.ONE : most));
    }
    return readings;
  }

  private boolean isNeverAbove(FactKey part, FactKey whole) {
    return part.region().equals(whole.region())
        && part.mode() == whole.mode()
        && catalogue.constraints().contains(new Constraint.NotAbove(part.fact(), whole.fact()));
  }

  private static List<Reading> product(Reading.Numbers first, Reading.Numbers second) {
    return List.of(
        new Reading.Numbers(first.low().times(second.low()), first.high().times(second.high())));
  }

  private static List<Reading> span(Reading.Numbers from, Reading.Numbers to) {
    return List.of(new Reading.Numbers(to.low().minus(from.high()), to.high().minus(from.low())));
  }

  private static Reading between(Reading low, Reading high) {
    return switch (low) {
      case Reading.Numbers(Exact least, _) when high instanceof Reading.Numbers(_, Exact most) ->
          new Reading.Numbers(least, most);
      case Reading.Options(var places) when high instanceof Reading.Options(var others) ->
          new Reading.Options(
              IntStream.rangeClosed(places.getFirst(), others.getLast()).boxed().toList());
      case Reading.Numbers _,
          Reading.Options _,
          Reading.Members _,
          Reading.CodeNumber _,
          Reading.NoValue _ ->
          low;
    };
  }
}
