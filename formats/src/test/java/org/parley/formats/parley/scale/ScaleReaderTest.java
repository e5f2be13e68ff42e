package org.parley.formats.parley.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Value;
import org.parley.core.scale.Clock;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Heading;
import org.parley.core.scale.Notes;
import org.parley.core.scale.Recurrence;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.Unknowns;
import org.parley.core.terms.Citation;
import org.parley.core.terms.Exact;

class ScaleReaderTest {

  private static final String CRITERIA =
      """
      criteria:
        harm:
          weight: "1.5"
          fact: healthDamage
          scores: {considerable: 10, none: {score: -1, cite: text}, minor: "2.5"}
          whenUnknown: {option: minor, cite: text}
          whenNotApplicable: {score: 7}
        data:
          gravestOf: dataPropertiesLost
          scores: {confidentiality: 1, integrity: 2, availability: 3, authenticity: 4}
          empty: {score: 0, cite: text}
        kind:
          options: [none, some]
          when: {some: {deaths: {over: 0}}}
          scores: {none: 0, some: 9}
        extra:
          sum: [{add: "0.25", when: {deaths: 1}, cite: text/4}]
      rule:
        score: {sum: [{product: [harm, 2]}, {max: [data, kind]}, extra]}
        bands: [0, 10, 20]
        shown: {decimals: 1}
      """;

  @Test
  void theHeadSaysWhatTheScaleIsAndWhenItHolds() {
    Heading heading = Editions.read(Editions.FIXED).heading();

    assertThat(heading.quoted()).isEqualTo("xx/test@1");
    assertThat(heading.unit()).isEqualTo(Heading.Unit.SERVICE);
    assertThat(heading.authority()).isEqualTo(Heading.Authority.DRAFT);
    assertThat(heading.validity())
        .isEqualTo(
            new Heading.Validity(
                LocalDate.of(2026, 1, 1),
                Optional.of(LocalDate.of(2026, 12, 31)),
                Heading.DecidingDay.OCCURRENCE,
                ZoneId.of("Europe/Vienna")));
  }

  @Test
  void theDigestIsThatOfTheBytes() {
    assertThat(Editions.read(Editions.FIXED).digest().hex())
        .isEqualTo(
            org.parley.core.terms.Digest.of(
                    (Editions.HEAD + Editions.FIXED).getBytes(StandardCharsets.UTF_8))
                .hex());
  }

  @Test
  void aJudgementIsAFactThatCarriesTheNameOfItsScale() {
    ScaleEdition edition =
        Editions.read(
            """
            judgements:
              effect: {options: [none, some], baseline: none, means: The effect., cite: text}
              kind: {options: [x, y], ordered: no, means: The kind.}
            rule:
              ladder: {high: {effect: {atLeast: some}}, medium: {kind: y}}
              otherwise: low
            """);

    Fact effect = edition.vocabulary().judgements().get("effect");
    assertThat(effect.id().text()).isEqualTo("xx/test:effect");
    assertThat(effect.type()).isEqualTo(new FactType.Ordered(List.of("none", "some")));
    assertThat(effect.baseline()).contains(new Value.Option(0));
    assertThat(edition.vocabulary().judgements().get("kind").type())
        .isInstanceOf(FactType.Choice.class);
    assertThat(((Condition.Passes) Editions.row(edition)).quantity().keys())
        .containsExactly(FactKey.of(effect.id()));
  }

  @Test
  void theRowsOfALadderStandGravestFirst() {
    Rule.Ladder ladder =
        (Rule.Ladder)
            Editions.read(
                    "rule: {ladder: {low: {always: yes, cite: text}, high: {deaths: 1},"
                        + " medium: {deaths: 2}}}\n")
                .rule();

    assertThat(ladder.rows())
        .extracting(row -> row.level().name())
        .containsExactly("high", "medium", "low");
    assertThat(ladder.otherwise()).isEqualTo(new Grade.Level(0, "low"));
  }

