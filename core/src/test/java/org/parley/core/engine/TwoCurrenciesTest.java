package org.parley.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.outcome.Step;
import org.parley.core.plain.PlainEvaluator;
import org.parley.core.scale.ScaleEdition;

/// Two amounts in two currencies are put together under the rates of the scale.
///
/// The plain evaluator once divided dollars by euros as they stood: the grade was right, which the
/// engine gives, and the steps that were told beside it were those of another one.
class TwoCurrenciesTest {

  private static final List<String> CURRENCIES = List.of("EUR", "USD", "JPY", "CHF");

  /// Loss is more than half of income.
  private static final ScaleEdition EDITION =
      Editions.edition(
          Editions.ladder(Editions.passes(Editions.ratio("loss", "income"), Editions.over("0.5"))));

  private static final CompiledScale SCALE =
      CompiledScale.compile(EDITION, SmallWorld.CATALOGUE, Editions.DAY).orThrow();

  private static final PlainEvaluator PLAIN =
      new PlainEvaluator(EDITION, SmallWorld.CATALOGUE, Editions.DAY);

  private static Sheet sheet(Value.Money loss, Value.Money income) {
    return new Sheet(
        Map.of(
            FactKey.of("loss"), List.of(new Stated.Exactly(loss)),
            FactKey.of("income"), List.of(new Stated.Exactly(income))),
        false);
  }

  @Test
  void aRatioOfTwoCurrenciesIsThatOfTheAmountsInOne() {
    // Halves: 1 USD is 0.8 EUR, and half of 1.5 EUR is 0.75 EUR; 1 EUR is 1.25 USD.
    assertThat(isMore(sheet(new Value.Money(2, "USD"), new Value.Money(3, "EUR")))).isTrue();
    assertThat(isMore(sheet(new Value.Money(2, "USD"), new Value.Money(4, "EUR")))).isFalse();
    assertThat(isMore(sheet(new Value.Money(2, "EUR"), new Value.Money(4, "USD")))).isTrue();
  }

  @Test
  void bothEvaluatorsAgreeOnEveryPairOfAmounts() {
    int pairs = 0;
    for (String one : CURRENCIES) {
      for (String other : CURRENCIES) {
        for (long loss = 0; loss <= 6; loss++) {
          for (long income = 0; income <= 6; income++) {
            boolean _ = isMore(sheet(new Value.Money(loss, one), new Value.Money(income, other)));
            pairs++;
          }
        }
      }
    }
    assertThat(pairs).isEqualTo(16 * 49);
  }

  private static boolean isMore(Sheet sheet) {
    Step.Gave gave = PLAIN.trace(sheet);
    assertThat(gave.possible()).as("%s", gave).hasSize(1).isEqualTo(SCALE.possible(sheet));
    return !gave.possible().getFirst().equals(EDITION.levels().at(0));
  }
}
