package org.parley.desk.workbench.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a | a",
        "a-b*2 | {product: [a-b, 2]}",
        "a - b | {sum: [a, {product: [-1, b]}]}",
        "(a + b) × 0.5 | {product: [{sum: [a, b]}, 0.5]}",
        "-1.5 + min(a, max(b, 3)) | {sum: [-1.5, {min: [a, {max: [b, 3]}]}]}",
        "min + max | {sum: [min, max]}"
      })
  void whatIsTypedIsWrittenAsMapsInsideOneAnotherAndShownAlike(String typed, String yaml) {
    Formula formula = Formula.typed(typed).orElseThrow();

    assertThat(formula.yaml()).isEqualTo(yaml);
    assertThat(Formula.typed(formula.shown())).contains(formula);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "+", "a +", "a b", "min()", "min(a", "(a", "a)", "1e9", "a; b", "2-", "a / b"})
  void whatIsNoFormulaIsRefused(String typed) {
    assertThat(Formula.typed(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 100_000})
  void whatIsNestedTooDeeplyIsRefused(int deep) {
    assertThat(Formula.typed("(".repeat(deep) + "a" + ")".repeat(deep))).isEmpty();
  }
}
