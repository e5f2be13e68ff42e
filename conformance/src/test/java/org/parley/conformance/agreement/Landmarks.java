package org.parley.conformance.agreement;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Value;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Test;
import org.parley.core.terms.Exact;

/// The values of each fact at which a rule can change its mind: every bound, the steps just before
/// and after it, both ends.
final class Landmarks {

  /// The hour from which spans are counted.
  private static final long NOON = 1_750_000_000L;

  private static final Exact TINY = Exact.of(1, 1_000_000);
  private static final List<String> STATES =
      List.of("FR", "DE", "AT", "IT", "ES", "CH", "NO", "US", "RS", "KZ");

  private final Catalogue catalogue;
  private final Watched watched;
  private final int year;
  private String currency = "EUR";

  /// @param year the year before this one is that of reference figures
  Landmarks(Catalogue catalogue, Watched watched, int year) {
    this.catalogue = catalogue;
    this.watched = watched;
    this.year = year;
  }

  List<Value> of(FactKey key) {
    FactType type = catalogue.find(key.fact()).orElseThrow().type();
    return switch (type) {
      case FactType.YesNo _, FactType.Ordered _, FactType.Choice _ -> {
        List<Value> values = new ArrayList<>();
        for (int place = 0; place < type.optionNames().size(); place++) {
          values.add(new Value.Option(place));
        }
        yield values;
      }
      case FactType.Options(List<String> options) -> sets(key, options.size());
      case FactType.Codes _ -> codes();
      case FactType.Share _ -> shares(key);
      case FactType.Count _, FactType.Quantity _, FactType.Duration _, FactType.Instant _ ->
          units(key, type).stream().<Value>map(Value.Number::new).toList();
      case FactType.Money _ -> {
        TreeSet<Long> units = units(key, type);
        yield units.stream().<Value>map(one -> new Value.Money(one, currency)).toList();
      }
      case FactType.Group _, FactType.Text _ -> List.of();
    };
  }

  // ---- numbers ---------------------------------------------------------------------------------

  private TreeSet<Long> units(FactKey key, FactType type) {
    TreeSet<Exact> places = new TreeSet<>();
    for (Condition.Passes test : watched.allTests()) {
      if (Watched.keys(test).contains(key)) {
        places(key, test.quantity(), test.test(), places);
      }
    }
    TreeSet<Long> units = new TreeSet<>(List.of(0L, 1L, type.capUnits()));
    for (Exact place : places) {
      Exact exact = place.dividedBy(type.quantumOrOne());
      for (BigInteger end : List.of(exact.floor(), exact.ceiling())) {
        for (long unit = end.longValueExact() - 1; unit <= end.longValueExact() + 1; unit++) {
          if (unit >= 0 && unit <= type.capUnits()) {
            units.add(unit);
          }
        }
      }
    }
    return units;
  }

  private void places(FactKey key, Quantity quantity, Test test, Set<Exact> places) {
    List<Exact> bounds = new ArrayList<>();
    Map<FactKey, List<Exact>> shares = new TreeMap<>();
    bounds(test, bounds, shares);
    switch (quantity) {
      case Quantity.Named(_, Quantity body, _) -> places(key, body, test, places);
      case Quantity.Plain(FactKey plain) -> {
        if (plain.equals(key)) {
          places.addAll(bounds);
        }
        shares.forEach((whole, some) -> fractions(key.equals(plain), some, bounds, places));
      }
      case Quantity.Ratio(FactKey part, _) ->
          fractions(key.equals(part), bounds, plainBounds(part), places);
      case Quantity.Span(FactKey from, _) -> {
        places.add(Exact.of(NOON));
        if (!key.equals(from)) {
          bounds.forEach(bound -> places.add(bound.plus(Exact.of(NOON))));
        }
      }
      case Quantity.ShareOfReference(_, Quantity.Series series) -> {
        currency = series.unit();
        Exact whole = series.figureOn(java.time.LocalDate.of(year, 6, 1)).value();
        bounds.forEach(bound -> places.add(bound.times(whole)));
      }
      case Quantity.CodeCount _ -> {}
      case Quantity.Product(FactKey first, FactKey second) ->
          throw new IllegalArgumentException("a product: " + first + " " + second);
    }
  }

  /// Wholes on which a share is a whole number, such that plain bounds lie below, within and above;
  /// and the parts of them that the shares make.
  private static void fractions(
      boolean isPart, List<Exact> shares, List<Exact> bounds, Set<Exact> places) {
    Set<Exact> wholes = new TreeSet<>(Set.of(Exact.of(10_000), Exact.of(3)));
    for (Exact share : shares) {
      for (Exact bound : bounds) {
        if (share.signum() > 0) {
          Exact even = bound.dividedBy(share);
          wholes.addAll(Set.of(even, even.times(Exact.of(8)), even.times(Exact.of(1, 8))));
        }
      }
    }
    if (!isPart) {
      places.addAll(wholes);
      return;
    }
    for (Exact whole : wholes) {
      places.add(whole);
      shares.forEach(share -> places.add(whole.times(share)));
    }
  }

