package org.parley.core.engine.reason;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.core.engine.block.Exchange;
import org.parley.core.engine.block.Facts;
import org.parley.core.engine.block.Known;
import org.parley.core.engine.drawing.Conditions;
import org.parley.core.engine.drawing.WeightedScale;
import org.parley.core.engine.pocket.Gauge;
import org.parley.core.fact.FactKey;
import org.parley.core.outcome.Step;
import org.parley.core.outcome.Truth;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Levels;
import org.parley.core.scale.Rule;
import org.parley.core.terms.Exact;

/// Prepares the parts of an edition that reasons are put together from.
final class Preparing {

  /// A sum of more addends is added up anew each time.
  private static final int MOST_ADDENDS = 10;

  private final Facts facts;
  private final Exchange exchange;
  private final Conditions conditions;
  private final Levels levels;

  Preparing(Facts facts, Exchange exchange, Conditions conditions, Levels levels) {
    this.facts = facts;
    this.exchange = exchange;
    this.conditions = conditions;
    this.levels = levels;
  }

  Looking looking(Condition condition) {
    return switch (condition) {
      case Condition.Passes passes ->
          new Looking.Passing(
              Check.of(conditions.of(passes), facts, exchange),
              new Step.Looked(condition, Truth.HOLDS, List.of()),
              new Step.Looked(condition, Truth.FAILS, List.of()));
      case Condition.CountOf(var parts, int atLeast, _, _) ->
          new Looking.Counting(condition, lookings(parts), atLeast, false);
      case Condition.NoneOf(var parts, _) ->
          new Looking.Counting(condition, lookings(parts), 1, true);
      case Condition.Named(_, Condition body, _) -> new Looking.Naming(condition, looking(body));
      case Condition.Always(boolean holds, _) ->
          new Looking.Constant(new Step.Looked(condition, Truth.of(holds), List.of()));
    };
  }

  private Looking[] lookings(List<Condition> parts) {
    return parts.stream().map(this::looking).toArray(Looking[]::new);
  }

  Choosing choosing(Criterion criterion) {
    return switch (criterion.body()) {
      case Criterion.ByOption(FactKey key, var options) -> {
        List<Given> all = new ArrayList<>(givens(criterion, options));
        all.add(Given.notApplicable(criterion, all.size()));
        Known known = facts.known(key);
        yield new Choosing.ByOption(criterion, known, places(known), List.copyOf(all));
      }
      case Criterion.GravestOf(FactKey key, var options, var empty) -> {
        List<Given> all = new ArrayList<>(givens(criterion, options));
        all.add(Given.of(criterion, empty, all.size()));
        all.add(Given.notApplicable(criterion, all.size()));
        yield new Choosing.GravestOf(
            criterion, facts.known(key), gravestFirst(options), List.copyOf(all));
      }
      case Criterion.ByCondition(var options, var when) ->
          new Choosing.ByCondition(
              criterion, lookings(when.reversed()), givens(criterion, options));
      case Criterion.Sum(var addends) -> sum(criterion, addends);
    };
  }

  private static List<Given> givens(Criterion criterion, List<Criterion.Option> options) {
    return IntStream.range(0, options.size())
        .mapToObj(place -> Given.of(criterion, options.get(place), place))
        .toList();
  }

