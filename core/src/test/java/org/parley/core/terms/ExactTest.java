package org.parley.core.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactTest {

  private static final long SEED = 20_261_121L;

  @Test
  void aThirdTimesThreeIsOne() {
    assertThat(Exact.of(1, 3).times(Exact.of(3))).isEqualTo(Exact.ONE);
  }

  @Test
  void equalNumbersHaveEqualForms() {
    assertThat(Exact.of(2, -4)).isEqualTo(Exact.of(-1, 2)).hasSameHashCodeAs(Exact.of(-3, 6));
  }

  @Test
  void aDecimalIsReadDigitByDigit() {
    assertThat(Exact.parse("0.10").orElseThrow()).isEqualTo(Exact.of(1, 10));
    assertThat(Exact.parse("-12.5").orElseThrow()).isEqualTo(Exact.of(-25, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1e3", "1,5", " 1", "0x1", "NaN", ".5", "5.", "1 000", "+1", "--1"})
  void whatPeopleMistypeIsNoNumber(String text) {
    assertThat(Exact.parse(text)).isEmpty();
  }

  @Test
  void aTextThatIsTooLongIsNoNumber() {
    assertThat(Exact.parse("1".repeat(Exact.LONGEST_TEXT))).isPresent();
    assertThat(Exact.parse("1".repeat(Exact.LONGEST_TEXT + 1))).isEmpty();
  }

  @Test
  void floorAndCeilingEncloseNegativeNumbersToo() {
    assertThat(Exact.of(-7, 2).floor()).isEqualTo(BigInteger.valueOf(-4));
    assertThat(Exact.of(-7, 2).ceiling()).isEqualTo(BigInteger.valueOf(-3));
    assertThat(Exact.of(8, 2).ceiling()).isEqualTo(BigInteger.valueOf(4));
  }

  @Test
  void nothingIsDividedByZero() {
    assertThatThrownBy(() -> Exact.ONE.dividedBy(Exact.ZERO))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void roundingIsForDisplayOnly() {
    Exact score = Exact.of(152_500, 3075);

    assertThat(score.shown(2)).isEqualTo("49.59");
    assertThat(score).isNotEqualTo(Exact.parse("49.59").orElseThrow());
    assertThat(score).hasToString("6100/123");
  }

  @Test
  void orderAgreesWithSubtraction() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 2_000; round++) {
      Exact left = Exact.of(random.nextLong(-50, 50), random.nextLong(1, 20));
      Exact right = Exact.of(random.nextLong(-50, 50), random.nextLong(1, 20));

      assertThat(Integer.signum(left.compareTo(right)))
          .as("seed %d: %s and %s", SEED, left, right)
          .isEqualTo(left.minus(right).signum());
    }
  }
}
