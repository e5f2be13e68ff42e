package org.parley.duties.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.core.terms.Octets;

class ChangingCodeTest {

  private static final Octets SECRET = Octets.of("12345678901234567890");

  /// The vectors of RFC 6238, appendix B, for HMAC-SHA-1; of their eight digits the last six.
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codesAreThoseOfTheStandard(long second, String code) {
    assertThat(ChangingCode.at(SECRET, ChangingCode.step(Instant.ofEpochSecond(second))))
        .isEqualTo(code);
  }

  @Test
  void aCodeIsTakenOnceAndOnlyNearItsTime() {
    Instant now = Instant.ofEpochSecond(1_111_111_111);
    long step = ChangingCode.step(now);

    assertThat(ChangingCode.match(SECRET, "050 471", now, 0)).hasValue(step);
    assertThat(ChangingCode.match(SECRET, "050471", now.plusSeconds(30), 0)).hasValue(step);
    assertThat(ChangingCode.match(SECRET, "050471", now.plusSeconds(60), 0)).isEmpty();
    assertThat(ChangingCode.match(SECRET, "050471", now, step)).isEmpty();
    assertThat(ChangingCode.match(SECRET, "", now, 0)).isEmpty();
  }

  @Test
  void secretsAreWrittenAndReadInBaseThirtyTwo() {
    assertThat(ChangingCode.write(Octets.of("foobar"))).isEqualTo("MZXW6YTBOI");
    assertThat(ChangingCode.read("mzxw 6ytb oi==")).isEqualTo(Octets.of("foobar"));
    assertThat(ChangingCode.read("not base 32!").size()).isZero();
    Random random = new Random(20261122);
    for (int size = 0; size < 40; size++) {
      byte[] bytes = new byte[size];
      random.nextBytes(bytes);
      assertThat(ChangingCode.read(ChangingCode.write(Octets.of(bytes))))
          .as("seed 20261122, %d bytes", size)
          .isEqualTo(Octets.of(bytes));
    }
  }
}
