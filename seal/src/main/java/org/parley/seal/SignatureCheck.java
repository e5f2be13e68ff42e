package org.parley.seal;

import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Octets;

/// Checks a doubly signed document against two certificates that are known from elsewhere. Nothing
/// that stands in the document chooses a key or an algorithm: each field must be the one that our
/// own signing would have put there.
final class SignatureCheck {

  private static final String WHOLE = "signed document";
  private static final String CLASSICAL = "classical signature";
  private static final String POST_QUANTUM = "post-quantum signature";

  /// Content type, digest, certificate, and the pair of both.
  private static final int OUR_ATTRIBUTES = 4;

  private final Suite suite;
  private final int atMost;

  SignatureCheck(Suite suite, int atMost) {
    this.suite = suite;
    this.atMost = atMost;
  }

  /// The content as it stands there, nothing checked.
  Octets claimed(Octets signed) throws Refusal {
    return content(signedData(outer(signed), WHOLE));
  }

  Octets check(Octets signed, SigningCertificates of) throws Refusal {
    ContentInfo outer = outer(signed);
    SignedData data = signedData(outer, WHOLE);
    Octets content = content(data);
    SignerInfo classical = signer(data, CLASSICAL);
    X509CertificateHolder certificate = certificate(of.classical(), CLASSICAL);
    carries(data, certificate);
    ContentInfo beside = beside(classical);
    SignedData besideData = signedData(beside, POST_QUANTUM);
    SignerInfo postQuantum = signer(besideData, POST_QUANTUM);
    X509CertificateHolder besideCertificate = certificate(of.postQuantum(), POST_QUANTUM);
    detached(besideData);

    Suite.Signatures algorithms = suite.signatures();
    algorithms(data, classical, algorithms.classical(), algorithms.digest(), CLASSICAL);
    algorithms(
        besideData,
        postQuantum,
        algorithms.postQuantum(),
        algorithms.postQuantumDigest(),
        POST_QUANTUM);
    names(classical, certificate, of, CLASSICAL);
    names(postQuantum, besideCertificate, of, POST_QUANTUM);
    Refusal.unless(
        LowS.isKept(classical.getEncryptedDigest().getOctets()),
        IssueCode.SIGNATURE_WRONG,
        CLASSICAL,
        "the signature is in its second form, which anybody can make");
    covers(outer, content, certificate, CLASSICAL);
    covers(beside, content, besideCertificate, POST_QUANTUM);
    return content;
  }

  private ContentInfo outer(Octets signed) throws Refusal {
    return Asn1.contentInfo(signed, CMSObjectIdentifiers.signedData, trouble(WHOLE), atMost);
  }

  private static SignedData signedData(ContentInfo info, String place) throws Refusal {
    SignedData data =
        trouble(place)
            .reading(
                () -> Asn1.exact(SignedData.getInstance(info.getContent()), info.getContent()));
    Refusal.unless(
        data.getVersion().hasValue(1) && data.getCRLs() == null,
        IssueCode.SIGNATURE_UNREADABLE,
        place,
        "it has another version, or carries lists of revoked certificates");
    Refusal.unless(
        CMSObjectIdentifiers.data.equals(data.getEncapContentInfo().getContentType()),
        IssueCode.SIGNATURE_UNREADABLE,
        place,
        "it holds another kind of content");
    return data;
  }

  private static Octets content(SignedData data) throws Refusal {
    ASN1Encodable content = data.getEncapContentInfo().getContent();
    Refusal.unless(
        content instanceof ASN1OctetString,
        IssueCode.SIGNATURE_UNREADABLE,
        WHOLE,
        "the content is not inside");
    return Octets.of(((ASN1OctetString) content).getOctets());
  }

  private static SignerInfo signer(SignedData data, String place) throws Refusal {
    ASN1Set signers = data.getSignerInfos();
    Refusal.unless(
        signers.size() != 0, IssueCode.SIGNATURE_MISSING, place, "the signature is missing");
    Refusal.unless(
        signers.size() == 1,
        IssueCode.SIGNATURE_REPEATED,
        place,
        "there is more than one signature");
    return trouble(place)
        .reading(() ->
            Asn1.exact(SignerInfo.getInstance(signers.getObjectAt(0)), signers.getObjectAt(0)));
  }

  private static X509CertificateHolder certificate(Octets der, String place) throws Refusal {
    return new Asn1.Trouble(IssueCode.CERTIFICATE_WRONG, place)
        .reading(() -> new X509CertificateHolder(der.toArray()));
  }

  private static void carries(SignedData data, X509CertificateHolder certificate) throws Refusal {
    ASN1Set carried = data.getCertificates();
    Refusal.unless(
        carried != null
            && carried.size() == 1
            && Asn1.same(carried.getObjectAt(0), certificate.toASN1Structure()),
        IssueCode.CERTIFICATE_WRONG,
        CLASSICAL,
        "the document carries another certificate than the one known of its signer");
  }

  private static void detached(SignedData data) throws Refusal {
    Refusal.unless(
        data.getEncapContentInfo().getContent() == null && data.getCertificates() == null,
        IssueCode.SIGNATURE_UNREADABLE,
        POST_QUANTUM,
        "it carries content or certificates of its own");
  }

