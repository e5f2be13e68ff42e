package org.parley.conformance.cases;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Rule;
import org.parley.core.terms.Exact;

/// All scores that a rule can give when everything is known.
final class Scores {

  private Scores() {}

  static NavigableSet<Exact> of(Rule.WeightedMean mean) {
    TreeSet<Exact> sums = new TreeSet<>(List.of(Exact.ZERO));
    Exact weights = Exact.ZERO;
    for (Criterion criterion : mean.criteria()) {
      TreeSet<Exact> own = new TreeSet<>();
      of(criterion).forEach(score -> own.add(score.times(criterion.weight())));
      sums = combined(sums, own, Exact::plus);
      weights = weights.plus(criterion.weight());
    }
    Exact least = sums.first();
    Exact span = sums.last().minus(least);
    Exact all = weights;
    TreeSet<Exact> scores = new TreeSet<>();
    sums.forEach(sum ->
        scores.add(
            mean.minMax()
                .map(full -> full.times(sum.minus(least)).dividedBy(span))
                .orElseGet(() -> sum.dividedBy(all))));
    return scores;
  }

  /// The criteria of the expression must not share facts.
  static NavigableSet<Exact> of(Rule.Expression expression) {
    return switch (expression) {
      case Rule.Expression.Of(Criterion criterion) -> of(criterion);
      case Rule.Expression.Constant(Exact value) -> new TreeSet<>(List.of(value));
      case Rule.Expression.Combined(var operation, var parts) ->
          parts.stream()
              .map(Scores::of)
              .reduce((one, other) -> combined(one, other, operation::apply))
              .orElseThrow();
    };
  }

  private static NavigableSet<Exact> of(Criterion criterion) {
    TreeSet<Exact> scores = new TreeSet<>();
    criterion.options().forEach(option -> scores.add(option.score()));
    switch (criterion.body()) {
      case Criterion.GravestOf(_, _, Criterion.Option empty) -> scores.add(empty.score());
      case Criterion.Sum(var addends) -> {
        TreeSet<Exact> sums = new TreeSet<>(List.of(Exact.ZERO));
        for (Criterion.Addend addend : addends) {
          sums = combined(sums, new TreeSet<>(List.of(Exact.ZERO, addend.add())), Exact::plus);
        }
        scores.addAll(sums);
      }
      case Criterion.ByOption _, Criterion.ByCondition _ -> {}
    }
    return scores;
  }

  private static TreeSet<Exact> combined(
      NavigableSet<Exact> some, NavigableSet<Exact> others, BinaryOperator<Exact> operation) {
    TreeSet<Exact> all = new TreeSet<>();
    for (Exact one : some) {
      for (Exact other : others) {
        all.add(operation.apply(one, other));
      }
    }
    return all;
  }
}
