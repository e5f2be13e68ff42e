package org.parley.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.core.engine.pocket.PocketScale;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Mode;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.outcome.Flip;
import org.parley.core.outcome.Outcome;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.Exact;

/// The quick ways say what the long way says.
class QuickTest {

  private static final long SEED = Long.getLong("parley.seed", 20261122L);
  private static final int EDITIONS = 3000;

  @Test
  void gradesAndOutcomesAreThoseOfTheLongWay() {
    int pocketed = 0;
    Set<String> outcomes = new TreeSet<>();
    for (long seed = SEED; seed < SEED + EDITIONS; seed++) {
      RandomWorld world = new RandomWorld(seed);
      ScaleEdition edition = world.edition();
      if (CompiledScale.compile(edition, SmallWorld.CATALOGUE, Editions.DAY)
          instanceof Compiled.Ready(CompiledScale scale)) {
        PocketScale pocket = scale.pocket();
        for (int i = 0; i < 8; i++) {
          Sheet sheet = world.sheet(PossibleGradesTest.neighbourhood(world.asked()));
          String where = "seed %d, sheet %d: %s".formatted(seed, i, edition.rule());
          List<Grade> possible = scale.possibleAtLength(sheet);
          Outcome outcome = scale.outcomeAtLength(sheet);

          assertThat(scale.possible(sheet)).as(where).isEqualTo(possible);
          assertThat(scale.outcome(sheet)).as(where).isEqualTo(outcome);
          assertThat(scale.flips(sheet)).as(where).isEqualTo(scale.flipsAtLength(sheet));
          Optional<Grade> grade = pocket.grade(sheet);
          if (grade.isPresent()) {
            pocketed++;
            outcomes.add(outcome.getClass().getSimpleName());
            assertThat(List.of(grade.get())).as(where).isEqualTo(possible);
          }
        }
      }
    }
    assertThat(pocketed).as("graded by the pocket form, seed %d", SEED).isGreaterThan(EDITIONS);
    assertThat(outcomes).containsExactly("OutOfScope", "Settled", "Unsaid");
  }

  /// A mean has no score where a criterion does not apply, and that alone sent every question for
  /// changes the long way, which takes sixty times as long.
  @Test
  void changesOfAWeightedMeanAreToldInTheQuickWay() {
    Rule rule =
        new Rule.WeightedMean(
            List.of(
                Editions.byOption("grade", "2", "0", "10", "40", "100"),
                Editions.byOption("kind", "1", "0", "50", "100")),
            Optional.empty(),
            Editions.bands("0", "20", "50", "80"),
            Optional.empty());
    CompiledScale scale =
        CompiledScale.compile(Editions.edition(rule), SmallWorld.CATALOGUE, Editions.DAY).orThrow();
    Sheet sheet =
        new Sheet(
            Map.of(
                Editions.key("grade"), List.of(new Stated.Exactly(new Value.Option(1))),
                Editions.key("kind"), List.of(new Stated.Exactly(new Value.Option(0)))),
            false);

    assertThat(scale.flipsQuickly(sheet)).isNotEmpty().isEqualTo(scale.flipsAtLength(sheet));
  }

  /// Of a scale of sums with more than a few combinations: what a block makes lies at a place for
  /// its cells and the sum, and is found there when it is asked for again. A set is seen through
  /// several variables, so that the places of a block are combinations too.
  @Test
  void changesThatLieReadyAreThoseOfTheLongWay() {
    CompiledScale scale =
        CompiledScale.compile(Editions.edition(wideSum()), SmallWorld.CATALOGUE, Editions.DAY)
            .orThrow();
    Random random = new Random(SEED);
    for (int i = 0; i < 400; i++) {
      Map<FactKey, List<Stated>> statements = new HashMap<>();
      for (FactKey key : WIDE) {
        List<Value> values = SmallWorld.values(key);
        Value value = values.get(random.nextInt(values.size()));
        statements.put(key, List.of(new Stated.Exactly(value)));
      }
      Sheet sheet = new Sheet(statements, false);
      List<Flip> expected = scale.flipsAtLength(sheet);

      for (String time : List.of("first", "second")) {
        assertThat(scale.flipsQuickly(sheet))
            .as("seed %d, sheet %d, %s time", SEED, i, time)
            .isEqualTo(expected);
      }
    }
  }

  private static final List<FactKey> WIDE =
      Stream.of("grade", "kind", "flag", "marks")
          .flatMap(name -> Stream.of(FactKey.of(name), FactKey.of(name).as(Mode.POTENTIAL)))
          .toList();

  /// Scores of options, and of each mark that a set has.
  private static Rule wideSum() {
    List<Rule.Expression> parts = new ArrayList<>();
    for (FactKey key : WIDE) {
      int options = SmallWorld.type(key).optionNames().size();
      List<Criterion.Addend> addends = new ArrayList<>();
      String[] scores = new String[options];
      for (int place = 0; place < options; place++) {
        Exact score = Exact.of(7L * place * place + parts.size());
        scores[place] = score.toString();
        addends.add(
            new Criterion.Addend(
                score, Editions.passes(new Quantity.Plain(key), Editions.hasAny(1L << place))));
      }
      Criterion.Body body =
          key.fact().text().equals("marks")
              ? new Criterion.Sum(addends)
              : new Criterion.ByOption(key, Editions.options(scores));
      parts.add(new Rule.Expression.Of(Editions.criterion("by-" + key, "1", body)));
    }
    return new Rule.Score(
        new Rule.Expression.Combined(Rule.Operation.SUM, parts),
        Editions.bands("0", "150", "250", "350"),
        Optional.empty());
  }
}