  @Test
  void theCellsOfAMatrixStandRowByRow() {
    Rule.Matrix matrix =
        (Rule.Matrix)
            Editions.read(
                    """
                    criteria:
                      harm: {fact: healthDamage}
                      bad: {fact: severeDisruption}
                    rule:
                      matrix: [harm, bad]
                      cite: text
                      cells:
                        considerable: {yes: high, no: medium}
                        none: {no: low, yes: {unsaid: text/2}}
                        minor: {yes: out-of-scope, no: low}
                    """)
                .rule();

    assertThat(matrix.cells())
        .extracting(cell -> cell.grade().word())
        .containsExactly("low", "unsaid", "low", "out-of-scope", "medium", "high");
    assertThat(matrix.cells().get(1).cite()).contains(Citation.parse("text/2"));
  }

  @Test
  void criteriaTurnFactsIntoScoredOptions() {
    ScaleEdition edition = Editions.read(CRITERIA);

    Map<String, Criterion> criteria = edition.vocabulary().criteria();
    Criterion harm = criteria.get("harm");
    assertThat(harm.weight()).isEqualTo(Exact.of(3, 2));
    assertThat(harm.options())
        .extracting(option -> option.name() + " " + option.score())
        .containsExactly("none -1", "minor 2.5", "considerable 10");
    assertThat(harm.whenUnknown().orElseThrow().option()).contains("minor");
    assertThat(harm.whenUnknown().orElseThrow().score()).isEqualTo(Exact.of(5, 2));
    assertThat(harm.whenNotApplicable().orElseThrow().option()).isEmpty();
    assertThat(((Criterion.GravestOf) criteria.get("data").body()).empty().name())
        .isEqualTo("empty");
    assertThat(((Criterion.ByCondition) criteria.get("kind").body()).when()).hasSize(1);
    assertThat(((Criterion.Sum) criteria.get("extra").body()).addends().getFirst().when().notes())
        .isEqualTo(new Notes(Optional.of(Citation.parse("text/4")), Optional.empty()));
    Rule.Score score = (Rule.Score) edition.rule();
    assertThat(score.bands().decimals()).isEqualTo(1);
    assertThat(((Rule.Expression.Combined) score.expression()).operation())
        .isEqualTo(Rule.Operation.SUM);
  }

  @Test
  void oneCaseCanServeSeveralOptions() {
    Rule.ByOption rule =
        (Rule.ByOption)
            Editions.read(
                    """
                    rule:
                      byOption: actorClass
                      cite: text
                      cases: {"apt, apt-targeted": {level: high}, criminal: {level: medium}}
                      otherwise: out-of-scope
                    """)
                .rule();

    assertThat(rule.cases().keySet()).containsExactlyInAnyOrder(3, 5, 6);
    assertThat(rule.otherwise()).isEqualTo(Grade.OUT_OF_SCOPE);
  }

  @Test
  void whatStandsAroundTheRuleIsRead() {
    ScaleEdition.Around around =
        Editions.read(
                """
                scope: {when: {deaths: {over: 0}}, cite: text}
                adjust:
                  - {when: {deaths: 1}, floor: high}
                  - {when: {deaths: 2}, set: low, cite: text}
                recurrence: {within: P6M, sameBy: rootCauseKey, atLeast: 2, cite: text}
                clocks:
                  - {report: first, levels: [high, medium], within: PT24H, from: awareness}
                  - {report: last, levels: [high], within: P1M, from: first, cite: text}
                """
                    + Editions.FIXED)
            .around();

    assertThat(around.adjustments())
        .extracting(ScaleEdition.Adjustment::floor)
        .containsExactly(true, false);
    assertThat(around.recurrence())
        .contains(
            new Recurrence(
                Period.ofMonths(6),
                FactKey.of("rootCauseKey"),
                2,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Citation.parse("text"))));
    assertThat(around.unknowns())
        .isEqualTo(new Unknowns(Unknowns.Policy.LATER, Optional.of(Citation.parse("text/9"))));
    assertThat(around.clocks())
        .extracting(Clock::within)
        .containsExactly(Duration.ofHours(24), Duration.ZERO);
    assertThat(around.clocks())
        .extracting(Clock::months)
        .containsExactly(Period.ZERO, Period.ofMonths(1));
  }
}
