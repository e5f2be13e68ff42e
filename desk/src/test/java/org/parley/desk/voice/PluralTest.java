package org.parley.desk.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTest {

  private static final String RUSSIAN_ONE = "v = 0 and i % 10 = 1 and i % 100 != 11";
  private static final String RUSSIAN_FEW = "v = 0 and i % 10 = 2..4 and i % 100 != 12..14";

  @ParameterizedTest
  @CsvSource({"1,true", "21,true", "101,true", "11,false", "111,false", "2,false", "0,false"})
  void russianCountsOneAndTwentyOneAlike(long number, boolean covered) {
    assertThat(Plural.covers(RUSSIAN_ONE, number)).isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({"2,true", "4,true", "22,true", "12,false", "14,false", "5,false"})
  void russianCountsTwoToFourAlike(long number, boolean covered) {
    assertThat(Plural.covers(RUSSIAN_FEW, number)).isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({"0,true", "1,true", "2,false"})
  void frenchCountsZeroLikeOne(long number, boolean covered) {
    assertThat(Plural.covers("i = 0,1", number)).isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({"5,true", "10,true", "11,true", "1,false"})
  void oneOfSeveralAlternativesIsEnough(long number, boolean covered) {
    String rule = "v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14";

    assertThat(Plural.covers(rule, number)).isEqualTo(covered);
  }
}
