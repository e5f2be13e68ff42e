package org.parley.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Constraint;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactId;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Together;
import org.parley.core.fact.Value;
import org.parley.core.scale.ScaleEdition.Rates;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Exact;

/// A catalogue so small that every completion of the unknown can be written down.
final class SmallWorld {

  static final Digest DIGEST = Digest.of(new byte[] {1});

  /// The last second that the tests state for an instant.
  static final long LAST = 4;

  static final long CAP = 6;

  static final Rates RATES =
      new Rates(
          "test",
          Map.of(
              "EUR",
              Exact.ONE,
              "USD",
              Exact.of(5, 4),
              "JPY",
              Exact.of(170),
              "CHF",
              Exact.of(1, 2)));

  static final Catalogue CATALOGUE =
      new Catalogue(
          "small",
          DIGEST,
          List.of(
              fact("flag", new FactType.YesNo(), new Value.Option(0)),
              fact("grade", new FactType.Ordered(List.of("one", "two", "three", "four"))),
              fact("kind", new FactType.Choice(List.of("red", "green", "blue"))),
              fact("marks", new FactType.Options(List.of("a", "b", "c", "d"))),
              fact("hit", new FactType.Count(CAP), new Value.Number(0)),
              fact("hitToo", new FactType.Count(CAP)),
              fact("total", new FactType.Count(CAP)),
              fact("alone", new FactType.Count(CAP)),
              fact("weight", new FactType.Quantity("kg", half(), Exact.of(3))),
              fact("outage", new FactType.Duration(CAP)),
              fact("loss", new FactType.Money(half(), Exact.of(3)), new Value.Money(0, "EUR")),
              fact("income", new FactType.Money(half(), Exact.of(3))),
              fact("part", new FactType.Share()),
              fact("began", new FactType.Instant()),
              fact("seen", new FactType.Instant()),
              fact("ended", new FactType.Instant()),
              fact("states", new FactType.Codes("states"))),
          List.of(
              new Constraint.NotAbove(id("hit"), id("total")),
              new Constraint.NotAbove(id("hitToo"), id("total")),
              new Constraint.NotBefore(id("seen"), id("began")),
              new Constraint.NotBefore(id("ended"), id("began"))));

  private SmallWorld() {}

  private static Exact half() {
    return Exact.of(1, 2);
  }

  private static FactId id(String name) {
    return FactId.parse(name).orElseThrow();
  }

  private static Fact fact(String name, FactType type, Value... baseline) {
    return new Fact(
        id(name),
        "test",
        type,
        Stream.of(baseline).findFirst(),
        new Fact.Reach(true, true),
        Together.MAX,
        "A fact of the test.");
  }

  static FactType type(FactKey key) {
    return CATALOGUE.find(key.fact()).map(Fact::type).orElseThrow();
  }

  /// Every value that the type allows; instants only up to [#LAST], shares by twentieths, codes of
  /// three States of which two are in the group.
  static List<Value> values(FactKey key) {
    FactType type = type(key);
    return switch (type) {
      case FactType.YesNo _, FactType.Ordered _, FactType.Choice _ ->
          upTo(type.optionNames().size() - 1L)
              .mapToObj(place -> (Value) new Value.Option((int) place))
              .toList();
      case FactType.Options(List<String> options) ->
          upTo((1L << options.size()) - 1)
              .mapToObj(mask -> (Value) new Value.Options(mask))
              .toList();
      case FactType.Count _, FactType.Quantity _, FactType.Duration _ -> numbers(type.capUnits());
      case FactType.Money _ ->
          upTo(type.capUnits()).mapToObj(units -> (Value) new Value.Money(units, "EUR")).toList();
      case FactType.Instant _ -> numbers(LAST);
      case FactType.Share _ ->
          upTo(20).mapToObj(part -> (Value) new Value.Share(part, 20)).toList();
      case FactType.Codes _ -> {
        List<Value> sets = new ArrayList<>();
        for (int mask = 0; mask < 8; mask++) {
          sets.add(codes(mask));
        }
        yield sets;
      }
      case FactType.Group _, FactType.Text _ -> List.of();
    };
  }

  static Value codes(int mask) {
    List<String> all = List.of("FR", "DE", "CH");
    List<String> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if ((mask & (1 << i)) != 0) {
        some.add(all.get(i));
      }
    }
    return new Value.Codes(new java.util.TreeSet<>(some));
  }

  private static LongStream upTo(long last) {
    return LongStream.rangeClosed(0, last);
  }

  private static List<Value> numbers(long cap) {
    return upTo(cap).mapToObj(units -> (Value) new Value.Number(units)).toList();
  }

  static Optional<Exact> rate(String from, String to, Optional<Rates> rates) {
    if (from.equals(to)) {
      return Optional.of(Exact.ONE);
    }
    return rates.map(table ->
        table
            .perEuro()
            .getOrDefault(to, Exact.ONE)
            .dividedBy(table.perEuro().getOrDefault(from, Exact.ONE)));
  }
}
