package org.parley.core.plain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.parley.core.fact.FactKey;
import org.parley.core.outcome.Step;
import org.parley.core.outcome.Truth;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Levels;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Rule;
import org.parley.core.terms.Exact;

/// Lets rules give grades, as chapter 7 of the format's document says.
final class Rules {

  private final FactReader facts;
  private final Conditions conditions;
  private final Criteria criteria;
  private final Levels levels;

  Rules(FactReader facts, Conditions conditions, Criteria criteria, Levels levels) {
    this.facts = facts;
    this.conditions = conditions;
    this.criteria = criteria;
    this.levels = levels;
  }

  Step.Gave apply(Rule rule) {
    return switch (rule) {
      case Rule.Fixed(Grade grade, var cite) ->
          new Step.Gave("fixed", List.of(grade), Optional.empty(), cite, List.of());
      case Rule.Ladder ladder -> ladder(ladder);
      case Rule.WeightedMean mean -> weightedMean(mean);
      case Rule.Score score -> score(score);
      case Rule.Matrix matrix -> matrix(matrix);
      case Rule.GravestOf gravest -> gravestOf(gravest);
      case Rule.Gate gate -> gate(gate);
      case Rule.ByOption byOption -> byOption(byOption);
    };
  }

  private Step.Gave ladder(Rule.Ladder ladder) {
    List<Grade> possible = new ArrayList<>();
    List<Step> parts = new ArrayList<>();
    boolean decided = false;
    for (Rule.Row row : ladder.rows()) {
      Step.Looked looked = conditions.look(row.when());
      Truth truth = looked.truth();
      List<Grade> gives = truth == Truth.FAILS ? List.of() : List.of(row.level());
      parts.add(
          new Step.Gave(
              "row " + row.level().name(),
              gives,
              Optional.empty(),
              row.when().notes().cite(),
              List.of(looked)));
      if (!decided && truth != Truth.FAILS) {
        possible.add(row.level());
        decided = truth == Truth.HOLDS;
      }
    }
    if (!decided) {
      possible.add(ladder.otherwise());
    }
    return new Step.Gave("ladder", Grades.sorted(possible), Optional.empty(), ladder.cite(), parts);
  }

  private Step.Gave weightedMean(Rule.WeightedMean mean) {
    List<Step.Scored> scored = mean.criteria().stream().map(criteria::score).toList();
    Step.Range sum = new Step.Range(Exact.ZERO, Exact.ZERO);
    Exact least = Exact.ZERO;
    Exact most = Exact.ZERO;
    Exact weights = Exact.ZERO;
    for (Step.Scored each : scored) {
      Exact weight = each.criterion().weight();
      sum =
          sum.plus(
              new Step.Range(
                  each.scores().low().times(weight), each.scores().high().times(weight)));
      List<Exact> own =
          each.criterion().options().stream().map(Criterion.Option::score).sorted().toList();
      least = least.plus(weight.times(own.getFirst()));
      most = most.plus(weight.times(own.getLast()));
      weights = weights.plus(weight);
    }
    Step.Range mapped =
        mean.minMax().isPresent()
            ? stretched(sum, least, most, mean.minMax().get())
            : new Step.Range(sum.low().dividedBy(weights), sum.high().dividedBy(weights));
    return banded("weighted-mean", mapped, mean.bands(), mean.cite(), List.copyOf(scored));
  }

  /// A substitute can lie outside the criterion's own options; the stretched mean is then held
  /// within its ends.
  private static Step.Range stretched(Step.Range sum, Exact least, Exact most, Exact full) {
    return new Step.Range(
        stretched(sum.low(), least, most, full), stretched(sum.high(), least, most, full));
  }

  private static Exact stretched(Exact sum, Exact least, Exact most, Exact full) {
    Exact value = full.times(sum.minus(least)).dividedBy(most.minus(least));
    return value.signum() < 0 ? Exact.ZERO : value.isAbove(full) ? full : value;
  }

  private Step.Gave banded(
      String place,
      Step.Range score,
      Rule.Bands bands,
      Optional<org.parley.core.terms.Citation> cite,
      List<Step> parts) {
    List<Grade> possible = new ArrayList<>();
    for (int rank = bands.rankOf(score.low()); rank <= bands.rankOf(score.high()); rank++) {
      possible.add(levels.at(rank));
    }
    return new Step.Gave(place, possible, Optional.of(score), cite, parts);
  }

  private Step.Gave score(Rule.Score rule) {
    List<Step> parts = new ArrayList<>();
    Step.Range score = value(rule.expression(), parts);
    return banded("score", score, rule.bands(), rule.cite(), parts);
  }

