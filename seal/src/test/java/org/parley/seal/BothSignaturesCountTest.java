package org.parley.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.SealingKeys;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Octets;

/// What is done to a signed or sealed document on the way, one test for each attack.
class BothSignaturesCountTest {

  private static final Octets CONTENT = Octets.of("content");
  private static final SoftwareKeyRing ALPHAS = SoftwareKeyRing.inMemory();
  private static final SoftwareKeyRing BETAS = SoftwareKeyRing.inMemory();
  private static final CmsSeal ALPHA = CmsSeal.with(Nodes.identity("alpha"), ALPHAS);
  private static final CmsSeal BETA = CmsSeal.with(Nodes.identity("beta"), BETAS);
  private static final SigningCertificates ALPHAS_CERTIFICATES = ALPHA.certificates();

  @Test
  void aStrippedPostQuantumSignatureIsMissed() {
    Octets stripped = rewritten(ALPHA.sign(CONTENT), _ -> List.of());

    assertRefused(stripped, IssueCode.SIGNATURE_MISSING, "post-quantum signature");
  }

  @Test
  void aPostQuantumSignatureOverAnotherContentDoesNotCount() {
    Attribute other = beside(ALPHA.sign(Octets.of("other")));
    Octets swapped = rewritten(ALPHA.sign(CONTENT), _ -> List.of(other));

    assertRefused(swapped, IssueCode.SIGNATURE_WRONG, "post-quantum signature");
  }

  @Test
  void aPostQuantumSignatureBySomebodyElseDoesNotCount() {
    Attribute others = beside(BETA.sign(CONTENT));
    Octets swapped = rewritten(ALPHA.sign(CONTENT), _ -> List.of(others));

    assertRefused(swapped, IssueCode.CERTIFICATE_WRONG, "post-quantum signature");
  }

  @Test
  void aRepeatedPostQuantumSignatureIsRefused() {
    Octets twice = rewritten(ALPHA.sign(CONTENT), one -> List.of(one, one));
    Octets twoValues =
        rewritten(
            ALPHA.sign(CONTENT),
            one -> {
              ASN1EncodableVector values = new ASN1EncodableVector();
              values.add(one.getAttrValues().getObjectAt(0));
              values.add(beside(ALPHA.sign(CONTENT)).getAttrValues().getObjectAt(0));
              return List.of(new Attribute(Suite.BESIDE, new DERSet(values)));
            });

    assertRefused(twice, IssueCode.SIGNATURE_REPEATED, "post-quantum signature");
    assertRefused(twoValues, IssueCode.SIGNATURE_REPEATED, "post-quantum signature");
  }

  @Test
  void theClassicalSignatureCountsEvenWhereThePostQuantumOneHolds() {
    Attribute good = beside(ALPHA.sign(CONTENT));
    Octets others = rewritten(BETA.sign(CONTENT), _ -> List.of(good));

    assertRefused(others, IssueCode.CERTIFICATE_WRONG, "classical signature");
  }

  @Test
  void anotherPostQuantumCertificateBesideTheSameClassicalOneIsRefused() {
    SigningCertificates replaced =
        new SigningCertificates(ALPHAS_CERTIFICATES.classical(), BETA.certificates().postQuantum());

    Issue issue = refused(BETA.verify(ALPHA.sign(CONTENT), replaced));

    assertThat(issue.code()).isEqualTo(IssueCode.CERTIFICATE_WRONG);
  }

  @Test
  void theSecondFormOfAnEcdsaSignatureIsRefused() throws Exception {
    byte[] kept = {0x30, 6, 2, 1, 1, 2, 1, 1};
    assertThat(LowS.isKept(kept)).isTrue();
    BigInteger order = ECNamedCurveTable.getByName("P-256").getN();
    byte[] second =
        StandardDSAEncoding.INSTANCE.encode(order, BigInteger.ONE, order.subtract(BigInteger.ONE));
    assertThat(LowS.isKept(second)).isFalse();
  }

  @Test
  void anInsiderWhoReSealsAnAlteredTextForAThirdIsFoundOutByTheInnerSignature() {
    SealingKeys thirds = BETAS.create("2026-W48", Nodes.FROM, Nodes.UNTIL);
    byte[] altered = ALPHA.sign(CONTENT).toArray();
    int place = indexOf(altered, CONTENT.toArray());
    altered[place] ^= 1;
    Octets sealed = BETA.seal(Octets.of(altered), List.of(thirds));

    Octets opened = BETA.open(sealed).orThrow();

    assertThat(refused(BETA.verify(opened, ALPHAS_CERTIFICATES)).code())
        .isEqualTo(IssueCode.SIGNATURE_WRONG);
  }

