package org.parley.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.outcome.Flip;
import org.parley.core.outcome.OpenQuestion;
import org.parley.core.outcome.Region;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Notes;
import org.parley.core.scale.ScaleEdition;

/// Open questions and single-fact changes, against every completion written down.
class InquiryTest {

  private static final long SEED = Long.getLong("parley.seed", 77L);
  private static final int EDITIONS = Integer.getInteger("parley.editions", 400);
  private static final double MOST_COMPLETIONS = 2_000;

  private ScaleEdition edition = Editions.edition(Editions.ladder());

  private void forRandomSheets(SheetTest test) {
    int used = 0;
    for (int number = 0; number < EDITIONS; number++) {
      long seed = SEED + number;
      RandomWorld world = new RandomWorld(seed);
      edition = world.edition();
      Compiled result = CompiledScale.compile(edition, SmallWorld.CATALOGUE, Editions.DAY);
      if (result instanceof Compiled.Ready(CompiledScale scale)) {
        for (int i = 0; i < 4; i++) {
          Sheet sheet = world.sheet(PossibleGradesTest.neighbourhood(world.asked()));
          if (new Completions(world.asked(), sheet).count() <= MOST_COMPLETIONS) {
            used++;
            test.check(scale, sheet, world.asked(), "seed " + seed + ", sheet " + i);
          }
        }
      }
    }
    assertThat(used).isGreaterThan(EDITIONS);
  }

  private interface SheetTest {
    void check(CompiledScale scale, Sheet sheet, Set<FactKey> asked, String where);
  }

  @Test
  void everyAnswerLeavesExactlyTheGradesOfTheCompletionsInItsRegion() {
    forRandomSheets((scale, sheet, asked, where) -> {
      for (OpenQuestion question : scale.questions(sheet)) {
        for (OpenQuestion.Answer answer : question.answers()) {
          assertThat(grades(asked, sheet, facts -> isIn(answer.region(), facts)))
              .as("%s: %s of %s", where, answer.region(), edition.rule())
              .isEqualTo(Set.copyOf(answer.leaves()));
        }
      }
    });
  }

  @Test
  void whateverAloneStillMovesTheGradeIsAskedFor() {
    forRandomSheets((scale, sheet, asked, where) -> {
      Set<FactKey> keys =
          scale.questions(sheet).stream()
              .flatMap(question -> question.keys().stream())
              .collect(Collectors.toSet());
      for (FactKey key : asked) {
        if (isSingle(sheet) && moves(key, asked, sheet)) {
          assertThat(keys).as("%s: %s of %s", where, key, edition.rule()).contains(key);
        }
      }
    });
  }

  /// Sets stated in several ways at once are left out: two of their completions may differ in many
  /// options.
  private static boolean isSingle(Sheet sheet) {
    return sheet.keys().stream()
        .allMatch(key ->
            sheet.stated(key).orElseThrow().size() == 1
                && sheet.stated(key).orElseThrow().stream()
                    .noneMatch(said -> said instanceof Stated.OneOf));
  }

  private boolean moves(FactKey key, Set<FactKey> asked, Sheet sheet) {
    Map<Map<FactKey, Value>, Optional<Grade>> byOthers = new HashMap<>();
    boolean[] moves = {false};
    new Completions(asked, sheet)
        .forEach(facts -> {
          Map<FactKey, Value> others = new HashMap<>(facts);
          others.remove(key);
          Optional<Grade> grade = grade(facts);
          Optional<Grade> before = byOthers.putIfAbsent(others, grade);
          moves[0] |= before != null && !before.equals(grade);
        });
    return moves[0];
  }

  @Test
  void everyChangeGivesWhatItSaysAndNothingElseIsChanged() {
    forRandomSheets((scale, sheet, asked, where) -> {
      for (Flip flip : scale.flips(sheet)) {
        List<Set<Grade>> found = new ArrayList<>();
        for (FactKey key : asked) {
          Sheet released = sheet.with(key, new Stated.Unknown("test"));
          found.add(grades(asked, released, facts -> isIn(flip.region(), facts)));
        }
        if (!(flip.region() instanceof Region.SetHas)
            && flip.region().keys().stream().noneMatch(InquiryTest::isWide)) {
          assertThat(found)
              .as("%s: %s of %s on %s", where, flip.region(), edition.rule(), sheet.keys())
              .contains(Set.copyOf(flip.gives()));
        }
      }
    });
  }

  @Test
  void noChangeOfOneFactIsMissing() {
    forRandomSheets((scale, sheet, asked, where) -> {
      if (!allExactly(asked, sheet)) {
        return;
      }
      Set<Grade> now = Set.copyOf(scale.possible(sheet));
      List<Flip> flips = scale.flips(sheet);
      for (FactKey key : asked) {
        if (SmallWorld.type(key) instanceof FactType.Options || isWide(key)) {
          continue;
        }
        Sheet released = sheet.with(key, new Stated.Unknown("test"));
        new Completions(asked, released)
            .forEach(facts -> {
              Set<Grade> gives = grade(facts).map(Set::of).orElse(Set.of());
              if (!gives.equals(now)) {
                assertThat(flips)
                    .as("%s: %s at %s of %s", where, key, facts.get(key), edition.rule())
                    .anyMatch(flip ->
                        isIn(flip.region(), facts) && Set.copyOf(flip.gives()).equals(gives));
              }
            });
      }
    });
  }

  /// Whether the fact has more values than the small world writes down.
  private static boolean isWide(FactKey key) {
    return SmallWorld.type(key) instanceof FactType.Instant
        || SmallWorld.type(key) instanceof FactType.Codes;
  }

  private static boolean allExactly(Set<FactKey> asked, Sheet sheet) {
    return PossibleGradesTest.neighbourhood(asked).stream()
        .allMatch(key ->
            sheet.stated(key).map(said -> said.size() == 1).orElse(false)
                && sheet.stated(key).orElseThrow().getFirst() instanceof Stated.Exactly);
  }

  private Optional<Grade> grade(Map<FactKey, Value> facts) {
    return new Naive(edition, Map.copyOf(facts), Editions.DAY.getYear()).grade();
  }

  private Set<Grade> grades(Set<FactKey> asked, Sheet sheet, Predicate<Map<FactKey, Value>> where) {
    Set<Grade> seen = new LinkedHashSet<>();
    new Completions(asked, sheet)
        .forEach(facts -> {
          if (where.test(facts)) {
            grade(facts).ifPresent(seen::add);
          }
        });
    return seen;
  }

  private boolean isIn(Region region, Map<FactKey, Value> facts) {
    return switch (region) {
      case Region.OptionsOf(FactKey key, var places) ->
          facts.get(key) instanceof Value.Option(int place) && places.contains(place);
      case Region.SetHas(FactKey key, long anyOf, boolean has) ->
          (facts.get(key) instanceof Value.Options(long mask) && (mask & anyOf) != 0) == has;
      case Region.Interval(FactKey key, long low, long high) ->
          facts.get(key) instanceof Value.Number(long units) && units >= low && units <= high;
      case Region.Claims(var claims) ->
          claims.stream()
              .allMatch(claim ->
                  new Naive(edition, Map.copyOf(facts), Editions.DAY.getYear())
                          .holds(
                              new Condition.Passes(
                                  claim.quantity(), claim.test(), Optional.empty(), Notes.NONE))
                      == claim.passes());
    };
  }
}
