package org.parley.core.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Value;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.Test;
import org.parley.core.terms.Exact;

/// Applies an edition to facts that are all known, straight from the words of the format.
///
/// @param facts what each fact is; a fact that does not apply is missing
/// @param year the year of the deciding day
record Naive(ScaleEdition edition, Map<FactKey, Value> facts, int year) {

  /// A score asks for a fact that does not apply.
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// @return the grade, or empty where the scale refuses
  Optional<Grade> grade() {
    try {
      if (edition.around().scope().isPresent() && !holds(edition.around().scope().get().when())) {
        return Optional.of(Grade.OUT_OF_SCOPE);
      }
      Grade grade = of(edition.rule());
      for (ScaleEdition.Adjustment adjustment : edition.around().adjustments()) {
        if (!(grade instanceof Grade.OutOfScope) && holds(adjustment.when())) {
          grade = adjustment.floor() ? gravest(grade, adjustment.level()) : adjustment.level();
        }
      }
      return Optional.of(grade);
    } catch (Refusal refusal) {
      return Optional.empty();
    }
  }

  private Grade gravest(Grade one, Grade other) {
    if (one instanceof Grade.OutOfScope) {
      return other;
    }
    if (other instanceof Grade.OutOfScope) {
      return one;
    }
    Grade gravest = edition.levels().gravest();
    if (one.equals(gravest) || other.equals(gravest)) {
      return gravest;
    }
    if (one instanceof Grade.Level left && other instanceof Grade.Level right) {
      return left.rank() >= right.rank() ? left : right;
    }
    return Grade.UNSAID;
  }

  Grade of(Rule rule) {
    return switch (rule) {
      case Rule.Fixed(Grade grade, _) -> grade;
      case Rule.Ladder(var rows, Grade otherwise, _) -> {
        for (Rule.Row row : rows) {
          if (holds(row.when())) {
            yield row.level();
          }
        }
        yield otherwise;
      }
      case Rule.WeightedMean mean -> edition.levels().at(mean.bands().rankOf(mean(mean)));
      case Rule.Score(var expression, var bands, _) ->
          edition.levels().at(bands.rankOf(value(expression)));
      case Rule.Matrix(var criteria, var cells, _) -> {
        int index = 0;
        for (Criterion criterion : criteria) {
          index = index * criterion.options().size() + place(criterion);
        }
        yield cells.get(index).grade();
      }
      case Rule.GravestOf(var dimensions, _) -> {
        Grade gravest = Grade.OUT_OF_SCOPE;
        for (Rule dimension : dimensions.values()) {
          gravest = gravest(gravest, of(dimension));
        }
        yield gravest;
      }
      case Rule.Gate(var gate, Grade closed, Rule open, _) -> holds(gate) ? of(open) : closed;
      case Rule.ByOption(FactKey key, var cases, Grade otherwise, _) -> {
        Value value = facts.get(key);
        Rule one = value instanceof Value.Option(int place) ? cases.get(place) : null;
        yield one == null ? otherwise : of(one);
      }
    };
  }

  private Exact mean(Rule.WeightedMean rule) {
    Exact sum = Exact.ZERO;
    Exact smallest = Exact.ZERO;
    Exact largest = Exact.ZERO;
    Exact weights = Exact.ZERO;
    for (Criterion criterion : rule.criteria()) {
      sum = sum.plus(criterion.weight().times(score(criterion)));
      weights = weights.plus(criterion.weight());
      TreeSet<Exact> scores = new TreeSet<>();
      criterion.options().forEach(option -> scores.add(option.score()));
      if (criterion.body() instanceof Criterion.GravestOf(_, _, var empty)) {
        scores.add(empty.score());
      }
      if (criterion.body() instanceof Criterion.Sum(var addends)) {
        scores.add(
            addends.stream()
                .map(Criterion.Addend::add)
                .filter(add -> add.signum() < 0)
                .reduce(Exact.ZERO, Exact::plus));
        scores.add(
            addends.stream()
                .map(Criterion.Addend::add)
                .filter(add -> add.signum() > 0)
                .reduce(Exact.ZERO, Exact::plus));
      }
      smallest = smallest.plus(criterion.weight().times(scores.first()));
      largest = largest.plus(criterion.weight().times(scores.last()));
    }
    if (rule.minMax().isEmpty()) {
      return sum.dividedBy(weights);
    }
    Exact most = rule.minMax().get();
    Exact score = most.times(sum.minus(smallest)).dividedBy(largest.minus(smallest));
    return score.signum() < 0 ? Exact.ZERO : score.isAbove(most) ? most : score;
  }

