package org.parley.core.plain;

import java.util.List;
import java.util.Optional;
import org.parley.core.outcome.Truth;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Test;
import org.parley.core.terms.Exact;

/// Puts tests to readings, as chapter 5 of the format's document says.
final class Tests {

  private final FactReader facts;

  Tests(FactReader facts) {
    this.facts = facts;
  }

  Truth put(Condition.Passes condition) {
    return put(condition.quantity(), condition.test());
  }

  private Truth put(Quantity quantity, Test test) {
    return switch (test) {
      case Test.Compare(var verb, Exact bound, var currency) ->
          agreed(
              facts.read(quantity, currency).stream()
                  .map(reading -> compare(reading, verb, bound))
                  .toList());
      case Test.CompareShare(var verb, Exact share, var whole) ->
          compareShare(quantity, verb, share, whole);
      case Test.OptionIn(_, _, var accepted) ->
          agreed(
              facts.read(quantity, Optional.empty()).stream()
                  .map(reading -> optionIn(reading, accepted))
                  .toList());
      case Test.HasAny(_, long mask) ->
          agreed(
              facts.read(quantity, Optional.empty()).stream()
                  .map(reading -> hasAny(reading, mask))
                  .toList());
      case Test.HasAll(_, long mask) ->
          agreed(
              facts.read(quantity, Optional.empty()).stream()
                  .map(reading -> hasAll(reading, mask))
                  .toList());
      case Test.Empty(boolean empty) ->
          agreed(
              facts.read(quantity, Optional.empty()).stream()
                  .map(reading -> isEmpty(reading, empty))
                  .toList());
      case Test.Both(Test first, Test second) ->
          Truth.count(List.of(put(quantity, first), put(quantity, second)), 2);
      case Test.Bounds(_, boolean lowest, List<Test> bounds) ->
          Truth.count(
              bounds.stream().map(each -> put(quantity, each)).toList(),
              lowest ? 1 : bounds.size());
    };
  }

  /// Several statements about one fact: sure only where all agree.
  private static Truth agreed(List<Truth> truths) {
    return truths.stream()
        .reduce((left, right) -> left == right ? left : Truth.OPEN)
        .orElse(Truth.FAILS);
  }

  private static Truth compare(Reading reading, Test.Verb verb, Exact bound) {
    return switch (reading) {
      case Reading.Numbers(Exact low, Exact high) -> compare(low, high, verb, bound);
      case Reading.CodeNumber(int low, int high) ->
          compare(Exact.of(low), Exact.of(high), verb, bound);
      case Reading.NoValue _, Reading.Options _, Reading.Members _ -> Truth.FAILS;
    };
  }

  private static Truth compare(Exact low, Exact high, Test.Verb verb, Exact bound) {
    boolean atLow = verb.passes(low.compareTo(bound));
    boolean atHigh = verb.passes(high.compareTo(bound));
    if (verb == Test.Verb.IS && !low.equals(high)) {
      return low.isAbove(bound) || bound.isAbove(high) ? Truth.FAILS : Truth.OPEN;
    }
    return atLow == atHigh ? Truth.of(atLow) : Truth.OPEN;
  }

  /// `part verb share × whole`, cross-multiplied; money of the whole is read in the currency of the
  /// part.
  private Truth compareShare(
      Quantity part, Test.Verb verb, Exact share, org.parley.core.fact.FactKey whole) {
    Optional<String> currency = facts.currencyOf(part);
    List<Truth> truths = new java.util.ArrayList<>();
    for (Reading left : facts.read(part, currency)) {
      for (Reading right : facts.read(new Quantity.Plain(whole), currency)) {
        truths.add(
            left instanceof Reading.Numbers(Exact low, Exact high)
                    && right instanceof Reading.Numbers(Exact least, Exact most)
                ? compare(
                    low.minus(most.times(share)), high.minus(least.times(share)), verb, Exact.ZERO)
                : Truth.FAILS);
      }
    }
    return agreed(truths);
  }

  private static Truth optionIn(Reading reading, java.util.Set<Integer> accepted) {
    return switch (reading) {
      case Reading.Options(List<Integer> places) ->
          agreed(places.stream().map(place -> Truth.of(accepted.contains(place))).toList());
      case Reading.NoValue _, Reading.Numbers _, Reading.Members _, Reading.CodeNumber _ ->
          Truth.FAILS;
    };
  }

  private static Truth hasAny(Reading reading, long mask) {
    return switch (reading) {
      case Reading.Members(long must, long may) ->
          (must & mask) != 0 ? Truth.HOLDS : (may & mask) == 0 ? Truth.FAILS : Truth.OPEN;
      case Reading.NoValue _, Reading.Numbers _, Reading.Options _, Reading.CodeNumber _ ->
          Truth.FAILS;
    };
  }

  private static Truth hasAll(Reading reading, long mask) {
    return switch (reading) {
      case Reading.Members(long must, long may) ->
          (must & mask) == mask ? Truth.HOLDS : (may & mask) != mask ? Truth.FAILS : Truth.OPEN;
      case Reading.NoValue _, Reading.Numbers _, Reading.Options _, Reading.CodeNumber _ ->
          Truth.FAILS;
    };
  }

  private static Truth isEmpty(Reading reading, boolean wanted) {
    return switch (reading) {
      case Reading.Members(long must, long may) ->
          must != 0 ? Truth.of(!wanted) : may == 0 ? Truth.of(wanted) : Truth.OPEN;
      case Reading.CodeNumber(int low, int high) ->
          low > 0 ? Truth.of(!wanted) : high == 0 ? Truth.of(wanted) : Truth.OPEN;
      case Reading.NoValue _, Reading.Numbers _, Reading.Options _ -> Truth.FAILS;
    };
  }
}
