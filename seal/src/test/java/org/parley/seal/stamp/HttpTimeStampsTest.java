package org.parley.seal.stamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.Test;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.port.UnreachableException;

class HttpTimeStampsTest {

  private static final Digest IMPRINT = Octets.of("checkpoint").digest();

  @Test
  void theTokenHoldsTheTimeAtWhichTheDigestWasShown() {
    try (TestAuthority authority = new TestAuthority()) {
      StampCheck check = new StampCheck(List.of(authority.certificate()));

      Octets token = new HttpTimeStamps(authority.address(), check).stamp(IMPRINT).orThrow();

      assertThat(Duration.between(check.check(token, IMPRINT).orThrow(), Instant.now()).abs())
          .isLessThan(Duration.ofMinutes(1));
      assertThat(code(check.check(token, Octets.of("other").digest())))
          .isEqualTo(IssueCode.TIME_STAMP_REFUSED);
    }
  }

  @Test
  void aTokenByAnAuthorityThatIsNotKnownIsRefused() {
    try (TestAuthority authority = new TestAuthority();
        TestAuthority other = new TestAuthority()) {
      StampCheck check = new StampCheck(List.of(other.certificate()));

      assertThat(code(new HttpTimeStamps(authority.address(), check).stamp(IMPRINT)))
          .isEqualTo(IssueCode.TIME_STAMP_REFUSED);
    }
  }

  @Test
  void anAnswerToAnotherQuestionIsRefused() throws IOException {
    try (TestAuthority authority = new TestAuthority()) {
      TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
      generator.setCertReq(true);
      authority.sendInstead(
          authority
              .answer(
                  generator.generate(NISTObjectIdentifiers.id_sha256, new byte[32]).getEncoded())
              .getEncoded());
      StampCheck check = new StampCheck(List.of(authority.certificate()));

      assertThat(code(new HttpTimeStamps(authority.address(), check).stamp(IMPRINT)))
          .isEqualTo(IssueCode.TIME_STAMP_REFUSED);
    }
  }

  @Test
  void rubbishAndAnAnswerWithoutEndAreRefused() {
    try (TestAuthority authority = new TestAuthority()) {
      StampCheck check = new StampCheck(List.of(authority.certificate()));
      HttpTimeStamps stamps = new HttpTimeStamps(authority.address(), check);
      for (byte[] answer : List.of("no".getBytes(StandardCharsets.UTF_8), new byte[1 << 20])) {
        authority.sendInstead(answer);
        assertThat(code(stamps.stamp(IMPRINT))).isEqualTo(IssueCode.TIME_STAMP_REFUSED);
      }
    }
  }

  @Test
  void anAuthorityThatDoesNotAnswerIsAFault() {
    TestAuthority authority = new TestAuthority();
    HttpTimeStamps stamps = new HttpTimeStamps(authority.address(), new StampCheck(List.of()));
    authority.close();

    assertThatThrownBy(() -> stamps.stamp(IMPRINT)).isInstanceOf(UnreachableException.class);
  }

  private static IssueCode code(Checked<?> checked) {
    return checked.issues().getFirst().code();
  }
}
