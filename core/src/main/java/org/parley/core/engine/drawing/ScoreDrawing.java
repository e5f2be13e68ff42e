package org.parley.core.engine.drawing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.ToIntFunction;
import org.parley.core.engine.diagram.Forest;
import org.parley.core.engine.formula.Formula;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Rule;
import org.parley.core.scale.Rule.Expression;
import org.parley.core.terms.Exact;

/// Draws criteria and the arithmetic over them as functions from cells to amounts.
final class ScoreDrawing {

  private final Forest forest;
  private final ToIntFunction<Formula> drawn;
  private final Scoring scoring;
  private final List<String> reasons;
  private final Interned<Amount> amounts = new Interned<>();
  private final Map<Criterion, Integer> known = new HashMap<>();

  ScoreDrawing(Forest forest, ToIntFunction<Formula> drawn, Scoring scoring, List<String> reasons) {
    this.forest = forest;
    this.drawn = drawn;
    this.scoring = scoring;
    this.reasons = reasons;
  }

  Interned<Amount> amounts() {
    return amounts;
  }

  /// The score of an expression.
  int draw(Expression expression) {
    return switch (expression) {
      case Expression.Of(Criterion criterion) -> draw(criterion);
      case Expression.Constant(Exact value) -> constant(new Amount.Of(value));
      case Expression.Combined(var operation, List<Expression> parts) -> {
        int result = draw(parts.getFirst());
        for (Expression part : parts.subList(1, parts.size())) {
          result = combine(result, draw(part), operation::apply);
        }
        yield result;
      }
    };
  }

  /// The weighted sum of a mean.
  int draw(Rule.WeightedMean rule) {
    int sum = constant(Amount.of(0));
    for (Criterion criterion : rule.criteria()) {
      sum = combine(sum, times(draw(criterion), criterion.weight()), Exact::plus);
    }
    return sum;
  }

  /// The place of the cell in a matrix whose last criterion moves fastest.
  int places(List<Criterion> criteria) {
    int index = constant(Amount.of(0));
    for (Criterion criterion : criteria) {
      int place = draw(criterion, scoring.of(criterion), true);
      Exact stride = Exact.of(criterion.options().size());
      index = combine(times(index, stride), place, Exact::plus);
    }
    return index;
  }

  private int draw(Criterion criterion) {
    Integer done = known.get(criterion);
    if (done == null) {
      done = draw(criterion, Scoring.byScore(scoring.of(criterion)), false);
      known.put(criterion, done);
    }
    return done;
  }

  private int draw(Criterion criterion, Scoring.Cases cases, boolean byPlace) {
    int result = result(criterion, cases.otherwise(), byPlace);
    for (Scoring.Case one : cases.first().reversed()) {
      int given = result(criterion, one.result(), byPlace);
      result = forest.choose(drawn.applyAsInt(one.when()), given, result);
    }
    for (Scoring.Part part : cases.addends()) {
      int more = combine(result, constant(new Amount.Of(part.add())), Exact::plus);
      result = forest.choose(drawn.applyAsInt(part.when()), more, result);
    }
    return result;
  }

  private int result(Criterion criterion, Optional<Scoring.Result> result, boolean byPlace) {
    if (result.isEmpty()) {
      return constant(Amount.REFUSED);
    }
    if (byPlace && result.get().place() == Scoring.NOWHERE) {
      reasons.add(
          criterion.name() + ", a criterion of a matrix, can give what is none of its options");
      return constant(Amount.of(0));
    }
    return constant(
        byPlace ? Amount.of(result.get().place()) : new Amount.Of(result.get().score()));
  }

  private int times(int reference, Exact factor) {
    return combine(reference, constant(new Amount.Of(factor)), Exact::times);
  }

  private int combine(int one, int other, BinaryOperator<Exact> operation) {
    return forest.combine(
        one,
        other,
        (left, right) -> amounts.of(Amount.combine(amounts.at(left), amounts.at(right), operation)),
        amounts.of(Amount.REFUSED));
  }

  private int constant(Amount amount) {
    return Forest.constant(amounts.of(amount));
  }
}
