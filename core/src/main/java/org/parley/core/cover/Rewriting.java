package org.parley.core.cover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.Test;

/// Exchanges single tests of an edition for other conditions.
///
/// @param tests what each single test becomes
public record Rewriting(Function<Condition.Passes, Condition> tests) {

  /// Writes "over the lowest of several bounds" as "over any of them", so that each bound is a test
  /// of its own.
  public static final Rewriting APART = new Rewriting(Rewriting::apart);

  private static Condition apart(Condition.Passes passes) {
    return switch (passes.test()) {
      case Test.Bounds(_, boolean lowest, List<Test> bounds) ->
          count(passes, bounds, lowest ? 1 : bounds.size());
      case Test.Both(Test first, Test second) -> count(passes, List.of(first, second), 2);
      case Test.Compare _,
          Test.CompareShare _,
          Test.OptionIn _,
          Test.HasAny _,
          Test.HasAll _,
          Test.Empty _ ->
          passes;
    };
  }

  private static Condition count(Condition.Passes passes, List<Test> tests, int atLeast) {
    List<Condition> parts = new ArrayList<>();
    for (Test test : tests) {
      parts.add(
          new Condition.Passes(passes.quantity(), test, passes.whenUnknown(), passes.notes()));
    }
    return new Condition.CountOf(
        parts,
        atLeast,
        atLeast == 1 ? Condition.Wording.ANY : Condition.Wording.ALL,
        passes.notes());
  }

  public ScaleEdition of(ScaleEdition edition) {
    ScaleEdition.Around around = edition.around();
    return new ScaleEdition(
        edition.heading(),
        edition.digest(),
        edition.levels(),
        edition.vocabulary(),
        of(edition.rule()),
        new ScaleEdition.Around(
            around.scope().map(scope -> new ScaleEdition.Scope(of(scope.when()), scope.cite())),
            around.adjustments().stream()
                .map(each ->
                    new ScaleEdition.Adjustment(
                        of(each.when()), each.level(), each.floor(), each.cite()))
                .toList(),
            around.recurrence(),
            around.unknowns(),
            around.clocks()));
  }

  Rule of(Rule rule) {
    return switch (rule) {
      case Rule.Fixed fixed -> fixed;
      case Rule.Ladder(var rows, var otherwise, var cite) ->
          new Rule.Ladder(
              rows.stream().map(row -> new Rule.Row(row.level(), of(row.when()))).toList(),
              otherwise,
              cite);
      case Rule.WeightedMean(var criteria, var minMax, var bands, var cite) ->
          new Rule.WeightedMean(criteria.stream().map(this::of).toList(), minMax, bands, cite);
      case Rule.Score(var expression, var bands, var cite) ->
          new Rule.Score(of(expression), bands, cite);
      case Rule.Matrix(var criteria, var cells, var cite) ->
          new Rule.Matrix(criteria.stream().map(this::of).toList(), cells, cite);
      case Rule.GravestOf(var dimensions, var cite) -> {
        SequencedMap<String, Rule> all = new LinkedHashMap<>();
        dimensions.forEach((name, part) -> all.put(name, of(part)));
        yield new Rule.GravestOf(all, cite);
      }
      case Rule.Gate(var gate, var closed, var open, var cite) ->
          new Rule.Gate(of(gate), closed, of(open), cite);
      case Rule.ByOption(var key, var cases, var otherwise, var cite) -> {
        Map<Integer, Rule> all = new HashMap<>();
        cases.forEach((place, part) -> all.put(place, of(part)));
        yield new Rule.ByOption(key, all, otherwise, cite);
      }
    };
  }

  private Rule.Expression of(Rule.Expression expression) {
    return switch (expression) {
      case Rule.Expression.Of(Criterion criterion) -> new Rule.Expression.Of(of(criterion));
      case Rule.Expression.Constant constant -> constant;
      case Rule.Expression.Combined(var operation, var parts) ->
          new Rule.Expression.Combined(operation, parts.stream().map(this::of).toList());
    };
  }

  private Criterion of(Criterion criterion) {
    Criterion.Body body =
        switch (criterion.body()) {
          case Criterion.ByOption same -> same;
          case Criterion.GravestOf same -> same;
          case Criterion.ByCondition(var options, var when) ->
              new Criterion.ByCondition(options, when.stream().map(this::of).toList());
          case Criterion.Sum(var addends) ->
              new Criterion.Sum(
                  addends.stream()
                      .map(each -> new Criterion.Addend(each.add(), of(each.when())))
                      .toList());
        };
    return new Criterion(
        criterion.name(),
        criterion.weight(),
        body,
        criterion.whenUnknown(),
        criterion.whenNotApplicable(),
        criterion.cite());
  }

  Condition of(Condition condition) {
    return switch (condition) {
      case Condition.Passes passes -> tests.apply(passes);
      case Condition.CountOf(var parts, int atLeast, var wording, var notes) ->
          new Condition.CountOf(parts.stream().map(this::of).toList(), atLeast, wording, notes);
      case Condition.NoneOf(var parts, var notes) ->
          new Condition.NoneOf(parts.stream().map(this::of).toList(), notes);
      case Condition.Named(var name, var body, var notes) ->
          new Condition.Named(name, of(body), notes);
      case Condition.Always always -> always;
    };
  }
}
