package org.parley.duties.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.SealingKeys;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Octets;

/// What every [Seal] with its [KeyRing] must do, whatever stands behind it.
public abstract class SealContract {

  protected static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
  protected static final Instant NEXT = Instant.parse("2026-11-30T00:00:00Z");
  protected static final Octets CONTENT = Octets.of("{\"says\": \"canary-4711\"}");

  /// One node: its seal, and the ring whose keys that seal opens with.
  public record Node(Seal seal, KeyRing ring) {}

  /// The same two nodes may be given to every test, each with a ring of its own for each call.
  protected abstract Node node(String name);

  @Test
  void whatIsSignedIsVerifiedWithTheSignersCertificates() {
    Seal alpha = node("alpha").seal();

    Octets signed = alpha.sign(CONTENT);

    assertThat(node("beta").seal().verify(signed, alpha.certificates()).orThrow())
        .isEqualTo(CONTENT);
  }

  @Test
  void anEmptyContentAndALargeOneAreSignedAndSealedToo() {
    Node alpha = node("alpha");
    Node beta = node("beta");
    SealingKeys keys = week(beta);
    for (Octets content : List.of(Octets.of(""), Octets.of(new byte[1 << 20]))) {
      Octets signed = alpha.seal().sign(content);
      assertThat(beta.seal().verify(signed, alpha.seal().certificates()).orThrow())
          .isEqualTo(content);
      Octets sealed = alpha.seal().seal(content, List.of(keys));
      assertThat(beta.seal().open(sealed).orThrow()).isEqualTo(content);
    }
  }

  @Test
  void theClaimedContentIsTheSignedOne() {
    assertThat(node("beta").seal().claimed(node("alpha").seal().sign(CONTENT)).orThrow())
        .isEqualTo(CONTENT);
  }

  @Test
  void anotherNodesCertificatesDoNotVerify() {
    Seal alpha = node("alpha").seal();
    Seal beta = node("beta").seal();

    Checked<Octets> checked = beta.verify(alpha.sign(CONTENT), beta.certificates());

    assertThat(code(checked)).isIn(IssueCode.CERTIFICATE_WRONG, IssueCode.SIGNATURE_WRONG);
  }

  @Test
  void halfOfOnePairWithHalfOfAnotherDoesNotVerify() {
    SigningCertificates alpha = node("alpha").seal().certificates();
    SigningCertificates beta = node("beta").seal().certificates();
    Octets signed = node("alpha").seal().sign(CONTENT);

    for (SigningCertificates mixed :
        List.of(
            new SigningCertificates(alpha.classical(), beta.postQuantum()),
            new SigningCertificates(beta.classical(), alpha.postQuantum()))) {
      assertThat(code(node("beta").seal().verify(signed, mixed)))
          .isIn(IssueCode.CERTIFICATE_WRONG, IssueCode.SIGNATURE_WRONG);
    }
  }

  @Test
  void aChangedOctetAnywhereInASignedDocumentIsRefused() {
    Seal alpha = node("alpha").seal();
    Octets signed = alpha.sign(CONTENT);
    for (int at = 0; at < signed.size(); at += step(signed)) {
      Octets changed = flipped(signed, at);
      assertThat(alpha.verify(changed, alpha.certificates()))
          .as("octet %d of %d", at, signed.size())
          .isInstanceOf(Checked.Refused.class);
    }
  }

  @Test
  void aSignedDocumentCutShortOrWithMoreBehindItIsRefused() {
    Seal alpha = node("alpha").seal();
    byte[] signed = alpha.sign(CONTENT).toArray();
    for (int length :
        new int[] {0, 1, 2, signed.length / 2, signed.length - 1, signed.length + 1}) {
      Octets other = Octets.of(Arrays.copyOf(signed, length));
      assertThat(alpha.verify(other, alpha.certificates()))
          .as("%d of %d octets", length, signed.length)
          .isInstanceOf(Checked.Refused.class);
    }
  }

  @Test
  void bytesThatAreNoDocumentAreRefusedAndNotThrownAt() {
    Node alpha = node("alpha");
    week(alpha);
    for (Octets odd : List.of(Octets.of(""), Octets.of("0"), CONTENT, Octets.of(new byte[5000]))) {
      assertThat(code(alpha.seal().claimed(odd))).isEqualTo(IssueCode.SIGNATURE_UNREADABLE);
      assertThat(code(alpha.seal().verify(odd, alpha.seal().certificates())))
          .isEqualTo(IssueCode.SIGNATURE_UNREADABLE);
      assertThat(code(alpha.seal().open(odd))).isEqualTo(IssueCode.SEAL_UNREADABLE);
    }
  }

  @Test
  void eachOfTheNamedKeysOpensAndNoOther() {
    Node alpha = node("alpha");
    Node beta = node("beta");
    Node gamma = node("gamma");
    week(gamma);
    Octets sealed = alpha.seal().seal(CONTENT, List.of(week(alpha), week(beta)));

    assertThat(alpha.seal().open(sealed).orThrow()).isEqualTo(CONTENT);
    assertThat(beta.seal().open(sealed).orThrow()).isEqualTo(CONTENT);
    assertThat(code(gamma.seal().open(sealed))).isEqualTo(IssueCode.NOT_SEALED_TO_US);
  }

