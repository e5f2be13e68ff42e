package org.parley.formats.parley.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Mode;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Notes;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.Test.Both;
import org.parley.core.scale.Test.Bounds;
import org.parley.core.scale.Test.Compare;
import org.parley.core.scale.Test.CompareShare;
import org.parley.core.scale.Test.Empty;
import org.parley.core.scale.Test.HasAll;
import org.parley.core.scale.Test.HasAny;
import org.parley.core.scale.Test.OptionIn;
import org.parley.core.scale.Test.Verb;
import org.parley.core.terms.Citation;
import org.parley.core.terms.Exact;

class ConditionReaderTest {

  @Test
  void comparisonsOfNumbersKeepTheBoundInTheNaturalUnit() {
    assertThat(test("{deaths: {over: 3}}")).isEqualTo(compare(Verb.OVER, 3));
    assertThat(test("{deaths: 0}")).isEqualTo(compare(Verb.IS, 0));
    assertThat(test("{downtime: {atLeast: PT8H}}")).isEqualTo(compare(Verb.AT_LEAST, 28_800));
    assertThat(test("{effort: {under: \"0.5 person-days\"}}"))
        .isEqualTo(new Compare(Verb.UNDER, Exact.of(1, 2), Optional.empty()));
    assertThat(test("{loss: {atMost: \"500000 EUR\"}}"))
        .isEqualTo(new Compare(Verb.AT_MOST, Exact.of(500_000), Optional.of("EUR")));
    assertThat(test("{systemsShare: {over: \"0.20\"}}"))
        .isEqualTo(new Compare(Verb.OVER, Exact.of(1, 5), Optional.empty()));
    assertThat(test("{deaths: {over: 3, under: 9}}"))
        .isEqualTo(new Both(compare(Verb.OVER, 3), compare(Verb.UNDER, 9)));
  }

  @Test
  void testsOfOrderedOptionsBecomeTheOptionsAccepted() {
    assertThat(test("{malicious: {atLeast: suspected}}"))
        .isEqualTo(new OptionIn(Verb.AT_LEAST, List.of("suspected"), Set.of(1, 2)));
    assertThat(test("{malicious: {under: established}}"))
        .isEqualTo(new OptionIn(Verb.UNDER, List.of("established"), Set.of(0, 1)));
    assertThat(test("{malicious: established}"))
        .isEqualTo(new OptionIn(Verb.IS, List.of("established"), Set.of(2)));
    assertThat(test("{actorClass: {oneOf: [apt, criminal]}}"))
        .isEqualTo(new OptionIn(Verb.IS, List.of("apt", "criminal"), Set.of(5, 3)));
    assertThat(test("{severeDisruption: yes}"))
        .isEqualTo(new OptionIn(Verb.IS, List.of("yes"), Set.of(1)));
  }

  @Test
  void testsOfSetsBecomeMasks() {
    assertThat(test("{dataPropertiesLost: {includes: integrity}}"))
        .isEqualTo(new HasAny(List.of("integrity"), 0b10));
    assertThat(test("{dataPropertiesLost: {includesAnyOf: [integrity, authenticity]}}"))
        .isEqualTo(new HasAny(List.of("integrity", "authenticity"), 0b1010));
    assertThat(test("{dataPropertiesLost: {includesAllOf: [integrity, authenticity]}}"))
        .isEqualTo(new HasAll(List.of("integrity", "authenticity"), 0b1010));
    assertThat(test("{dataPropertiesLost: {empty: no}}")).isEqualTo(new Empty(false));
    assertThat(test("{countriesAffected: {empty: yes}}")).isEqualTo(new Empty(true));
  }

  @Test
  void theLowestOfSeveralBoundsMayBeAShareOfAnotherFact() {
    assertThat(
            test("{usersAffected@EU: {overLowest: [1000, {share: \"0.05\", of: usersTotal@EU}]}}"))
        .isEqualTo(
            new Bounds(
                Verb.OVER,
                true,
                List.of(
                    compare(Verb.OVER, 1000),
                    new CompareShare(Verb.OVER, Exact.of(1, 20), FactKey.of("usersTotal@EU")))));
    assertThat(test("{deaths: {atLeastHighest: [1, 2]}}"))
        .isEqualTo(
            new Bounds(
                Verb.AT_LEAST,
                false,
                List.of(compare(Verb.AT_LEAST, 1), compare(Verb.AT_LEAST, 2))));
  }

