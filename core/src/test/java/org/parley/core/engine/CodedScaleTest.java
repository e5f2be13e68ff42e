package org.parley.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Rule;

/// The quick ways give what the long way gives.
class CodedScaleTest {

  private static final long SEED = Long.getLong("parley.seed", 20261121L);

  @Test
  void bytesGiveTheGradesOfTheSheetTheyWereWrittenFrom() {
    int written = 0;
    for (long seed = SEED; seed < SEED + 1500; seed++) {
      RandomWorld world = new RandomWorld(seed);
      if (CompiledScale.compile(world.edition(), SmallWorld.CATALOGUE, Editions.DAY)
          instanceof Compiled.Ready(CompiledScale scale)) {
        Optional<CodedScale> coded = scale.coded();
        for (int i = 0; i < 8 && coded.isPresent(); i++) {
          Sheet sheet = world.sheet(PossibleGradesTest.neighbourhood(world.asked()));
          byte[] code = new byte[coded.get().length()];
          if (coded.get().write(sheet, code)) {
            written++;
            assertThat(coded.get().meaning(coded.get().gradeOf(code)))
                .as("seed %d, sheet %d", seed, i)
                .isEqualTo(scale.possible(sheet));
          }
        }
      }
    }
    assertThat(written).as("seed %d", SEED).isGreaterThan(500);
  }

  @Test
  void theGradesOfAMeanWithOpenCriteriaAreThoseOfAllWaysToFillThemIn() {
    for (long seed = SEED; seed < SEED + 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Mean mean = Mean.random(random);
      for (int i = 0; i < 20; i++) {
        int[] stated = new int[mean.sizes.length];
        for (int v = 0; v < stated.length; v++) {
          stated[v] = random.nextInt(5) < 2 ? -1 : random.nextInt(mean.sizes[v]);
        }

        assertThat(mean.scale.possible(mean.sheet(stated)))
            .as("seed %d, stated %s", seed, stated)
            .isEqualTo(mean.filledIn(stated));
      }
    }
  }

  /// A weighted mean of five criteria over facts of its own.
  private record Mean(int[] sizes, CompiledScale scale) {

    static Mean random(SplittableRandom random) {
      int[] sizes = new int[5];
      List<Fact> facts = new ArrayList<>();
      List<Criterion> criteria = new ArrayList<>();
      Fact like = SmallWorld.CATALOGUE.facts().iterator().next();
      for (int v = 0; v < sizes.length; v++) {
        sizes[v] = 2 + random.nextInt(3);
        List<String> options = new ArrayList<>();
        String[] scores = new String[sizes[v]];
        for (int o = 0; o < sizes[v]; o++) {
          options.add("o" + o);
          scores[o] = "" + random.nextInt(random.nextInt(3) == 0 ? 300 : 40);
        }
        FactKey key = FactKey.of("fact" + (char) ('A' + v));
        facts.add(
            new Fact(
                key.fact(),
                like.group(),
                new FactType.Ordered(options),
                Optional.empty(),
                like.reach(),
                like.together(),
                like.means()));
        criteria.add(Editions.byOption(key.toString(), "" + (1 + random.nextInt(4)), scores));
      }
      Rule rule =
          new Rule.WeightedMean(
              criteria, Optional.empty(), Editions.bands("0", "10", "20", "60"), Optional.empty());
      Catalogue catalogue = new Catalogue("mean", SmallWorld.DIGEST, facts, List.of());
      return new Mean(
          sizes, CompiledScale.compile(Editions.edition(rule), catalogue, Editions.DAY).orThrow());
    }

    Sheet sheet(int[] stated) {
      Map<FactKey, List<Stated>> statements = new HashMap<>();
      for (int v = 0; v < stated.length; v++) {
        if (stated[v] >= 0) {
          statements.put(
              FactKey.of("fact" + (char) ('A' + v)),
              List.of(new Stated.Exactly(new Value.Option(stated[v]))));
        }
      }
      return new Sheet(statements, false);
    }

    List<Grade> filledIn(int[] stated) {
      TreeSet<Integer> ranks = new TreeSet<>();
      fill(stated.clone(), 0, ranks);
      return ranks.stream().<Grade>map(Editions::level).toList();
    }

    private void fill(int[] stated, int from, TreeSet<Integer> ranks) {
      int v = from;
      while (v < stated.length && stated[v] >= 0) {
        v++;
      }
      if (v == stated.length) {
        ranks.add(((Grade.Level) scale.possible(sheet(stated)).getFirst()).rank());
        return;
      }
      for (int option = 0; option < sizes[v]; option++) {
        stated[v] = option;
        fill(stated, v + 1, ranks);
      }
      stated[v] = -1;
    }
  }
}