  private Step.Range value(Rule.Expression expression, List<Step> parts) {
    return switch (expression) {
      case Rule.Expression.Constant(Exact value) -> new Step.Range(value, value);
      case Rule.Expression.Of(Criterion criterion) -> {
        Step.Scored scored = criteria.score(criterion);
        parts.add(scored);
        yield scored.scores();
      }
      case Rule.Expression.Combined(Rule.Operation operation, var inner) ->
          inner.stream()
              .map(each -> value(each, parts))
              .reduce((left, right) -> combined(operation, left, right))
              .orElseThrow();
    };
  }

  /// The ends of a combination are at ends of its parts, for sums, products, minima and maxima
  /// alike.
  private static Step.Range combined(Rule.Operation operation, Step.Range left, Step.Range right) {
    TreeSet<Exact> corners = new TreeSet<>();
    for (Exact first : List.of(left.low(), left.high())) {
      for (Exact second : List.of(right.low(), right.high())) {
        corners.add(operation.apply(first, second));
      }
    }
    return new Step.Range(corners.first(), corners.last());
  }

  private Step.Gave matrix(Rule.Matrix matrix) {
    List<Step.Scored> scored = matrix.criteria().stream().map(criteria::score).toList();
    List<Integer> cells = List.of(0);
    for (Step.Scored each : scored) {
      List<String> names = each.criterion().options().stream().map(Criterion.Option::name).toList();
      cells =
          cells.stream()
              .flatMap(before ->
                  each.options().stream()
                      .map(option -> before * names.size() + names.indexOf(option)))
              .toList();
    }
    List<Grade> possible = cells.stream().map(cell -> matrix.cells().get(cell).grade()).toList();
    Optional<org.parley.core.terms.Citation> cite =
        cells.size() == 1
            ? matrix.cells().get(cells.getFirst()).cite().or(matrix::cite)
            : matrix.cite();
    return new Step.Gave(
        "matrix", Grades.sorted(possible), Optional.empty(), cite, List.copyOf(scored));
  }

  private Step.Gave gravestOf(Rule.GravestOf rule) {
    List<Step> parts = new ArrayList<>();
    Collection<Grade> possible = List.of(Grade.OUT_OF_SCOPE);
    for (var dimension : rule.dimensions().entrySet()) {
      Step.Gave gave = apply(dimension.getValue());
      parts.add(
          new Step.Gave(
              "dimension " + dimension.getKey(),
              gave.possible(),
              gave.score(),
              gave.cite(),
              gave.parts()));
      Collection<Grade> sofar = possible;
      possible =
          Grades.sorted(
              gave.possible().stream()
                  .flatMap(each -> sofar.stream().map(other -> levels.graver(each, other)))
                  .toList());
    }
    return new Step.Gave("gravest-of", List.copyOf(possible), Optional.empty(), rule.cite(), parts);
  }

  private Step.Gave gate(Rule.Gate gate) {
    Step.Looked looked = conditions.look(gate.gate());
    List<Grade> possible = new ArrayList<>();
    List<Step> parts = new ArrayList<>();
    parts.add(looked);
    if (looked.truth() != Truth.HOLDS) {
      possible.add(gate.closed());
    }
    Optional<Step.Range> score = Optional.empty();
    if (looked.truth() != Truth.FAILS) {
      Step.Gave open = apply(gate.open());
      parts.add(open);
      possible.addAll(open.possible());
      score = open.score();
    }
    return new Step.Gave("gate", Grades.sorted(possible), score, gate.cite(), parts);
  }

  private Step.Gave byOption(Rule.ByOption rule) {
    List<Grade> possible = new ArrayList<>();
    List<Step> parts = new ArrayList<>();
    List<String> names = facts.fact(rule.key()).type().optionNames();
    for (int place : places(rule.key(), names.size())) {
      Rule chosen = place < 0 ? null : rule.cases().get(place);
      Step.Gave gave =
          chosen == null
              ? new Step.Gave(
                  "otherwise", List.of(rule.otherwise()), Optional.empty(), rule.cite(), List.of())
              : apply(chosen);
      String name = place < 0 ? "not applicable" : names.get(place);
      parts.add(
          new Step.Gave("case " + name, gave.possible(), gave.score(), gave.cite(), gave.parts()));
      possible.addAll(gave.possible());
    }
    return new Step.Gave(
        "by-option", Grades.sorted(possible), Optional.empty(), rule.cite(), parts);
  }

  /// The places of the options that are possible, -1 for a fact that does not apply.
  private Collection<Integer> places(FactKey key, int options) {
    Collection<Integer> places = new TreeSet<>();
    for (Reading reading : facts.read(new Quantity.Plain(key), Optional.empty())) {
      switch (reading) {
        case Reading.Options(var seen) -> places.addAll(seen);
        case Reading.NoValue _ -> places.add(-1);
        case Reading.Numbers _, Reading.Members _, Reading.CodeNumber _ ->
            throw new IllegalStateException(
                "a checked rule chooses by " + options + " options: " + key);
      }
    }
    return places;
  }
}