  /// Graver is the higher score, and among equal scores the later place.
  private static int[] gravestFirst(List<Criterion.Option> options) {
    return IntStream.range(0, options.size())
        .boxed()
        .sorted(
            Comparator.comparing((Integer place) -> options.get(place).score())
                .thenComparing(Comparator.naturalOrder())
                .reversed())
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private Choosing sum(Criterion criterion, List<Criterion.Addend> addends) {
    Exact[] adds = addends.stream().map(Criterion.Addend::add).toArray(Exact[]::new);
    List<Given> all = new ArrayList<>();
    for (int mask = 0; adds.length <= MOST_ADDENDS && mask < 1 << adds.length; mask++) {
      boolean[] holds = new boolean[adds.length];
      for (int i = 0; i < holds.length; i++) {
        holds[i] = (mask >> i & 1) == 1;
      }
      all.add(Given.score(criterion, Choosing.Sum.total(adds, holds), mask));
    }
    List<Condition> when = addends.stream().map(Criterion.Addend::when).toList();
    return new Choosing.Sum(criterion, adds, lookings(when), List.copyOf(all));
  }

  /// A gauge whose cells are the places of the options.
  private static Gauge places(Known known) {
    int options = known.fact().type().optionNames().size();
    return Gauge.ofOption(
        known.key(), known.fact().baseline(), IntStream.range(0, options).toArray());
  }

  Giving giving(Rule rule) {
    return switch (rule) {
      case Rule.Fixed(Grade grade, var cite) ->
          new Giving.Fixed(
              new Step.Gave("fixed", List.of(grade), Optional.empty(), cite, List.of()));
      case Rule.Ladder(var rows, Grade otherwise, var cite) ->
          new Giving.Ladder(
              rows.stream().map(this::row).toArray(Giving.Row[]::new), List.of(otherwise), cite);
      case Rule.WeightedMean mean -> mean(mean);
      case Rule.Score score -> score(score);
      case Rule.Matrix matrix -> matrix(matrix);
      case Rule.GravestOf(var dimensions, var cite) ->
          new Giving.Gravest(
              dimensions.keySet().stream().map("dimension "::concat).toArray(String[]::new),
              dimensions.values().stream().map(this::giving).toArray(Giving[]::new),
              levels,
              cite);
      case Rule.Gate(Condition gate, Grade closed, Rule open, var cite) ->
          new Giving.Gate(looking(gate), List.of(closed), giving(open), cite);
      case Rule.ByOption byOption -> byOption(byOption);
    };
  }

  private Giving.Row row(Rule.Row row) {
    return new Giving.Row(
        "row " + row.level().name(),
        List.of(row.level()),
        row.when().notes().cite(),
        looking(row.when()));
  }

  private Giving mean(Rule.WeightedMean rule) {
    WeightedScale scale = WeightedScale.of(rule).orElseThrow();
    List<Choosing> criteria = rule.criteria().stream().map(this::choosing).toList();
    Totals totals =
        Totals.ofSums(
            levels,
            rule.bands(),
            given -> {
              Exact sum = Exact.ZERO;
              for (int i = 0; i < given.length; i++) {
                sum = sum.plus(given[i].score().times(criteria.get(i).criterion().weight()));
              }
              return scale.shown(sum);
            },
            criteria);
    return new Giving.Banding(
        "weighted-mean", criteria.toArray(Choosing[]::new), totals, rule.cite());
  }

  private Giving score(Rule.Score rule) {
    List<Choosing> criteria = asked(rule.expression()).map(this::choosing).toList();
    Totals totals =
        Totals.ofCombinations(
            levels, rule.bands(), given -> new Reckoning(given).value(rule.expression()), criteria);
    return new Giving.Banding("score", criteria.toArray(Choosing[]::new), totals, rule.cite());
  }

  private static Stream<Criterion> asked(Rule.Expression expression) {
    return switch (expression) {
      case Rule.Expression.Constant _ -> Stream.of();
      case Rule.Expression.Of(Criterion criterion) -> Stream.of(criterion);
      case Rule.Expression.Combined(_, var parts) -> parts.stream().flatMap(Preparing::asked);
    };
  }

  /// Reckons an expression out of what its criteria give, in the order in which they stand in it.
  private static final class Reckoning {

    private final Given[] given;
    private int next;

    Reckoning(Given[] given) {
      this.given = given;
    }

    Exact value(Rule.Expression expression) {
      return switch (expression) {
        case Rule.Expression.Constant(Exact value) -> value;
        case Rule.Expression.Of _ -> given[next++].score();
        case Rule.Expression.Combined(var operation, var parts) -> {
          Exact value = value(parts.getFirst());
          for (Rule.Expression part : parts.subList(1, parts.size())) {
            value = operation.apply(value, value(part));
          }
          yield value;
        }
      };
    }
  }

  private Giving matrix(Rule.Matrix rule) {
    Choosing[] criteria = rule.criteria().stream().map(this::choosing).toArray(Choosing[]::new);
    int[] strides = new int[criteria.length];
    int stride = 1;
    for (int i = criteria.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= rule.criteria().get(i).options().size();
    }
    Giving.Cell[] cells =
        rule.cells().stream()
            .map(cell -> new Giving.Cell(List.of(cell.grade()), cell.cite().or(rule::cite)))
            .toArray(Giving.Cell[]::new);
    return new Giving.Matrix(criteria, strides, cells, new Giving.Cell(List.of(), rule.cite()));
  }

  private Giving byOption(Rule.ByOption rule) {
    Known known = facts.known(rule.key());
    List<String> names = known.fact().type().optionNames();
    @Nullable Giving[] cases = new @Nullable Giving[names.size()];
    rule.cases().forEach((place, one) -> cases[place] = giving(one));
    Step.Gave otherwise =
        new Step.Gave(
            "otherwise", List.of(rule.otherwise()), Optional.empty(), rule.cite(), List.of());
    return new Giving.ByOption(
        known,
        places(known),
        names.stream().map("case "::concat).toArray(String[]::new),
        cases,
        otherwise,
        Giving.under("case not applicable", otherwise),
        rule.cite());
  }
}