  private Exact value(Rule.Expression expression) {
    return switch (expression) {
      case Rule.Expression.Of(Criterion criterion) -> score(criterion);
      case Rule.Expression.Constant(Exact value) -> value;
      case Rule.Expression.Combined(var operation, var parts) ->
          parts.stream().map(this::value).reduce(operation::apply).orElseThrow();
    };
  }

  private Exact score(Criterion criterion) {
    if (criterion.body() instanceof Criterion.Sum(var addends)) {
      return addends.stream()
          .filter(addend -> holds(addend.when()))
          .map(Criterion.Addend::add)
          .reduce(Exact.ZERO, Exact::plus);
    }
    if (notApplicable(criterion)) {
      return criterion.whenNotApplicable().orElseThrow(Refusal::new).score();
    }
    if (criterion.body() instanceof Criterion.GravestOf(FactKey key, _, var empty)
        && facts.get(key).equals(new Value.Options(0))) {
      return empty.score();
    }
    return criterion.options().get(place(criterion)).score();
  }

  private boolean notApplicable(Criterion criterion) {
    return switch (criterion.body()) {
      case Criterion.ByOption(FactKey key, _) -> !facts.containsKey(key);
      case Criterion.GravestOf(FactKey key, _, _) -> !facts.containsKey(key);
      case Criterion.ByCondition _, Criterion.Sum _ -> false;
    };
  }

  private int place(Criterion criterion) {
    List<Criterion.Option> options = criterion.options();
    if (notApplicable(criterion)) {
      String name = criterion.whenNotApplicable().orElseThrow(Refusal::new).option().orElseThrow();
      return options.stream().map(Criterion.Option::name).toList().indexOf(name);
    }
    return switch (criterion.body()) {
      case Criterion.ByOption(FactKey key, _) -> ((Value.Option) facts.get(key)).index();
      case Criterion.GravestOf(FactKey key, _, _) -> {
        long mask = ((Value.Options) facts.get(key)).mask();
        int gravest = -1;
        for (int i = 0; i < options.size(); i++) {
          boolean graver =
              gravest < 0 || options.get(i).score().compareTo(options.get(gravest).score()) >= 0;
          gravest = (mask >> i & 1) == 1 && graver ? i : gravest;
        }
        yield gravest;
      }
      case Criterion.ByCondition(_, var when) -> {
        for (int i = when.size(); i > 0; i--) {
          if (holds(when.get(i - 1))) {
            yield i;
          }
        }
        yield 0;
      }
      case Criterion.Sum _ -> throw new IllegalStateException();
    };
  }

  boolean holds(Condition condition) {
    return switch (condition) {
      case Condition.Passes(Quantity quantity, Test test, _, _) -> passes(quantity, test);
      case Condition.CountOf(var parts, int atLeast, _, _) ->
          parts.stream().filter(this::holds).count() >= atLeast;
      case Condition.NoneOf(var parts, _) -> parts.stream().noneMatch(this::holds);
      case Condition.Named(_, Condition body, _) -> holds(body);
      case Condition.Always(boolean holds, _) -> holds;
    };
  }

