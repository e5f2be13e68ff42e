package org.parley.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Value;
import org.parley.core.scale.Grade;
import org.parley.core.scale.ScaleEdition;

/// The compiled evaluator gives exactly the grades that some completion gives.
class PossibleGradesTest {

  /// Another run of the same tests: `-Dparley.seed=…`.
  private static final long SEED = Long.getLong("parley.seed", 20261121L);

  private static final int EDITIONS = Integer.getInteger("parley.editions", 3000);
  private static final double MOST_COMPLETIONS = 20_000;

  @Test
  void randomEditionsAndSheetsAgreeWithEveryCompletionWrittenDown() {
    int compiled = 0;
    long sheets = 0;
    for (int number = 0; number < EDITIONS; number++) {
      long seed = SEED + number;
      RandomWorld world = new RandomWorld(seed);
      ScaleEdition edition = world.edition();
      Compiled result = CompiledScale.compile(edition, SmallWorld.CATALOGUE, Editions.DAY);
      if (!(result instanceof Compiled.Ready(CompiledScale scale))) {
        continue;
      }
      compiled++;
      for (int i = 0; i < 8; i++) {
        Sheet sheet = world.sheet(neighbourhood(world.asked()));
        Completions completions = new Completions(world.asked(), sheet);
        if (completions.count() <= MOST_COMPLETIONS) {
          sheets++;
          assertThat(scale.possible(sheet))
              .as("seed %d, sheet %d: %s", seed, i, edition.rule())
              .isEqualTo(inOrder(edition, completions));
        }
      }
    }
    assertThat(compiled).as("compiled of %d, seed %d", EDITIONS, SEED).isGreaterThan(EDITIONS / 2);
    assertThat(sheets).isGreaterThan(EDITIONS);
  }

  /// The asked facts and those that a constraint ties to them.
  static Set<FactKey> neighbourhood(Set<FactKey> asked) {
    Set<FactKey> all = new LinkedHashSet<>(asked);
    for (FactKey key : asked) {
      SmallWorld.CATALOGUE
          .constraints()
          .forEach(constraint -> {
            if (constraint.smaller().equals(key.fact()) || constraint.larger().equals(key.fact())) {
              all.add(FactKey.of(constraint.smaller()).as(key.mode()));
              all.add(FactKey.of(constraint.larger()).as(key.mode()));
            }
          });
    }
    if (all.stream().anyMatch(key -> key.fact().text().equals("began"))) {
      for (String name : List.of("began", "seen", "ended")) {
        all.add(FactKey.of(name));
        all.add(FactKey.of(name).as(org.parley.core.fact.Mode.POTENTIAL));
      }
    }
    return all;
  }

  static List<Grade> inOrder(ScaleEdition edition, Completions completions) {
    Set<Grade> seen = new LinkedHashSet<>();
    completions.forEach(facts ->
        new Naive(edition, Map.copyOf(facts), Editions.DAY.getYear()).grade().ifPresent(seen::add));
    List<Grade> sorted = new ArrayList<>();
    for (Grade grade :
        List.of(
            Editions.level(0),
            Editions.level(1),
            Editions.level(2),
            Editions.level(3),
            Grade.OUT_OF_SCOPE,
            Grade.UNSAID)) {
      if (seen.contains(grade)) {
        sorted.add(grade);
      }
    }
    return sorted;
  }

  @Test
  void aSheetThatSaysNothingLeavesEveryGradeOfALadder() {
    ScaleEdition edition =
        Editions.edition(
            Editions.ladder(
                Editions.passes("hit", Editions.atLeast("5")),
                Editions.passes("hit", Editions.atLeast("3")),
                Editions.passes("hit", Editions.atLeast("1"))));
    CompiledScale scale =
        CompiledScale.compile(edition, SmallWorld.CATALOGUE, Editions.DAY).orThrow();
    assertThat(scale.possible(new Sheet(Map.of(), false)))
        .containsExactlyElementsOf(Editions.LEVELS.mildestFirst());
    assertThat(scale.possible(new Sheet(Map.of(), true))).containsExactly(Editions.level(0));
    assertThat(
            scale.possible(
                new Sheet(Map.of(), false)
                    .with(
                        Editions.key("total"),
                        new org.parley.core.fact.Stated.Exactly(new Value.Number(4)))))
        .containsExactly(Editions.level(0), Editions.level(1), Editions.level(2));
  }
}