  /// The bounds of all tests on a fact by itself.
  private List<Exact> plainBounds(FactKey key) {
    List<Exact> bounds = new ArrayList<>();
    for (Condition.Passes test : watched.allTests()) {
      if (test.quantity() instanceof Quantity.Plain(FactKey plain) && plain.equals(key)) {
        bounds(test.test(), bounds, new TreeMap<>());
      }
    }
    return bounds;
  }

  private void bounds(Test test, List<Exact> bounds, Map<FactKey, List<Exact>> shares) {
    switch (test) {
      case Test.Compare(_, Exact bound, Optional<String> of) -> {
        bounds.add(bound);
        of.ifPresent(name -> currency = name);
      }
      case Test.CompareShare(_, Exact share, FactKey whole) ->
          shares.computeIfAbsent(whole, _ -> new ArrayList<>()).add(share);
      case Test.Both(Test first, Test second) -> {
        bounds(first, bounds, shares);
        bounds(second, bounds, shares);
      }
      case Test.Bounds(_, _, var several) -> several.forEach(each -> bounds(each, bounds, shares));
      case Test.OptionIn _, Test.HasAny _, Test.HasAll _, Test.Empty _ -> {}
    }
  }

  private List<Value> shares(FactKey key) {
    TreeSet<Exact> places = new TreeSet<>(Set.of(Exact.ZERO, Exact.ONE));
    for (Exact bound : plainBounds(key)) {
      places.addAll(Set.of(bound, bound.plus(TINY), bound.minus(TINY)));
    }
    return places.stream()
        .filter(place -> place.signum() >= 0 && !place.isAbove(Exact.ONE))
        .map(place -> place.times(Exact.of(1_000_000)).floor().longValueExact())
        .<Value>map(part -> new Value.Share(part, 1_000_000))
        .toList();
  }

  // ---- sets ------------------------------------------------------------------------------------

  /// Of options that no test tells apart: none of them, one, all. Where a criterion takes the
  /// gravest, each option alone besides.
  private List<Value> sets(FactKey key, int options) {
    Map<List<Boolean>, Long> bundles = new java.util.LinkedHashMap<>();
    List<Long> masks = masks(key);
    for (int place = 0; place < options; place++) {
      long bit = 1L << place;
      bundles.merge(
          masks.stream().map(mask -> (mask & bit) != 0).toList(), bit, (one, other) -> one | other);
    }
    Set<Long> sets = new LinkedHashSet<>(Set.of(0L));
    if (!masks.isEmpty()) {
      for (long bundle : bundles.values()) {
        Set<Long> more = new LinkedHashSet<>(sets);
        sets.forEach(set -> more.add(set | Long.lowestOneBit(bundle)));
        sets.forEach(set -> more.add(set | bundle));
        sets = more;
      }
    }
    if (isRanked(key)) {
      for (int one = 0; one < options; one++) {
        for (int other = one; other < options; other++) {
          sets.add(1L << one | 1L << other);
        }
      }
    }
    return sets.stream().<Value>map(Value.Options::new).toList();
  }

  private boolean isRanked(FactKey key) {
    return watched.criteria().stream()
        .anyMatch(criterion ->
            criterion.body() instanceof Criterion.GravestOf(FactKey by, _, _) && by.equals(key));
  }

  private List<Long> masks(FactKey key) {
    List<Long> masks = new ArrayList<>();
    for (Condition.Passes test : watched.allTests()) {
      if (test.quantity() instanceof Quantity.Plain(FactKey plain) && plain.equals(key)) {
        switch (test.test()) {
          case Test.HasAny(_, long mask) -> masks.add(mask);
          case Test.HasAll(_, long mask) -> masks.add(mask);
          case Test.Empty _ -> masks.add(-1L);
          case Test.Compare _,
              Test.CompareShare _,
              Test.OptionIn _,
              Test.Both _,
              Test.Bounds _ -> {}
        }
      }
    }
    return masks;
  }

  /// None, and growing numbers of States, among them some of every group.
  private static List<Value> codes() {
    List<Value> sets = new ArrayList<>();
    for (int from : List.of(0, 5)) {
      for (int many = 0; many + from <= STATES.size(); many++) {
        sets.add(new Value.Codes(new TreeSet<>(STATES.subList(from, from + many))));
      }
    }
    return sets;
  }
}
