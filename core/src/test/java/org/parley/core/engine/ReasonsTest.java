package org.parley.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.outcome.Step;
import org.parley.core.outcome.Truth;
import org.parley.core.plain.PlainEvaluator;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.Exact;

/// The engine's own reasons are those of the plain evaluator, step by step.
class ReasonsTest {

  private static final long SEED = Long.getLong("parley.seed", 20261123L);
  private static final int EDITIONS = Integer.getInteger("parley.editions", 3000);

  @Test
  void whereEverythingIsKnownTheStepsAreThoseOfThePlainEvaluator() {
    Set<String> places = new TreeSet<>();
    int told =
        compare(
            (world, random) -> known(PossibleGradesTest.neighbourhood(world.asked()), random),
            (where, scale, plain, sheet) -> {
              Optional<Step.Gave> reasons = scale.reasons(sheet);
              assertThat(reasons).as(where).contains(plain.trace(sheet));
              reasons.ifPresent(gave -> collect(gave, places));
            });
    assertThat(told).as("sheets, seed %d", SEED).isGreaterThan(EDITIONS * 5);
    assertThat(places)
        .containsExactly(
            "by-option",
            "case",
            "dimension",
            "edition",
            "fixed",
            "floor",
            "gate",
            "gravest-of",
            "ladder",
            "matrix",
            "row",
            "scope",
            "score",
            "set",
            "weighted-mean");
  }

  /// A step can be told where what is not known is not looked at, and never otherwise.
  @Test
  void whereFactsAreNotKnownTheStepsAreThoseOfThePlainEvaluatorOrNone() {
    int[] told = {0};
    int all =
        compare(
            (world, _) -> world.sheet(world.asked()),
            (where, scale, plain, sheet) -> {
              Step.Gave trace = plain.trace(sheet);
              Optional<Step.Gave> reasons = scale.reasons(sheet);
              assertThat(reasons.orElse(trace)).as(where).isEqualTo(trace);
              assertThat(reasons.isPresent() && isOpen(trace)).as(where).isFalse();
              told[0] += reasons.isPresent() ? 1 : 0;
            });
    assertThat(told[0]).as("told, seed %d", SEED).isBetween(EDITIONS / 10, all / 2);
  }

  /// The plain evaluator has words for what cannot be; the engine leaves that to it.
  @Test
  void aPartAboveItsWholeIsLeftToThePlainEvaluator() {
    Condition share =
        Editions.passes(
            new Quantity.Ratio(FactKey.of("hit"), FactKey.of("total")),
            new org.parley.core.scale.Test.Compare(
                org.parley.core.scale.Test.Verb.OVER, Exact.of(1, 2), Optional.empty()));
    CompiledScale scale =
        CompiledScale.compile(
                Editions.edition(Editions.ladder(share)), SmallWorld.CATALOGUE, Editions.DAY)
            .orThrow();

    assertThat(scale.reasons(sheet(3, 2))).isEmpty();
    assertThat(scale.reasons(sheet(2, 3))).isPresent();
  }

  private static Sheet sheet(long hit, long total) {
    return new Sheet(
        Map.of(
            FactKey.of("hit"), List.of(new Stated.Exactly(new Value.Number(hit))),
            FactKey.of("total"), List.of(new Stated.Exactly(new Value.Number(total)))),
        false);
  }

  private interface Comparison {
    void of(String where, CompiledScale scale, PlainEvaluator plain, Sheet sheet);
  }

  /// @return how many sheets were compared
  private static int compare(BiFunction<RandomWorld, Random, Sheet> sheets, Comparison comparison) {
    int compared = 0;
    for (long seed = SEED; seed < SEED + EDITIONS; seed++) {
      RandomWorld world = new RandomWorld(seed);
      Random random = new Random(seed);
      ScaleEdition edition = world.edition();
      if (isAllowed(edition.rule())
          && CompiledScale.compile(edition, SmallWorld.CATALOGUE, Editions.DAY)
              instanceof Compiled.Ready(CompiledScale scale)) {
        PlainEvaluator plain = new PlainEvaluator(edition, SmallWorld.CATALOGUE, Editions.DAY);
        for (int i = 0; i < 8; i++) {
          String where = "seed " + seed + ", sheet " + i + ": " + edition.rule();
          comparison.of(where, scale, plain, sheets.apply(world, random));
          compared++;
        }
      }
    }
    return compared;
  }

  private static boolean isOpen(Step step) {
    return (step instanceof Step.Looked(_, Truth truth, _) && truth == Truth.OPEN)
        || step.parts().stream().anyMatch(ReasonsTest::isOpen);
  }

  /// The format takes no criterion by sum into a weighted mean.
  private static boolean isAllowed(Rule rule) {
    return switch (rule) {
      case Rule.WeightedMean mean ->
          mean.criteria().stream().noneMatch(one -> one.body() instanceof Criterion.Sum);
      case Rule.GravestOf(var dimensions, _) ->
          dimensions.values().stream().allMatch(ReasonsTest::isAllowed);
      case Rule.Gate(_, _, Rule open, _) -> isAllowed(open);
      case Rule.ByOption(_, var cases, _, _) ->
          cases.values().stream().allMatch(ReasonsTest::isAllowed);
      case Rule.Fixed _, Rule.Ladder _, Rule.Score _, Rule.Matrix _ -> true;
    };
  }

  /// Every key exactly, or as not applicable, and no part above its whole; all money in one of the
  /// currencies of the rates, as a ratio of two is left to the plain evaluator.
  private static Sheet known(Set<FactKey> keys, Random random) {
    Map<FactKey, List<Stated>> statements = new HashMap<>();
    String currency = List.of("EUR", "USD", "JPY").get(random.nextInt(3));
    for (FactKey key : keys) {
      List<Value> values = SmallWorld.values(key);
      Value value = values.get(random.nextInt(values.size()));
      if (value instanceof Value.Money(long units, _)) {
        value = new Value.Money(units, currency);
      }
      Stated said =
          random.nextInt(8) == 0 ? new Stated.NotApplicable("test") : new Stated.Exactly(value);
      statements.put(key, List.of(said));
    }
    for (FactKey key : keys) {
      if (key.fact().text().equals("total")) {
        hold(FactKey.of("hit").as(key.mode()), key, statements);
        hold(FactKey.of("hitToo").as(key.mode()), key, statements);
      }
    }
    return new Sheet(statements, random.nextBoolean());
  }

  private static void hold(FactKey part, FactKey whole, Map<FactKey, List<Stated>> statements) {
    if (units(statements.get(part)) > units(statements.get(whole))) {
      statements.put(part, List.copyOf(statements.getOrDefault(whole, List.of())));
    }
  }

  private static long units(@Nullable List<Stated> said) {
    return said != null && said.getFirst() instanceof Stated.Exactly(Value.Number(long units))
        ? units
        : 0;
  }

  private static void collect(Step step, Set<String> places) {
    if (step instanceof Step.Gave gave) {
      places.add(gave.place().split(" ")[0]);
    }
    step.parts().forEach(part -> collect(part, places));
  }
}
