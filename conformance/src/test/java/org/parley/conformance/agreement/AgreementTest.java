package org.parley.conformance.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.core.engine.CompiledScale;
import org.parley.core.fact.Catalogue;
import org.parley.core.plain.PlainEvaluator;
import org.parley.core.scale.ScaleEdition;
import org.parley.formats.library.FolderSource;
import org.parley.formats.library.Library;

/// Both evaluators give the same on every scale that ships.
///
/// With `-Dparley.agreement=full` whole input spaces are walked where they have at most ten million
/// combinations of cells; beyond, all pairs of cells, and a million random sheets. Without it, a
/// share of both. `-Dparley.seed=…` draws others.
class AgreementTest {

  private static final boolean FULL = "full".equals(System.getProperty("parley.agreement"));
  private static final long SEED = Long.getLong("parley.seed", 20261122L);
  private static final double MOST_WALKED = 1e7;
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  static final Library LIBRARY = new Library(new FolderSource(Path.of("..", "library")));

  static Stream<ScaleEdition> editions() {
    return Stream.concat(
        LIBRARY.editions().stream().map(name -> LIBRARY.edition(name).orThrow()),
        Stream.of(EightCriteria.edition(LIBRARY)));
  }

  @ParameterizedTest
  @MethodSource("editions")
  void bothEvaluatorsAgree(ScaleEdition edition) {
    Catalogue catalogue = LIBRARY.catalogue();
    Catalogue all = catalogue.with(edition.vocabulary().judgements().values());
    PlainEvaluator plain = new PlainEvaluator(edition, catalogue, DAY);
    List<InputSpace> spaces = InputSpace.of(edition, all, plain);
    String name = edition.heading().quoted();
    Trial trial = new Trial(name, CompiledScale.compile(edition, catalogue, DAY).orThrow(), plain);
    long began = System.nanoTime();
    double size = spaces.stream().mapToDouble(InputSpace::size).sum();
    for (InputSpace space : spaces) {
      walk(space, trial, size);
    }
    draw(spaces, trial, size);
    System.out.printf(
        "agreement: %s, seed %d: %.0f combinations of cells, %d sheets known, %d of them explained,"
            + " %d open (%d ways), %.1f s, %s%n",
        name,
        SEED,
        size,
        trial.sheetsKnown(),
        trial.sheetsExplained(),
        trial.sheetsOpen(),
        trial.waysFilled(),
        (System.nanoTime() - began) / 1e9,
        trial.grades());
    assertThat(trial.sheetsExplained())
        .as("known sheets of %s with reasons by the engine", name)
        .isEqualTo(trial.sheetsKnown());
    assertThat(trial.grades())
        .as("grades seen on %s", name)
        .hasSizeGreaterThanOrEqualTo(FULL ? edition.levels().count() : 2);
  }

  /// Every combination, or every so many-th: a step that shares no factor with a number of cells
  /// comes through all cells of all islands.
  private static void walk(InputSpace space, Trial trial, double size) {
    if (size > MOST_WALKED) {
      space.pairs().forEach(trial::known);
      return;
    }
    long most = (long) space.size();
    long step = FULL ? 1 : Math.max(1, most / Math.max(1, (long) (10_000 * most / size)));
    while (step > 1 && (step % 2 == 0 || step % 3 == 0 || step % 5 == 0 || step % 7 == 0)) {
      step++;
    }
    for (long number = 0; number < most; number += step) {
      trial.known(space.sheet(number));
    }
  }

  private static void draw(List<InputSpace> spaces, Trial trial, double size) {
    SplittableRandom random = new SplittableRandom(SEED);
    int known = FULL ? size > MOST_WALKED ? 1_000_000 : 200_000 : 3_000;
    for (int i = 0; i < known; i++) {
      InputSpace space = spaces.get(random.nextInt(spaces.size()));
      var sheet = space.sheet(space.draw(random));
      trial.known(sheet);
      if (i % 20 == 0) {
        trial.score(sheet);
      }
    }
    for (int i = 0; i < (FULL ? 20_000 : 100); i++) {
      trial.open(spaces.get(random.nextInt(spaces.size())), random);
    }
  }
}
