package org.parley.conformance.agreement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.FactKey;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.Test;

/// Everything that a rule looks at in a sheet, read off the rule itself: no evaluator is asked.
final class Watched {

  private final Set<Condition.Passes> tests = new LinkedHashSet<>();
  private final Set<Criterion> criteria = new LinkedHashSet<>();

  private Watched() {}

  /// What the edition would look at if this were its rule.
  static Watched by(ScaleEdition edition, Rule rule) {
    Watched watched = new Watched();
    edition.around().scope().ifPresent(scope -> watched.condition(scope.when()));
    watched.rule(rule);
    edition.around().adjustments().forEach(change -> watched.condition(change.when()));
    return watched;
  }

  /// Tests that stand in conditions, outside criteria that choose an option.
  Set<Condition.Passes> tests() {
    return tests;
  }

  /// Criteria that choose an option.
  Set<Criterion> criteria() {
    return criteria;
  }

  /// Every test, those within criteria too.
  List<Condition.Passes> allTests() {
    Watched all = new Watched();
    all.tests.addAll(tests);
    for (Criterion criterion : criteria) {
      if (criterion.body() instanceof Criterion.ByCondition(_, var when)) {
        when.forEach(all::condition);
      }
    }
    return List.copyOf(all.tests);
  }

  /// The fact that chooses an option of the criterion by itself, if one does.
  static Optional<FactKey> chooser(Criterion criterion) {
    return switch (criterion.body()) {
      case Criterion.ByOption(FactKey key, _) -> Optional.of(key);
      case Criterion.GravestOf(FactKey key, _, _) -> Optional.of(key);
      case Criterion.ByCondition _, Criterion.Sum _ -> Optional.empty();
    };
  }

  /// The facts that a test looks at.
  static List<FactKey> keys(Condition.Passes test) {
    List<FactKey> keys = new ArrayList<>(test.quantity().keys());
    wholes(test.test(), keys);
    return keys;
  }

  /// The facts that a criterion looks at.
  static List<FactKey> keys(Criterion criterion) {
    Watched inside = new Watched();
    if (criterion.body() instanceof Criterion.ByCondition(_, var when)) {
      when.forEach(inside::condition);
    }
    List<FactKey> keys = new ArrayList<>(chooser(criterion).stream().toList());
    inside.tests.forEach(test -> keys.addAll(keys(test)));
    return keys;
  }

  private static void wholes(Test test, List<FactKey> keys) {
    switch (test) {
      case Test.CompareShare(_, _, FactKey whole) -> keys.add(whole);
      case Test.Both(Test first, Test second) -> {
        wholes(first, keys);
        wholes(second, keys);
      }
      case Test.Bounds(_, _, var bounds) -> bounds.forEach(bound -> wholes(bound, keys));
      case Test.Compare _, Test.OptionIn _, Test.HasAny _, Test.HasAll _, Test.Empty _ -> {}
    }
  }

  private void rule(Rule rule) {
    switch (rule) {
      case Rule.Fixed _ -> {}
      case Rule.Ladder(var rows, _, _) -> rows.forEach(row -> condition(row.when()));
      case Rule.WeightedMean(var all, _, _, _) -> all.forEach(this::criterion);
      case Rule.Score(var expression, _, _) -> expression(expression);
      case Rule.Matrix(var all, _, _) -> all.forEach(this::criterion);
      case Rule.GravestOf(var dimensions, _) -> dimensions.values().forEach(this::rule);
      case Rule.Gate(var gate, _, Rule open, _) -> {
        condition(gate);
        rule(open);
      }
      case Rule.ByOption(FactKey key, _, _, _) ->
          throw new IllegalArgumentException("a choice of rules within a rule: " + key);
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
    if (criterion.body() instanceof Criterion.Sum(var addends)) {
      addends.forEach(addend -> condition(addend.when()));
    } else {
      criteria.add(criterion);
    }
  }

  private void condition(Condition condition) {
    switch (condition) {
      case Condition.Passes passes -> tests.add(passes);
      case Condition.CountOf(var parts, _, _, _) -> parts.forEach(this::condition);
      case Condition.NoneOf(var parts, _) -> parts.forEach(this::condition);
      case Condition.Named(_, Condition body, _) -> condition(body);
      case Condition.Always _ -> {}
    }
  }
}
