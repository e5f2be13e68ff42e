package org.parley.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.outcome.IssuerRuling;
import org.parley.core.outcome.IssuerRuling.Putting;
import org.parley.core.outcome.Outcome;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Notes;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.Unknowns;
import org.parley.core.scale.Unknowns.Policy;

/// The issuer's own rule for the unknown.
class RulingTest {

  private static final Sheet NOTHING = new Sheet(Map.of(), false);

  private static CompiledScale scale(Policy policy, Rule rule) {
    ScaleEdition edition =
        Editions.edition(
            rule,
            new ScaleEdition.Around(
                Optional.empty(),
                List.of(),
                Optional.empty(),
                new Unknowns(policy, Optional.empty()),
                List.of()));
    return CompiledScale.compile(edition, SmallWorld.CATALOGUE, Editions.DAY).orThrow();
  }

  private static Stated number(long units) {
    return new Stated.Exactly(new Value.Number(units));
  }

  private static Rule mean(Optional<Criterion.Substitute> whenUnknown) {
    Criterion grade =
        new Criterion(
            "grade",
            Editions.exact("1"),
            new Criterion.ByOption(Editions.key("grade"), Editions.options("0", "1", "2", "3")),
            whenUnknown,
            Optional.empty(),
            Optional.empty());
    return new Rule.WeightedMean(
        List.of(grade, Editions.byOption("kind", "1", "0", "1", "3")),
        Optional.empty(),
        Editions.bands("0", "1", "2", "3"),
        Optional.empty());
  }

  private static Optional<Criterion.Substitute> score(String score) {
    return Optional.of(
        new Criterion.Substitute(Optional.empty(), Editions.exact(score), Optional.empty()));
  }

  @Test
  void aScoreIsPutInForACriterionThatIsUnknown() {
    CompiledScale scale = scale(Policy.SUBSTITUTE, mean(score("1.5")));
    Sheet sheet = NOTHING.with(Editions.key("kind"), new Stated.Exactly(new Value.Option(2)));
    assertThat(scale.possible(sheet)).hasSize(3);
    assertThat(scale.ruling(sheet))
        .isEqualTo(
            new IssuerRuling.Substituted(
                List.of(Editions.level(2)),
                List.of(new Putting("grade", "1.5", Optional.empty()))));
  }

  @Test
  void nothingIsPutInForWhatIsKnownInPart() {
    CompiledScale scale = scale(Policy.SUBSTITUTE, mean(score("1.5")));
    Sheet sheet =
        NOTHING
            .with(Editions.key("kind"), new Stated.Exactly(new Value.Option(2)))
            .with(
                Editions.key("grade"),
                new Stated.Between(
                    Optional.of(new Value.Option(0)), Optional.of(new Value.Option(2))));
    assertThat(scale.ruling(sheet))
        .isEqualTo(new IssuerRuling.Substituted(scale.possible(sheet), List.of()));
  }

  @Test
  void whereTheGradeIsSettledNoRuleIsNeeded() {
    CompiledScale scale = scale(Policy.REFUSE, mean(Optional.empty()));
    Sheet sheet =
        NOTHING
            .with(Editions.key("kind"), new Stated.Exactly(new Value.Option(2)))
            .with(Editions.key("grade"), new Stated.Exactly(new Value.Option(3)));
    assertThat(scale.ruling(sheet)).isEqualTo(new IssuerRuling.NotNeeded());
  }

  @Test
  void eachPolicySaysWhatIsToBeDone() {
    FactKey kind = Editions.key("kind");
    Sheet sheet = NOTHING.with(Editions.key("grade"), new Stated.Exactly(new Value.Option(3)));
    assertThat(scale(Policy.ESTIMATE, mean(Optional.empty())).ruling(sheet))
        .isEqualTo(new IssuerRuling.MustEstimate(List.of(kind), Optional.empty()));
    assertThat(scale(Policy.REFUSE, mean(Optional.empty())).ruling(sheet))
        .isEqualTo(new IssuerRuling.NotComputed(List.of(kind), Optional.empty()));
    assertThat(scale(Policy.SILENT, mean(Optional.empty())).ruling(sheet))
        .isEqualTo(new IssuerRuling.Silent(Optional.empty()));
  }

  @Test
  void blanksDoNotCountWhereTheyAreDueLater() {
    Rule ladder =
        Editions.ladder(
            Editions.passes("hit", Editions.over("4")),
            Editions.passes("outage", Editions.over("2")));
    Sheet sheet = NOTHING.with(Editions.key("outage"), number(3));
    assertThat(scale(Policy.LATER, ladder).ruling(sheet))
        .isEqualTo(
            new IssuerRuling.DueLater(
                List.of(Editions.level(2)), List.of(Editions.key("hit")), Optional.empty()));
  }

  @Test
  void anotherQuantityIsUsedWhereOneEndOfASpanIsUnknown() {
    Quantity fromDetection =
        new Quantity.Named("from-detection", Editions.span("seen", "ended"), Optional.empty());
    Quantity duration =
        new Quantity.Named(
            "duration",
            Editions.span("began", "ended"),
            Optional.of(new Quantity.Instead(fromDetection, Optional.empty())));
    CompiledScale scale =
        scale(Policy.SILENT, Editions.ladder(Editions.passes(duration, Editions.over("2"))));
    Sheet sheet =
        NOTHING.with(Editions.key("seen"), number(10)).with(Editions.key("ended"), number(12));
    assertThat(scale.possible(sheet)).containsExactly(Editions.level(0), Editions.level(3));
    assertThat(scale.ruling(sheet))
        .isEqualTo(
            new IssuerRuling.Substituted(
                List.of(Editions.level(0)),
                List.of(new Putting("duration", "from-detection", Optional.empty()))));
  }

  @Test
  void aConditionHoldsWhereTheIssuerSaysSoOfTheUnknown() {
    Condition condition =
        new Condition.Passes(
            new Quantity.Plain(Editions.key("hit")),
            Editions.over("4"),
            Optional.of(new Condition.Assumed(true, Optional.empty())),
            new Notes(Optional.empty(), Optional.of("many-hit")));
    CompiledScale scale = scale(Policy.SILENT, Editions.ladder(condition));
    assertThat(scale.ruling(NOTHING))
        .isEqualTo(
            new IssuerRuling.Substituted(
                List.of(Editions.level(3)),
                List.of(new Putting("many-hit", "yes", Optional.empty()))));
  }

  @Test
  void aScoreOnAFactThatDoesNotApplyIsRefused() {
    CompiledScale scale = scale(Policy.SILENT, mean(Optional.empty()));
    Sheet sheet = NOTHING.with(Editions.key("grade"), new Stated.NotApplicable("test"));
    assertThat(scale.outcome(sheet)).isInstanceOf(Outcome.Refused.class);
    assertThat(scale.possible(sheet)).isEmpty();
  }
}