  private static ContentInfo beside(SignerInfo classical) throws Refusal {
    ASN1Set unsigned = classical.getUnauthenticatedAttributes();
    Refusal.unless(
        unsigned != null && unsigned.size() != 0,
        IssueCode.SIGNATURE_MISSING,
        POST_QUANTUM,
        "the signature that belongs beside the classical one is missing");
    Refusal.unless(
        unsigned.size() == 1,
        IssueCode.SIGNATURE_REPEATED,
        POST_QUANTUM,
        "there is more beside the classical signature than one other");
    Attribute attribute =
        trouble(POST_QUANTUM).reading(() -> Attribute.getInstance(unsigned.getObjectAt(0)));
    Refusal.unless(
        attribute.getAttrType().equals(Suite.BESIDE),
        IssueCode.SIGNATURE_MISSING,
        POST_QUANTUM,
        "something else stands where the signature belongs");
    Refusal.unless(
        attribute.getAttrValues().size() == 1,
        IssueCode.SIGNATURE_REPEATED,
        POST_QUANTUM,
        "it stands there %d times".formatted(attribute.getAttrValues().size()));
    ContentInfo info =
        trouble(POST_QUANTUM)
            .reading(() -> ContentInfo.getInstance(attribute.getAttrValues().getObjectAt(0)));
    Refusal.unless(
        info.getContentType().equals(CMSObjectIdentifiers.signedData),
        IssueCode.SIGNATURE_UNREADABLE,
        POST_QUANTUM,
        "it is no signed document");
    return info;
  }

  private static void algorithms(
      SignedData data,
      SignerInfo signer,
      ASN1ObjectIdentifier signature,
      ASN1ObjectIdentifier digest,
      String place)
      throws Refusal {
    AlgorithmIdentifier expected = new AlgorithmIdentifier(digest);
    Refusal.unless(
        data.getDigestAlgorithms().size() == 1
            && Asn1.same(data.getDigestAlgorithms().getObjectAt(0), expected)
            && Asn1.same(signer.getDigestAlgorithm(), expected)
            && Asn1.same(signer.getDigestEncryptionAlgorithm(), new AlgorithmIdentifier(signature)),
        IssueCode.ALGORITHM_REFUSED,
        place,
        "it is made with other algorithms than the suite's");
  }

  /// Whether the signed attributes are exactly ours and name these certificates.
  private void names(
      SignerInfo signer, X509CertificateHolder certificate, SigningCertificates of, String place)
      throws Refusal {
    Map<ASN1ObjectIdentifier, ASN1Encodable> found = attributes(signer, place);
    ASN1Encodable one = found.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    ASN1Encodable both = found.get(Suite.BOTH);
    if (one == null || both == null) {
      throw Refusal.because(
          IssueCode.SIGNATURE_UNREADABLE, place, "it does not say which certificates it is for");
    }
    IssuerAndSerialNumber known =
        new IssuerAndSerialNumber(certificate.getIssuer(), certificate.getSerialNumber());
    Refusal.unless(
        Asn1.same(signer.getSID().toASN1Primitive(), known)
            && Asn1.same(one, DoubleSignature.names(certificate)),
        IssueCode.CERTIFICATE_WRONG,
        place,
        "it was made for another certificate");
    Refusal.unless(
        Asn1.same(both, DoubleSignature.both(suite, of)),
        IssueCode.CERTIFICATE_WRONG,
        place,
        "it names another suite or other certificates than the pair that belongs together");
  }

  private static Map<ASN1ObjectIdentifier, ASN1Encodable> attributes(
      SignerInfo signer, String place) throws Refusal {
    Map<ASN1ObjectIdentifier, ASN1Encodable> found = new HashMap<>();
    ASN1Set attributes = signer.getAuthenticatedAttributes();
    int count = attributes == null ? 0 : attributes.size();
    for (int i = 0; i < count; i++) {
      ASN1Encodable at = attributes.getObjectAt(i);
      Attribute attribute = trouble(place).reading(() -> Asn1.exact(Attribute.getInstance(at), at));
      if (attribute.getAttrValues().size() == 1) {
        found.put(attribute.getAttrType(), attribute.getAttrValues().getObjectAt(0));
      }
    }
    Refusal.unless(
        count == OUR_ATTRIBUTES
            && found.containsKey(CMSAttributes.contentType)
            && found.containsKey(CMSAttributes.messageDigest)
            && signer.getVersion().hasValue(1),
        IssueCode.SIGNATURE_UNREADABLE,
        place,
        "it signs other attributes than ours");
    return found;
  }

  private static void covers(
      ContentInfo info, Octets content, X509CertificateHolder certificate, String place)
      throws Refusal {
    boolean holds;
    try {
      holds =
          new CMSSignedData(new CMSProcessableByteArray(content.toArray()), info)
              .getSignerInfos()
              .getSigners()
              .iterator()
              .next()
              .verify(
                  new JcaSimpleSignerInfoVerifierBuilder()
                      .setProvider(Crypto.PROVIDER)
                      .build(Crypto.publicKey(certificate)));
    } catch (CMSException | OperatorCreationException | RuntimeException _) {
      holds = false;
    }
    Refusal.unless(
        holds, IssueCode.SIGNATURE_WRONG, place, "the signature does not cover this content");
  }

  private static Asn1.Trouble trouble(String place) {
    return new Asn1.Trouble(IssueCode.SIGNATURE_UNREADABLE, place);
  }
}