  @Test
  void whatIsSealedSaysForWhichKeysItIsAndWhatIsNoEnvelopeIsForNobody() {
    Node alpha = node("alpha");
    SealingKeys ours = week(alpha);
    SealingKeys theirs = week(node("beta"));
    SealingKeys others = week(node("gamma"));
    Octets sealed = alpha.seal().seal(CONTENT, List.of(theirs, others));

    assertThat(alpha.seal().isFor(sealed, List.of(ours, others))).isTrue();
    assertThat(alpha.seal().isFor(sealed, List.of(ours))).isFalse();
    assertThat(alpha.seal().isFor(sealed, List.of())).isFalse();
    assertThat(alpha.seal().isFor(CONTENT, List.of(theirs))).isFalse();
  }

  @Test
  void theContentIsNotToBeSeenInWhatIsSealed() {
    Octets sealed = node("alpha").seal().seal(CONTENT, List.of(week(node("beta"))));

    assertThat(sealed.shown()).doesNotContain("canary");
  }

  @Test
  void theSameContentSealedTwiceIsNotTheSameBytes() {
    Node alpha = node("alpha");
    SealingKeys keys = week(node("beta"));

    assertThat(alpha.seal().seal(CONTENT, List.of(keys)))
        .isNotEqualTo(alpha.seal().seal(CONTENT, List.of(keys)));
  }

  @Test
  void aChangedOctetAnywhereInASealedDocumentIsRefused() {
    Node beta = node("beta");
    Octets sealed = node("alpha").seal().seal(CONTENT, List.of(week(beta)));
    for (int at = 0; at < sealed.size(); at += step(sealed)) {
      assertThat(beta.seal().open(flipped(sealed, at)))
          .as("octet %d of %d", at, sealed.size())
          .isInstanceOf(Checked.Refused.class);
    }
  }

  @Test
  void aSealedDocumentCutShortOrWithMoreBehindItIsRefused() {
    Node beta = node("beta");
    byte[] sealed = node("alpha").seal().seal(CONTENT, List.of(week(beta))).toArray();
    for (int length : new int[] {1, 2, sealed.length / 2, sealed.length - 1, sealed.length + 1}) {
      assertThat(beta.seal().open(Octets.of(Arrays.copyOf(sealed, length))))
          .as("%d of %d octets", length, sealed.length)
          .isInstanceOf(Checked.Refused.class);
    }
  }

  @Test
  void theSamePeriodGivesTheSameKeys() {
    KeyRing ring = node("alpha").ring();

    SealingKeys first = ring.create("2026-W48", MONDAY, NEXT);

    assertThat(ring.create("2026-W48", MONDAY, NEXT)).isEqualTo(first);
    assertThat(ring.held()).containsExactly(first);
  }

  @Test
  void thePeriodsAreHeldOldestFirst() {
    KeyRing ring = node("alpha").ring();
    SealingKeys later = ring.create("2026-W49", NEXT, NEXT.plusSeconds(604_800));
    SealingKeys earlier = ring.create("2026-W48", MONDAY, NEXT);

    assertThat(ring.held()).containsExactly(earlier, later);
  }

  @Test
  void anOlderPeriodOpensUntilItIsDestroyedAndNeverAfter() {
    Node beta = node("beta");
    SealingKeys old = week(beta);
    beta.ring().create("2026-W49", NEXT, NEXT.plusSeconds(604_800));
    Octets sealed = node("alpha").seal().seal(CONTENT, List.of(old));
    assertThat(beta.seal().open(sealed).orThrow()).isEqualTo(CONTENT);

    beta.ring().destroy("2026-W48");

    assertThat(code(beta.seal().open(sealed))).isEqualTo(IssueCode.NOT_SEALED_TO_US);
    assertThat(beta.ring().held()).extracting(SealingKeys::period).containsExactly("2026-W49");
  }

  @Test
  void aPeriodMadeAgainAfterItsDestructionOpensNothingOfBefore() {
    Node beta = node("beta");
    SealingKeys old = week(beta);
    Octets sealed = node("alpha").seal().seal(CONTENT, List.of(old));
    beta.ring().destroy("2026-W48");

    assertThat(week(beta)).isNotEqualTo(old);
    assertThat(code(beta.seal().open(sealed))).isEqualTo(IssueCode.NOT_SEALED_TO_US);
  }

  protected static SealingKeys week(Node node) {
    return node.ring().create("2026-W48", MONDAY, NEXT);
  }

  /// Every octet of a small document, some five hundred of a large one; an odd step, so that all
  /// places within a field are met.
  private static int step(Octets document) {
    return document.size() < 400 ? 1 : document.size() / 500 | 1;
  }

  protected static Octets flipped(Octets bytes, int at) {
    byte[] changed = bytes.toArray();
    changed[at] ^= 1;
    return Octets.of(changed);
  }

  protected static IssueCode code(Checked<?> checked) {
    return switch (checked) {
      case Checked.Refused<?> refused -> refused.issues().getFirst().code();
      case Checked.Sound<?> _ -> fail("was not refused");
    };
  }
}
