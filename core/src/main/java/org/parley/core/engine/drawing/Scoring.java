package org.parley.core.engine.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.parley.core.engine.formula.Atom;
import org.parley.core.engine.formula.Formula;
import org.parley.core.fact.FactKey;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Criterion.Addend;
import org.parley.core.scale.Criterion.Option;
import org.parley.core.scale.FactsAsked;
import org.parley.core.terms.Exact;

/// How the criteria of an edition turn facts into options and scores, as formulas.
final class Scoring {

  private final Conditions conditions;

  Scoring(Conditions conditions) {
    this.conditions = conditions;
  }

  /// The place of what is none of the options.
  static final int NOWHERE = -1;

  /// One of the things a criterion can give: its place among the options, or [#NOWHERE]; and its
  /// score.
  record Result(int place, Exact score) {}

  /// What a criterion gives: that of the first case that holds, else `otherwise`, where an empty
  /// result means that the score is refused; and on top all addends that hold.
  record Cases(List<Case> first, Optional<Result> otherwise, List<Part> addends) {}

  record Case(Formula when, Optional<Result> result) {}

  record Part(Formula when, Exact add) {}

  Cases of(Criterion criterion) {
    return conditions
        .substitutes()
        .instead(criterion, FactsAsked.by(criterion))
        .map(put -> new Cases(List.of(), Optional.of(result(put, criterion.options())), List.of()))
        .orElseGet(() -> known(criterion));
  }

  private Cases known(Criterion criterion) {
    return switch (criterion.body()) {
      case Criterion.ByOption(FactKey key, List<Option> options) ->
          byOption(criterion, key, options);
      case Criterion.GravestOf(FactKey key, List<Option> options, Option empty) ->
          gravestOf(criterion, key, options, empty);
      case Criterion.ByCondition(var options, var when) -> {
        List<Case> cases = new ArrayList<>();
        for (int place = options.size() - 1; place > 0; place--) {
          cases.add(
              new Case(conditions.of(when.get(place - 1)), Optional.of(result(options, place))));
        }
        yield new Cases(cases, Optional.of(result(options, 0)), List.of());
      }
      case Criterion.Sum(List<Addend> addends) ->
          new Cases(
              List.of(),
              Optional.of(new Result(NOWHERE, Exact.ZERO)),
              addends.stream()
                  .map(addend -> new Part(conditions.of(addend.when()), addend.add()))
                  .toList());
    };
  }

  private static Result result(List<Option> options, int place) {
    return new Result(place, options.get(place).score());
  }

  private Cases byOption(Criterion criterion, FactKey key, List<Option> options) {
    if (!conditions.isKnown(key)) {
      return new Cases(List.of(), Optional.empty(), List.of());
    }
    List<Case> cases = new ArrayList<>();
    for (int place = 0; place < options.size(); place++) {
      cases.add(
          new Case(
              new Formula.Leaf(new Atom.Among(key, Set.of(place))),
              Optional.of(result(options, place))));
    }
    return new Cases(cases, notApplicable(criterion, options), List.of());
  }

  /// Graver is the higher score, and among equal scores the later place.
  private Cases gravestOf(Criterion criterion, FactKey key, List<Option> options, Option empty) {
    if (!conditions.isKnown(key)) {
      return new Cases(List.of(), Optional.empty(), List.of());
    }
    List<Integer> gravestFirst =
        IntStream.range(0, options.size())
            .boxed()
            .sorted(
                Comparator.comparing((Integer place) -> options.get(place).score())
                    .thenComparing(Comparator.naturalOrder())
                    .reversed())
            .toList();
    List<Case> cases = new ArrayList<>();
    for (int place : gravestFirst) {
      cases.add(
          new Case(
              new Formula.Leaf(new Atom.HasAny(key, 1L << place)),
              Optional.of(result(options, place))));
    }
    cases.add(
        new Case(
            new Formula.Leaf(new Atom.Applies(key)),
            Optional.of(new Result(placeOf(empty.name(), options), empty.score()))));
    return new Cases(cases, notApplicable(criterion, options), List.of());
  }

  private static Optional<Result> notApplicable(Criterion criterion, List<Option> options) {
    return criterion.whenNotApplicable().map(put -> result(put, options));
  }

  private static Result result(Criterion.Substitute put, List<Option> options) {
    return new Result(
        put.option().map(name -> placeOf(name, options)).orElse(NOWHERE), put.score());
  }

  private static int placeOf(String name, List<Option> options) {
    return options.stream().map(Option::name).toList().indexOf(name);
  }

  /// The same cases where only the score matters: neighbours with one score are put together, so
  /// that nothing is told apart that counts the same.
  static Cases byScore(Cases cases) {
    Map<Exact, List<Formula>> byScore = new LinkedHashMap<>();
    List<Case> merged = new ArrayList<>();
    Optional<Exact> last = Optional.empty();
    List<Formula> run = new ArrayList<>();
    for (Case next : cases.first()) {
      Optional<Exact> score = next.result().map(Result::score);
      if (!run.isEmpty() && !score.equals(last)) {
        merged.add(merge(run, last));
        run = new ArrayList<>();
      }
      run.add(next.when());
      last = score;
    }
    if (!run.isEmpty()) {
      merged.add(merge(run, last));
    }
    return new Cases(
        merged,
        cases.otherwise().map(result -> new Result(NOWHERE, result.score())),
        cases.addends());
  }

  private static Case merge(List<Formula> run, Optional<Exact> score) {
    return new Case(anyOf(run), score.map(value -> new Result(NOWHERE, value)));
  }

  /// Any of the formulas, with tests of one set put into one test.
  private static Formula anyOf(List<Formula> run) {
    long mask = 0;
    for (Formula one : run) {
      if (!(one instanceof Formula.Leaf(Atom.HasAny(_, long more)))) {
        return Formula.any(run);
      }
      mask |= more;
    }
    return run.getFirst() instanceof Formula.Leaf(Atom.HasAny(FactKey key, _))
        ? new Formula.Leaf(new Atom.HasAny(key, mask))
        : Formula.any(run);
  }

  /// The smallest and the largest score that the options allow.
  static Exact extreme(Criterion criterion, boolean largest) {
    Comparator<Exact> order =
        largest ? Comparator.naturalOrder() : Comparator.<Exact>reverseOrder();
    return switch (criterion.body()) {
      case Criterion.ByOption(_, var options) -> max(options, order);
      case Criterion.ByCondition(var options, _) -> max(options, order);
      case Criterion.GravestOf(_, var options, Option empty) -> {
        Exact some = max(options, order);
        yield order.compare(some, empty.score()) >= 0 ? some : empty.score();
      }
      case Criterion.Sum(var addends) ->
          addends.stream()
              .map(Addend::add)
              .filter(add -> largest ? add.signum() > 0 : add.signum() < 0)
              .reduce(Exact.ZERO, Exact::plus);
    };
  }

  private static Exact max(List<Option> options, Comparator<Exact> order) {
    return options.stream().map(Option::score).max(order).orElseThrow();
  }
}