  private boolean passes(Quantity quantity, Test test) {
    return switch (quantity) {
      case Quantity.Named(_, Quantity body, _) -> passes(body, test);
      case Quantity.Plain(FactKey key) -> facts.containsKey(key) && value(key, test);
      case Quantity.Ratio(FactKey part, FactKey whole) ->
          facts.keySet().containsAll(Set.of(part, whole))
              && amount(whole, Optional.empty()).signum() != 0
              && number(
                  amount(part, Optional.empty()).dividedBy(amount(whole, Optional.empty())), test);
      case Quantity.Product(FactKey one, FactKey two) ->
          facts.containsKey(one)
              && facts.containsKey(two)
              && number(amount(one, Optional.empty()).times(amount(two, Optional.empty())), test);
      case Quantity.Span(FactKey from, FactKey to) ->
          facts.containsKey(from)
              && facts.containsKey(to)
              && number(amount(to, Optional.empty()).minus(amount(from, Optional.empty())), test);
      case Quantity.CodeCount(FactKey key, var among) ->
          facts.get(key) instanceof Value.Codes(var codes)
              && number(
                  Exact.of(
                      codes.stream()
                          .filter(code -> among.isEmpty() || among.get().members().contains(code))
                          .count()),
                  test);
      case Quantity.ShareOfReference(FactKey key, var series) -> {
        int wanted = series.year().equals("previous") ? year - 1 : Integer.parseInt(series.year());
        Exact figure =
            series.figures().stream()
                .filter(entry -> entry.year() == wanted)
                .findFirst()
                .orElseThrow()
                .value();
        yield facts.containsKey(key)
            && number(amount(key, Optional.of(series.unit())).dividedBy(figure), test);
      }
    };
  }

  private boolean value(FactKey key, Test test) {
    Value value = facts.get(key);
    return switch (test) {
      case Test.Both(Test first, Test second) -> value(key, first) && value(key, second);
      case Test.OptionIn(_, _, var accepted) -> accepted.contains(((Value.Option) value).index());
      case Test.HasAny(_, long mask) -> (((Value.Options) value).mask() & mask) != 0;
      case Test.HasAll(_, long mask) -> (((Value.Options) value).mask() & mask) == mask;
      case Test.Empty(boolean empty) ->
          switch (value) {
            case Value.Options(long mask) -> empty == (mask == 0);
            case Value.Codes(var codes) -> empty == codes.isEmpty();
            default -> throw new IllegalStateException();
          };
      case Test.Compare(var verb, Exact bound, var currency) ->
          verb.passes(amount(key, currency).compareTo(bound));
      case Test.CompareShare(var verb, Exact share, FactKey whole) ->
          facts.containsKey(whole)
              && verb.passes(
                  amount(key, Optional.empty())
                      .compareTo(share.times(amount(whole, Optional.empty()))));
      case Test.Bounds(_, boolean lowest, var bounds) ->
          lowest
              ? bounds.stream().anyMatch(bound -> value(key, bound))
              : bounds.stream().allMatch(bound -> value(key, bound));
    };
  }

  private static boolean number(Exact number, Test test) {
    return switch (test) {
      case Test.Compare(var verb, Exact bound, _) -> verb.passes(number.compareTo(bound));
      case Test.Both(Test first, Test second) -> number(number, first) && number(number, second);
      case Test.Bounds(_, boolean lowest, var bounds) ->
          lowest
              ? bounds.stream().anyMatch(bound -> number(number, bound))
              : bounds.stream().allMatch(bound -> number(number, bound));
      default -> throw new IllegalStateException();
    };
  }

  /// In the natural unit; money in the given currency, or in euro.
  private Exact amount(FactKey key, Optional<String> currency) {
    FactType type = SmallWorld.type(key);
    return switch (facts.get(key)) {
      case Value.Number(long units) -> type.quantumOrOne().times(Exact.of(units));
      case Value.Share(long part, long of) -> Exact.of(part, of);
      case Value.Money(long units, String stated) ->
          type.quantumOrOne()
              .times(Exact.of(units))
              .times(
                  SmallWorld.rate(stated, currency.orElse("EUR"), edition.vocabulary().rates())
                      .orElseThrow());
      default -> throw new IllegalStateException();
    };
  }
}
