package org.parley.formats.parley.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactId;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.formats.parley.Shipped;

class ValueReaderTest {

  /// Fact, text, and the problem that is told.
  private static final String REFUSED =
      """
      severeDisruption | maybe         | WRONG_TYPE         | "maybe" is neither yes nor no
      actorClass       | criminl       | UNKNOWN_OPTION     | "criminl" is none of the options
      sectors          | health,helth  | UNKNOWN_OPTION     | "helth" is none of the options
      deaths           | -1            | BELOW_ZERO         | "-1" is below zero
      deaths           | 1.5           | FINER_THAN_QUANTUM | "1.5" is finer than 1, the smallest step
      deaths           | 40 000        | WRONG_TYPE         | "40 000" is no number
      deaths           | 10000000001   | OVER_CAP           | 10000000001 is above 10000000000, the largest
      deaths           | 1e3           | WRONG_TYPE         | "1e3" is no number
      effort           | 8 hours       | WRONG_TYPE         | "8 hours" is no number
      effort           | 8.55          | FINER_THAN_QUANTUM | "8.55" is finer than 0.1
      loss             | 350000        | WRONG_TYPE         | "350000" is no amount of money
      loss             | 350000 eur    | WRONG_TYPE         | "350000 eur" is no amount of money
      loss             | 350.000 EUR   | FINER_THAN_QUANTUM | never
      loss             | 0.001 EUR     | FINER_THAN_QUANTUM | "0.001" is finer than 0.01
      downtime         | 30 hours      | WRONG_TYPE         | "30 hours" is no duration
      downtime         | P1M           | WRONG_TYPE         | "P1M" is no duration
      downtime         | PT            | WRONG_TYPE         | "PT" is no duration
      downtime         | P             | WRONG_TYPE         | "P" is no duration
      downtime         | PT0.5S        | FINER_THAN_QUANTUM | "PT0.5S" is finer than a second
      downtime         | P3651D        | OVER_CAP           | P3651D is longer than P3650D
      systemsShare     | 1.2           | OVER_CAP           | "1.2" is more than the whole
      systemsShare     | 120 %         | OVER_CAP           | "120 %" is more than the whole
      systemsShare     | 3 of 0        | WRONG_TYPE         | "3 of 0" is a share of nothing
      systemsShare     | -0.1          | BELOW_ZERO         | "-0.1" is below zero
      systemsShare     | a third       | WRONG_TYPE         | "a third" is no share
      occurredAt       | 2026-02-30    | WRONG_TYPE         | "2026-02-30" is no moment in time
      occurredAt       | yesterday     | WRONG_TYPE         | "yesterday" is no moment in time
      occurredAt       | 1969          | BELOW_ZERO         | 1969 is before 1970
      occurredAt       | 2200          | OVER_CAP           | 2200 is after 2199
      occurredAt       | 2026-03-02T02:50:00.5Z | FINER_THAN_QUANTUM | "2026-03-02T02:50:00.5Z" is finer
      countriesAffected | [at]         | WRONG_TYPE         | "at" is no code
      """;