  @Test
  void oneFlippedBitNearTheEndOfALargeEnvelopeLetsNothingOut() {
    SealingKeys keys = BETAS.create("2026-W48", Nodes.FROM, Nodes.UNTIL);
    byte[] sealed = ALPHA.seal(Octets.of(new byte[5_000_000]), List.of(keys)).toArray();
    sealed[sealed.length - 200] ^= 1;

    Issue issue = refused(BETA.open(Octets.of(sealed)));

    assertThat(issue.code()).isEqualTo(IssueCode.SEAL_BROKEN);
    assertThat(issue.place().document()).isEqualTo("outer envelope");
  }

  @Test
  void anEnvelopeUnderAnotherSuitesNameIsRefused() {
    SealingKeys keys = BETAS.create("2026-W48", Nodes.FROM, Nodes.UNTIL);
    Suite first = Suite.FIRST;
    Suite other =
        new Suite(
            "parley-suite/0",
            first.signatures(),
            first.agreement(),
            first.encapsulation(),
            first.wrap(),
            first.content());

    Octets sealed = new NestedEnvelope(other).seal(CONTENT, List.of(keys));

    assertThat(refused(BETA.open(sealed)).code()).isEqualTo(IssueCode.SEAL_UNREADABLE);
  }

  @Test
  void moreThanTheLargestParcelIsRefusedUnread() {
    Octets large = Octets.of(new byte[11 * 1024 * 1024]);

    assertThat(refused(BETA.open(large)).code()).isEqualTo(IssueCode.DOCUMENT_TOO_LARGE);
    assertThat(refused(BETA.claimed(large)).code()).isEqualTo(IssueCode.DOCUMENT_TOO_LARGE);
  }

  @Test
  void deeplyNestedOctetsAreRefusedAndDoNotBreakTheReader() {
    byte[] nested = new byte[200_000];
    for (int i = 0; i + 1 < nested.length; i += 2) {
      nested[i] = 0x30;
      nested[i + 1] = (byte) 0x80;
    }

    assertThat(refused(BETA.open(Octets.of(nested))).code()).isEqualTo(IssueCode.SEAL_UNREADABLE);
    assertThat(refused(BETA.claimed(Octets.of(nested))).code())
        .isEqualTo(IssueCode.SIGNATURE_UNREADABLE);
  }

  @Test
  void manyKeysOfOnePartyEachOpen() {
    List<SealingKeys> keys =
        List.of(
            ALPHAS.create("2026-W48", Nodes.FROM, Nodes.UNTIL),
            BETAS.create("2026-W48", Nodes.FROM, Nodes.UNTIL),
            BETAS.create("2026-W49", Nodes.UNTIL, Nodes.UNTIL.plusSeconds(9)));
    Octets sealed = ALPHA.seal(CONTENT, keys);
    BETAS.destroy("2026-W48");

    assertThat(BETA.open(sealed).orThrow()).isEqualTo(CONTENT);
    assertThat(ALPHA.open(sealed).orThrow()).isEqualTo(CONTENT);
    BETAS.destroy("2026-W49");
  }

  private static void assertRefused(Octets signed, IssueCode code, String place) {
    Issue issue = refused(BETA.verify(signed, ALPHAS_CERTIFICATES));
    assertThat(issue.code()).isEqualTo(code);
    assertThat(issue.place().document()).isEqualTo(place);
  }

  private static Issue refused(Checked<Octets> checked) {
    assertThat(checked).isInstanceOf(Checked.Refused.class);
    return checked.issues().getFirst();
  }

  private static Attribute beside(Octets signed) {
    return Attribute.getInstance(
        signer(read(signed)).getUnsignedAttributes().get(Suite.BESIDE).toASN1Primitive());
  }

  private static Octets rewritten(Octets signed, Function<Attribute, List<Attribute>> change) {
    CMSSignedData data = read(signed);
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    change.apply(beside(signed)).forEach(attributes::add);
    SignerInformation signer =
        SignerInformation.replaceUnsignedAttributes(
            signer(data), attributes.size() == 0 ? null : new AttributeTable(attributes));
    try {
      return Octets.of(
          CMSSignedData.replaceSigners(data, new SignerInformationStore(signer))
              .getEncoded(ASN1Encoding.DER));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static SignerInformation signer(CMSSignedData data) {
    return data.getSignerInfos().getSigners().iterator().next();
  }

  private static CMSSignedData read(Octets signed) {
    try {
      return new CMSSignedData(ContentInfo.getInstance(signed.toArray()));
    } catch (CMSException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static int indexOf(byte[] all, byte[] part) {
    for (int i = 0; i + part.length <= all.length; i++) {
      if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new IllegalStateException("not there");
  }
}
