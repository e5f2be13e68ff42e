package org.parley.core.scale;

import java.util.Set;
import java.util.TreeSet;
import org.parley.core.fact.FactKey;

/// Finds the facts that an edition asks for.
public final class FactsAsked {

  private final Set<FactKey> keys = new TreeSet<>();

  private FactsAsked() {}

  /// All facts and judgements that some test, criterion or rule of the edition looks at.
  public static Set<FactKey> by(ScaleEdition edition) {
    FactsAsked asked = new FactsAsked();
    edition.around().scope().ifPresent(scope -> asked.condition(scope.when()));
    asked.rule(edition.rule());
    edition.around().adjustments().forEach(adjustment -> asked.condition(adjustment.when()));
    edition
        .around()
        .recurrence()
        .ifPresent(recurrence -> {
          asked.keys.add(recurrence.sameBy());
          recurrence.unless().ifPresent(asked::condition);
          recurrence.meets().ifPresent(asked::condition);
        });
    return asked.keys;
  }

  /// All facts and judgements that a criterion looks at.
  public static Set<FactKey> by(Criterion criterion) {
    FactsAsked asked = new FactsAsked();
    asked.criterion(criterion);
    return asked.keys;
  }

  private void rule(Rule rule) {
    switch (rule) {
      case Rule.Fixed _ -> {}
      case Rule.Ladder(var rows, _, _) -> rows.forEach(row -> condition(row.when()));
      case Rule.WeightedMean(var criteria, _, _, _) -> criteria.forEach(this::criterion);
      case Rule.Score(var expression, _, _) -> expression(expression);
      case Rule.Matrix(var criteria, _, _) -> criteria.forEach(this::criterion);
      case Rule.GravestOf(var dimensions, _) -> dimensions.values().forEach(this::rule);
      case Rule.Gate(var gate, _, Rule open, _) -> {
        condition(gate);
        rule(open);
      }
      case Rule.ByOption(FactKey key, var cases, _, _) -> {
        keys.add(key);
        cases.values().forEach(this::rule);
      }
    }
  }

  private void expression(Rule.Expression expression) {
    switch (expression) {
      case Rule.Expression.Of(Criterion criterion) -> criterion(criterion);
      case Rule.Expression.Constant _ -> {}
      case Rule.Expression.Combined(_, var parts) -> parts.forEach(this::expression);
    }
  }

  private void criterion(Criterion criterion) {
    switch (criterion.body()) {
      case Criterion.ByOption(FactKey key, _) -> keys.add(key);
      case Criterion.GravestOf(FactKey key, _, _) -> keys.add(key);
      case Criterion.ByCondition(_, var when) -> when.forEach(this::condition);
      case Criterion.Sum(var addends) -> addends.forEach(addend -> condition(addend.when()));
    }
  }

  private void condition(Condition condition) {
    switch (condition) {
      case Condition.Passes(Quantity quantity, Test test, _, _) -> {
        keys.addAll(quantity.keys());
        test(test);
      }
      case Condition.CountOf(var parts, _, _, _) -> parts.forEach(this::condition);
      case Condition.NoneOf(var parts, _) -> parts.forEach(this::condition);
      case Condition.Named(_, Condition body, _) -> condition(body);
      case Condition.Always _ -> {}
    }
  }

  private void test(Test test) {
    switch (test) {
      case Test.CompareShare(_, _, FactKey whole) -> keys.add(whole);
      case Test.Both(Test first, Test second) -> {
        test(first);
        test(second);
      }
      case Test.Bounds(_, _, var bounds) -> bounds.forEach(this::test);
      case Test.Compare _, Test.OptionIn _, Test.HasAny _, Test.HasAll _, Test.Empty _ -> {}
    }
  }
}
