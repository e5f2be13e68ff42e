package org.parley.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.SealingKeys;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;

/// Weak and malformed keys are refused when they are registered.
class PublicKeysTest {

  private static final SealingKeys SOUND =
      SoftwareKeyRing.inMemory().create("2026-W48", Nodes.FROM, Nodes.UNTIL);

  @Test
  void whatWeMakeIsTaken() {
    assertThat(PublicKeys.check(SOUND).orThrow()).isEqualTo(SOUND);
    assertThat(PublicKeys.check(node(Nodes.identity("alpha").certificates())).issues()).isEmpty();
  }

  @Test
  void aPointThatIsNotOnTheCurveIsRefused() {
    byte[] off = SOUND.ecdh().toArray();
    off[off.length - 1] ^= 1;
    assertRefused(with(Octets.of(off), SOUND.mlKem()));
  }

  @Test
  void thePointAtInfinityAnotherCurveAndACutKeyAreRefused() {
    byte[] whole = SOUND.ecdh().toArray();
    assertRefused(with(Octets.of(Arrays.copyOf(whole, whole.length - 1)), SOUND.mlKem()));
    assertRefused(with(Octets.of(Arrays.copyOf(whole, whole.length + 1)), SOUND.mlKem()));
    assertRefused(with(Octets.of(""), SOUND.mlKem()));
    byte[] other = whole.clone();
    other[22] ^= 1;
    assertRefused(with(Octets.of(other), SOUND.mlKem()));
    byte[] infinity =
        HexFormat.of().parseHex("301506072a8648ce3d020106082a8648ce3d030107030200" + "00");
    assertRefused(with(Octets.of(infinity), SOUND.mlKem()));
  }

  @Test
  void anMlKemKeyOfAnotherLengthOrBeyondTheModulusIsRefused() {
    byte[] whole = SOUND.mlKem().toArray();
    assertRefused(with(SOUND.ecdh(), Octets.of(Arrays.copyOf(whole, whole.length - 1))));
    byte[] beyond = whole.clone();
    Arrays.fill(beyond, whole.length - 1184, whole.length - 1181, (byte) 0xff);
    assertRefused(with(SOUND.ecdh(), Octets.of(beyond)));
    assertRefused(with(SOUND.ecdh(), SOUND.ecdh()));
  }

  @Test
  void logKeysOfLowOrderAreRefused() {
    for (String weak :
        List.of(
            "0100000000000000000000000000000000000000000000000000000000000000",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")) {
      Octets key = Octets.of(HexFormat.of().parseHex(weak));
      assertThat(PublicKeys.checkLogKey(key)).as(weak).isInstanceOf(Checked.Refused.class);
    }
    assertThat(PublicKeys.checkLogKey(Nodes.identity("alpha").log().publicKey()))
        .isInstanceOf(Checked.Sound.class);
  }

  @Test
  void certificatesInEachOthersPlaceAreRefused() {
    SigningCertificates pair = Nodes.identity("alpha").certificates();

    assertThat(
            PublicKeys.check(node(new SigningCertificates(pair.postQuantum(), pair.classical())))
                .issues())
        .extracting(issue -> issue.code())
        .containsOnly(IssueCode.KEY_REFUSED)
        .hasSize(2);
  }

  private static void assertRefused(SealingKeys keys) {
    Checked<SealingKeys> checked = PublicKeys.check(keys);
    assertThat(checked).isInstanceOf(Checked.Refused.class);
    assertThat(checked.issues()).allMatch(issue -> issue.code() == IssueCode.KEY_REFUSED);
  }

  private static SealingKeys with(Octets ecdh, Octets mlKem) {
    return new SealingKeys("2026-W48", ecdh, mlKem, Nodes.FROM, Nodes.UNTIL);
  }

  private static NodeRecord node(SigningCertificates certificates) {
    return new NodeRecord(
        new NodeId(new Party("XA"), "alpha"),
        certificates,
        Octets.of("tls"),
        Nodes.identity("alpha").log().publicKey(),
        List.of(SOUND),
        List.of(),
        List.of());
  }
}
