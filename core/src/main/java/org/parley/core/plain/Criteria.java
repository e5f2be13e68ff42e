package org.parley.core.plain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Stated;
import org.parley.core.outcome.Step;
import org.parley.core.outcome.Truth;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Quantity;
import org.parley.core.terms.Exact;

/// Turns facts into options and scores, as chapter 6 of the format's document says.
final class Criteria {

  private final FactReader facts;
  private final Conditions conditions;

  Criteria(FactReader facts, Conditions conditions) {
    this.facts = facts;
    this.conditions = conditions;
  }

  Step.Scored score(Criterion criterion) {
    return switch (criterion.body()) {
      case Criterion.ByOption(FactKey key, var options) ->
          scored(criterion, optionsSeen(criterion, key, options), List.of());
      case Criterion.GravestOf(FactKey key, var options, var empty) ->
          scored(criterion, gravestSeen(criterion, key, options, empty), List.of());
      case Criterion.ByCondition body -> byCondition(criterion, body);
      case Criterion.Sum(var addends) -> sum(criterion, addends);
    };
  }

  private static Step.Scored scored(
      Criterion criterion, Set<Criterion.Option> possible, List<Step> parts) {
    List<Criterion.Option> ordered =
        criterion.options().stream().filter(possible::contains).toList();
    List<Exact> scores = possible.stream().map(Criterion.Option::score).sorted().toList();
    Step.Range range =
        scores.isEmpty()
            ? new Step.Range(Exact.ZERO, Exact.ZERO)
            : new Step.Range(scores.getFirst(), scores.getLast());
    List<String> names =
        (ordered.isEmpty() ? List.copyOf(possible) : ordered)
            .stream().map(Criterion.Option::name).toList();
    return new Step.Scored(criterion, names, range, parts);
  }

  private Set<Criterion.Option> optionsSeen(
      Criterion criterion, FactKey key, List<Criterion.Option> options) {
    Set<Criterion.Option> possible = new LinkedHashSet<>();
    for (Reading reading : facts.read(new Quantity.Plain(key), Optional.empty())) {
      switch (reading) {
        case Reading.Options(var places) ->
            places.forEach(place -> possible.add(options.get(place)));
        case Reading.NoValue _ -> notApplicable(criterion, options).ifPresent(possible::add);
        case Reading.Numbers _, Reading.Members _, Reading.CodeNumber _ ->
            throw new IllegalStateException(
                "a checked criterion reads options: " + criterion.name());
      }
    }
    return possible;
  }

  private static Optional<Criterion.Option> notApplicable(
      Criterion criterion, List<Criterion.Option> options) {
    return criterion
        .whenNotApplicable()
        .map(instead ->
            instead
                .option()
                .flatMap(name ->
                    options.stream().filter(option -> option.name().equals(name)).findFirst())
                .orElseGet(
                    () -> new Criterion.Option("not-applicable", instead.score(), instead.cite())));
  }

  private Set<Criterion.Option> gravestSeen(
      Criterion criterion, FactKey key, List<Criterion.Option> options, Criterion.Option empty) {
    Set<Criterion.Option> possible = new LinkedHashSet<>();
    for (Reading reading : facts.read(new Quantity.Plain(key), Optional.empty())) {
      switch (reading) {
        case Reading.Members(long must, long may) ->
            addGravest(possible, options, empty, must, may);
        case Reading.NoValue _ -> notApplicable(criterion, options).ifPresent(possible::add);
        case Reading.Numbers _, Reading.Options _, Reading.CodeNumber _ ->
            throw new IllegalStateException("a checked criterion reads a set: " + criterion.name());
      }
    }
    return possible;
  }

  /// Every option that can be the gravest of a set that has all of `must` and may have any of
  /// `may`: those of `may` that are not milder than the gravest of `must`.
  private static void addGravest(
      Set<Criterion.Option> possible,
      List<Criterion.Option> options,
      Criterion.Option empty,
      long must,
      long may) {
    int gravestSure = -1;
    for (int place = 0; place < options.size(); place++) {
      if ((must >> place & 1) == 1 && (gravestSure < 0 || isGraver(options, place, gravestSure))) {
        gravestSure = place;
      }
    }
    if (gravestSure < 0) {
      possible.add(empty);
    } else {
      possible.add(options.get(gravestSure));
    }
    for (int place = 0; place < options.size(); place++) {
      boolean mayBe = (may >> place & 1) == 1 && (must >> place & 1) == 0;
      if (mayBe && (gravestSure < 0 || isGraver(options, place, gravestSure))) {
        possible.add(options.get(place));
      }
    }
  }

  /// Graver is the higher score; of equal scores the later place, which gives the same score.
  private static boolean isGraver(List<Criterion.Option> options, int place, int other) {
    int byScore = options.get(place).score().compareTo(options.get(other).score());
    return byScore > 0 || (byScore == 0 && place > other);
  }

  private Step.Scored byCondition(Criterion criterion, Criterion.ByCondition body) {
    Set<Criterion.Option> possible = new LinkedHashSet<>();
    List<Step> parts = new ArrayList<>();
    boolean decided = false;
    for (int place = body.when().size() - 1; place >= 0; place--) {
      Step.Looked looked = conditions.look(body.when().get(place));
      parts.add(looked);
      if (!decided && looked.truth() != Truth.FAILS) {
        possible.add(body.options().get(place + 1));
        decided = looked.truth() == Truth.HOLDS;
      }
    }
    if (!decided) {
      possible.add(body.options().getFirst());
    }
    return scored(criterion, possible, parts);
  }

  private Step.Scored sum(Criterion criterion, List<Criterion.Addend> addends) {
    Step.Range total = new Step.Range(Exact.ZERO, Exact.ZERO);
    List<Step> parts = new ArrayList<>();
    for (Criterion.Addend addend : addends) {
      Step.Looked looked = conditions.look(addend.when());
      parts.add(looked);
      Exact sure = looked.truth() == Truth.HOLDS ? addend.add() : Exact.ZERO;
      Exact other = looked.truth() == Truth.OPEN ? addend.add() : sure;
      total =
          total.plus(
              sure.isAbove(other) ? new Step.Range(other, sure) : new Step.Range(sure, other));
    }
    return new Step.Scored(criterion, List.of(), total, parts);
  }

  /// Whether the criterion cannot be applied, because its fact was stated as not applicable and the
  /// edition does not say what counts then.
  boolean isRefused(Criterion criterion) {
    return switch (criterion.body()) {
      case Criterion.ByOption(FactKey key, _) -> isRefused(criterion, key);
      case Criterion.GravestOf(FactKey key, _, _) -> isRefused(criterion, key);
      case Criterion.ByCondition _, Criterion.Sum _ -> false;
    };
  }

  private boolean isRefused(Criterion criterion, FactKey key) {
    return criterion.whenNotApplicable().isEmpty()
        && facts.stated(key).stream().anyMatch(Stated.NotApplicable.class::isInstance);
  }
}