  /// Fact, text, and the value as it is shown again.
  private static final String TAKEN =
      """
      severeDisruption | yes                  | yes
      severeDisruption | false                | no
      actorClass       | criminal             | criminal
      sectors          | [health, energy]     | [energy, health]
      sectors          | health               | [health]
      sectors          | []                   | []
      deaths           | 40000                | 40000
      deaths           | 0007                 | 7
      effort           | 8                    | 8 person-days
      effort           | 8.5 person-days      | 8.5 person-days
      loss             | 350000 EUR           | 350000 EUR
      loss             | 0.01 CHF             | 0.01 CHF
      loss             | 0                    | 0
      downtime         | PT30H                | PT30H
      downtime         | P2DT6H               | PT54H
      downtime         | P3D                  | P3D
      downtime         | PT1H30M              | PT1H30M
      downtime         | PT90S                | PT1M30S
      downtime         | P0D                  | PT0S
      systemsShare     | 0.30                 | 30 of 100
      systemsShare     | 30 %                 | 30 of 100
      systemsShare     | 12.5%                | 125 of 1000
      systemsShare     | 30 of 100            | 30 of 100
      systemsShare     | 1                    | 1 of 1
      occurredAt       | 2026-03-02T02:50:00Z | 2026-03-02T02:50:00Z
      occurredAt       | 2026-03-02T03:50+01:00 | 2026-03-02T02:50:00Z
      countriesAffected | [DE, AT]            | [AT, DE]
      rootCauseKey     | Kampagne 7           | Kampagne 7
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TAKEN)
  void everyFormOfTheHandbookIsTaken(String fact, String text, String shown) {
    FactType type = type(fact);
    Issues issues = new Issues();

    Optional<Value> value = ValueReader.parse(type, text, Place.of("cell"), issues);

    assertThat(issues.list()).isEmpty();
    assertThat(ValueWriter.shown(type, value.orElseThrow())).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = REFUSED)
  void whatCannotBeTakenIsRefusedExactly(String fact, String text, IssueCode code, String message) {
    Taken taken = ValueReader.take(type(fact), text);

    if (message.equals("never")) {
      assertThat(taken).isInstanceOf(Taken.As.class);
      return;
    }
    assertThat(taken).isInstanceOf(Taken.Refused.class);
    assertThat(((Taken.Refused) taken).code()).isEqualTo(code);
    assertThat(((Taken.Refused) taken).message()).startsWith(message);
  }

  @Test
  void aMistypedOptionIsAnsweredWithTheOneMeant() {
    assertThat(((Taken.Refused) ValueReader.take(type("actorClass"), "criminl")).remedy())
        .contains("did you mean \"criminal\"?");
  }

  @Test
  void groupedDigitsAreAnsweredWithHowToWriteThem() {
    assertThat(((Taken.Refused) ValueReader.take(type("deaths"), "40'000")).remedy())
        .contains("write digits without groups, and a point before decimals");
  }

  @Test
  void aMomentKnownToTheMonthIsTheWholeMonth() {
    assertThat(ValueReader.take(type("occurredAt"), "2026-02"))
        .isEqualTo(
            new Taken.As(
                new Stated.Between(
                    Optional.of(new Value.Number(1_769_904_000L)),
                    Optional.of(new Value.Number(1_772_323_199L)))));
  }

  @Test
  void whatIsShownReadsAsTheSameValue() {
    long seed = RandomGenerator.getDefault().nextLong();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < 50; round++) {
      for (Fact fact : Shipped.catalogue().facts()) {
        Value value = any(fact.type(), random);
        Taken again = ValueReader.take(fact.type(), ValueWriter.shown(fact.type(), value));
        assertThat(again)
            .as("%s, seed %d", fact.id(), seed)
            .isEqualTo(new Taken.As(new Stated.Exactly(value)));
      }
    }
  }

  /// Any value of a type.
  static Value any(FactType type, RandomGenerator random) {
    return switch (type) {
      case FactType.YesNo _, FactType.Ordered _, FactType.Choice _ ->
          new Value.Option(random.nextInt(type.optionNames().size()));
      case FactType.Options(var options) ->
          new Value.Options(random.nextLong(1L << options.size()));
      case FactType.Count _, FactType.Quantity _, FactType.Duration _, FactType.Instant _ ->
          new Value.Number(random.nextLong(type.capUnits() + 1));
      case FactType.Money _ -> new Value.Money(random.nextLong(type.capUnits() + 1), "CHF");
      case FactType.Share _ -> {
        long of = random.nextLong(1, 1_000_000);
        yield new Value.Share(random.nextLong(of + 1), of);
      }
      case FactType.Codes _ -> new Value.Codes(new TreeSet<>(List.of("AT", "NO", "ZW")));
      case FactType.Group _ -> new Value.Key("k " + random.nextInt());
      case FactType.Text _ -> new Value.Text("t: \"" + random.nextInt());
    };
  }

  private static FactType type(String fact) {
    return Shipped.catalogue().find(FactId.parse(fact).orElseThrow()).map(Fact::type).orElseThrow();
  }
}
