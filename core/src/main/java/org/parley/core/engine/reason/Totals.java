package org.parley.core.engine.reason;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.core.outcome.Step;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Levels;
import org.parley.core.scale.Rule;
import org.parley.core.terms.Exact;

/// What the criteria of a score give together. Exact scores are slow to add up, so that what was
/// made once is kept at a place that each criterion adds its share to.
///
/// Threads that make one at once make the same.
final class Totals {

  /// The most places.
  private static final int MOST = 1 << 16;

  private final Levels levels;
  private final Rule.Bands bands;
  private final Function<Given[], Exact> score;

  /// What each criterion adds to the place for all that it can give; empty where nothing is kept.
  private final int[][] addends;

  private final @Nullable Banded[] kept;

  /// A score in its band.
  record Banded(Optional<Step.Range> score, List<Grade> possible) {}

  private Totals(
      Levels levels, Rule.Bands bands, Function<Given[], Exact> score, int[][] addends, int size) {
    this.levels = levels;
    this.bands = bands;
    this.score = score;
    this.addends = addends;
    this.kept = new @Nullable Banded[size];
  }

  /// A score for which only a weighted sum counts: equal sums share a place.
  static Totals ofSums(
      Levels levels, Rule.Bands bands, Function<Given[], Exact> score, List<Choosing> criteria) {
    BigInteger common =
        weighted(criteria).map(Exact::denominator).reduce(BigInteger.ONE, Totals::multiple);
    int[][] addends = new int[criteria.size()][];
    int size = 1;
    for (int i = 0; i < addends.length; i++) {
      Choosing one = criteria.get(i);
      List<BigInteger> shares =
          weighted(List.of(one))
              .map(share -> share.times(Exact.of(common, BigInteger.ONE)).numerator())
              .toList();
      BigInteger least = shares.stream().reduce(BigInteger.ZERO, BigInteger::min);
      BigInteger most = shares.stream().reduce(BigInteger.ZERO, BigInteger::max);
      if (shares.isEmpty() || most.subtract(least).compareTo(BigInteger.valueOf(MOST - size)) > 0) {
        return new Totals(levels, bands, score, new int[0][], 0);
      }
      addends[i] = shares.stream().mapToInt(share -> share.subtract(least).intValue()).toArray();
      size += most.subtract(least).intValue();
    }
    return new Totals(levels, bands, score, addends, size);
  }

  private static java.util.stream.Stream<Exact> weighted(List<Choosing> criteria) {
    return criteria.stream()
        .flatMap(
            one -> one.all().stream().map(given -> given.score().times(one.criterion().weight())));
  }

  private static BigInteger multiple(BigInteger one, BigInteger other) {
    return one.divide(one.gcd(other)).multiply(other);
  }

  /// A score for which every combination counts by itself.
  static Totals ofCombinations(
      Levels levels, Rule.Bands bands, Function<Given[], Exact> score, List<Choosing> criteria) {
    int[][] addends = new int[criteria.size()][];
    int size = 1;
    for (int i = 0; i < addends.length; i++) {
      int count = criteria.get(i).all().size();
      if (count == 0 || count > MOST / size) {
        return new Totals(levels, bands, score, new int[0][], 0);
      }
      addends[i] = new int[count];
      for (int number = 0; number < count; number++) {
        addends[i][number] = number * size;
      }
      size *= count;
    }
    return new Totals(levels, bands, score, addends, size);
  }

  /// What is added for something that the criterion at the place gives.
  int addend(int criterion, Given given) {
    return kept.length == 0 ? 0 : addends[criterion][given.number()];
  }

  /// What was made at a place; null where nothing was.
  @Nullable Banded at(int place) {
    return kept.length == 0 ? null : kept[place];
  }

  /// Makes what belongs to a place.
  Banded make(int place, Given[] given) {
    Banded made = made(given);
    if (kept.length > 0) {
      kept[place] = made;
    }
    return made;
  }

  private Banded made(Given[] given) {
    Exact value = score.apply(given);
    return new Banded(
        Optional.of(new Step.Range(value, value)), List.of(levels.at(bands.rankOf(value))));
  }
}
