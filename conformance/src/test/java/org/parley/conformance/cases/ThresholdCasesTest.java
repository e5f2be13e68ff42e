package org.parley.conformance.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.core.cover.Rewriting;
import org.parley.core.cover.Seen;
import org.parley.core.cover.Threshold;
import org.parley.core.cover.Thresholds;
import org.parley.core.fact.Catalogue;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.Exact;
import org.parley.formats.library.EditionName;
import org.parley.formats.library.FolderSource;
import org.parley.formats.library.Library;

/// Every threshold of every edition has a worked case just below, at and just above it.
///
/// A case counts for a threshold only if the threshold decides it: were the test to come out the
/// other way, the grade would be another one.
class ThresholdCasesTest {

  private static final Library LIBRARY = new Library(new FolderSource(Path.of("..", "library")));

  /// Thresholds that never decide, because another criterion of the same article holds whenever
  /// they do: a complete outage for many users is availability limited for as many, however short.
  private static final Set<String> IMPLIED =
      Set.of(
          "online-marketplace completeOutage",
          "search-engine completeOutage",
          "social-network completeOutage");

  private static String name(Threshold threshold) {
    return threshold.test().quantity().keys().getFirst().toString();
  }

  static Stream<EditionName> editions() {
    return LIBRARY.editions().stream();
  }

  @ParameterizedTest
  @MethodSource("editions")
  void everyThresholdHasCasesOnBothSidesAndAtIt(EditionName name) {
    ScaleEdition edition = Rewriting.APART.of(LIBRARY.edition(name).orThrow());
    Catalogue catalogue = LIBRARY.catalogue().with(edition.vocabulary().judgements().values());
    Seen seen = new Seen(edition, catalogue, WorkedCases.of(name, LIBRARY));
    List<String> missing = new ArrayList<>();
    for (Threshold threshold : Thresholds.of(edition, catalogue)) {
      for (Threshold.Side side : threshold.sides(catalogue)) {
        if (!IMPLIED.contains(threshold.where() + " " + name(threshold))
            && !seen.has(threshold, side)) {
          missing.add(told(threshold, side));
        }
      }
    }
    assertThat(missing).as("missing cases of %s", name).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("editions")
  void everyCutBetweenBandsHasCasesWithTheNearestScores(EditionName name) {
    ScaleEdition edition = LIBRARY.edition(name).orThrow();
    Seen seen =
        new Seen(
            edition,
            LIBRARY.catalogue().with(edition.vocabulary().judgements().values()),
            WorkedCases.of(name, LIBRARY));
    NavigableSet<Exact> reachable = new TreeSet<>();
    List<Exact> cuts = new ArrayList<>();
    if (edition.rule() instanceof Rule.WeightedMean mean) {
      reachable.addAll(Scores.of(mean));
      cuts.addAll(mean.bands().from());
    } else if (edition.rule() instanceof Rule.Score(var expression, var bands, _)) {
      reachable.addAll(Scores.of(expression));
      cuts.addAll(bands.from());
    }
    Set<Exact> wanted = new TreeSet<>();
    for (Exact cut : cuts.subList(Math.min(1, cuts.size()), cuts.size())) {
      wanted.add(reachable.lower(cut));
      wanted.add(reachable.ceiling(cut));
      wanted.add(reachable.higher(cut));
    }
    wanted.removeAll(seen.scores());
    assertThat(wanted).as("scores next to a cut without a case in %s", name).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("editions")
  void everyRuleForTheUnknownHasACase(EditionName name) {
    ScaleEdition edition = LIBRARY.edition(name).orThrow();
    RulesForUnknown unknowns = new RulesForUnknown(edition, WorkedCases.of(name, LIBRARY));

    assertThat(unknowns.withoutCase()).as("missing cases of %s", name).isEmpty();
  }

  private static String told(Threshold threshold, Threshold.Side side) {
    return "%s %s %s %s"
        .formatted(threshold.where(), side, threshold.test().quantity(), threshold.test().test())
        .replaceAll("FactKey|Optional.empty", "");
  }
}