  @Test
  void causedOrCapableReadsTheConditionAgainWithWhatCouldHaveBeen() {
    Condition.CountOf read =
        (Condition.CountOf)
            Editions.condition(
                "{causedOrCapable: {directLoss: {overLowest: [\"5 EUR\","
                    + " {share: \"0.05\", of: turnover}]}}, as: big-loss, cite: text/3}");

    assertThat(read.wording()).isEqualTo(Condition.Wording.CAUSED_OR_CAPABLE);
    assertThat(read.atLeast()).isEqualTo(1);
    assertThat(read.notes())
        .isEqualTo(new Notes(Optional.of(Citation.parse("text/3")), Optional.of("big-loss")));
    assertThat(read.conditions())
        .extracting(part -> ((Condition.Passes) part).quantity())
        .containsExactly(
            new Quantity.Plain(FactKey.of("directLoss")),
            new Quantity.Plain(FactKey.of("directLoss").as(Mode.POTENTIAL)));
    Bounds capable = (Bounds) ((Condition.Passes) read.conditions().get(1)).test();
    assertThat(capable.bounds())
        .contains(new CompareShare(Verb.OVER, Exact.of(1, 20), FactKey.of("turnover")));
  }

  @Test
  void countsOfConditionsKeepTheWordsOfTheFile() {
    assertThat(counted("any: [{deaths: 1}, {deaths: 2}]")).isEqualTo("ANY 1");
    assertThat(counted("all: [{deaths: 1}, {deaths: 2}]")).isEqualTo("ALL 2");
    assertThat(counted("countOf: [{deaths: 1}, {deaths: 2}, {deaths: 3}], atLeast: 2"))
        .isEqualTo("COUNT 2");
    assertThat(Editions.condition("{none: [{deaths: 1}]}")).isInstanceOf(Condition.NoneOf.class);
  }

  @Test
  void namedConditionsAndQuantitiesAreResolvedWhereverTheyStand() {
    ScaleEdition edition =
        Editions.read(
            """
            conditions:
              second: {all: [{condition: first}, {late: {over: PT1H}, whenUnknown: {holds: yes}}]}
              first: {share: {over: "0.5"}}
            derived:
              late:
                span: [occurredAt, resolvedAt]
                whenUnknown: {use: later, cite: text}
              later: {span: [detectedAt, resolvedAt]}
              share: {ratio: [usersAffected, usersTotal]}
            rule:
              ladder: {high: {condition: second, as: x}}
              otherwise: low
            """);

    Condition.Named second = (Condition.Named) Editions.row(edition);
    Condition.CountOf both = (Condition.CountOf) second.body();
    assertThat(second.notes().label()).contains("x");
    assertThat(((Condition.Named) both.conditions().getFirst()).name()).isEqualTo("first");
    Condition.Passes late = (Condition.Passes) both.conditions().get(1);
    assertThat(late.whenUnknown()).contains(new Condition.Assumed(true, Optional.empty()));
    assertThat(((Quantity.Named) late.quantity()).whenUnknown().orElseThrow().quantity())
        .isEqualTo(edition.vocabulary().derived().get("later"));
    assertThat(edition.vocabulary().derived().keySet()).containsExactly("late", "later", "share");
  }

  @Test
  void everyFormOfQuantityIsRead() {
    ScaleEdition edition =
        Editions.read(
            """
            derived:
              a: {product: [usersAffected, downtime]}
              b: {fact: loss, mode: potential}
              c: {countOf: countriesAffected, among: eu}
              d: {countOf: countriesAffected}
              e: {shareOf: loss, reference: es/gdp, year: 2024}
            """
                + Editions.FIXED);

    Map<String, Quantity.Named> derived = edition.vocabulary().derived();
    assertThat(derived.get("a").body())
        .isEqualTo(new Quantity.Product(FactKey.of("usersAffected"), FactKey.of("downtime")));
    assertThat(derived.get("b").body())
        .isEqualTo(new Quantity.Plain(FactKey.of("loss").as(Mode.POTENTIAL)));
    assertThat(((Quantity.CodeCount) derived.get("c").body()).among().orElseThrow().members())
        .hasSize(27);
    assertThat(((Quantity.CodeCount) derived.get("d").body()).among()).isEmpty();
    Quantity.Series series = ((Quantity.ShareOfReference) derived.get("e").body()).series();
    assertThat(series.figureOn(LocalDate.of(2026, 5, 1)).year()).isEqualTo(2024);
  }

  private static Compare compare(Verb verb, long bound) {
    return new Compare(verb, Exact.of(bound), Optional.empty());
  }

  private static org.parley.core.scale.Test test(String condition) {
    return ((Condition.Passes) Editions.condition(condition)).test();
  }

  private static String counted(String condition) {
    Condition.CountOf count = (Condition.CountOf) Editions.condition("{" + condition + "}");
    return count.wording() + " " + count.atLeast();
  }
}
