package org.parley.couriers.mail.reply;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Store;
import org.parley.core.directory.contacts.KeyNote;
import org.parley.core.terms.Octets;

/// An S/MIME signature: one signer, digests and keys that still count, and the certificate that
/// comes along or is given beside.
final class SmimeSignature {

  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
  private static final int LEAST_RSA = 2048;
  private static final int LEAST_EC = 256;

  private static final List<String> DIGESTS =
      List.of(
          NISTObjectIdentifiers.id_sha256.getId(),
          NISTObjectIdentifiers.id_sha384.getId(),
          NISTObjectIdentifiers.id_sha512.getId());

  private SmimeSignature() {}

  static Signed check(byte[] content, byte[] signature, Optional<Octets> given) {
    try {
      CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(content), signature);
      Collection<SignerInformation> signers = cms.getSignerInfos().getSigners();
      if (signers.size() != 1) {
        return Signed.broken(KeyNote.Scheme.SMIME, List.of("SEVERAL"));
      }
      SignerInformation signer = signers.iterator().next();
      Optional<X509Certificate> certificate = certificate(cms, signer, given);
      return certificate.isEmpty()
          ? Signed.unchecked(KeyNote.Scheme.SMIME)
          : check(signer, certificate.get());
    } catch (CMSException
        | OperatorCreationException
        | GeneralSecurityException
        | IOException
        | RuntimeException wrong) {
      return Signed.broken(KeyNote.Scheme.SMIME, List.of("UNREADABLE"));
    }
  }

  private static Signed check(SignerInformation signer, X509Certificate certificate)
      throws OperatorCreationException, GeneralSecurityException {
    List<String> fingerprints =
        List.of(fingerprint("SHA-256", certificate), fingerprint("SHA-1", certificate));
    return holds(signer, certificate)
        ? new Signed(
            KeyNote.Scheme.SMIME,
            true,
            fingerprints,
            time(signer),
            certificate.getNotBefore().toInstant(),
            certificate.getNotAfter().toInstant())
        : Signed.broken(KeyNote.Scheme.SMIME, fingerprints);
  }

  private static boolean holds(SignerInformation signer, X509Certificate certificate)
      throws OperatorCreationException {
    try {
      return DIGESTS.contains(signer.getDigestAlgOID())
          && isStrong(certificate.getPublicKey())
          && signer.verify(
              new JcaSimpleSignerInfoVerifierBuilder()
                  .setProvider(PROVIDER)
                  .build(certificate.getPublicKey()));
    } catch (CMSException doesNotHold) {
      return false;
    }
  }

  private static boolean isStrong(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= LEAST_RSA;
      case ECPublicKey ec -> ec.getParams().getOrder().bitLength() >= LEAST_EC;
      default -> key.getAlgorithm().startsWith("Ed");
    };
  }

  private static Optional<X509Certificate> certificate(
      CMSSignedData cms, SignerInformation signer, Optional<Octets> given)
      throws GeneralSecurityException, IOException {
    Store<X509CertificateHolder> along = cms.getCertificates();
    for (X509CertificateHolder each : along.getMatches(null)) {
      if (signer.getSID().match(each)) {
        return Optional.of(read(each.getEncoded()));
      }
    }
    return given.isPresent() ? Optional.of(read(given.get().toArray())) : Optional.empty();
  }

  private static X509Certificate read(byte[] bytes) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509", PROVIDER)
            .generateCertificate(new ByteArrayInputStream(bytes));
  }

  private static Optional<Instant> time(SignerInformation signer) {
    AttributeTable signed = signer.getSignedAttributes();
    Attribute time = signed == null ? null : signed.get(CMSAttributes.signingTime);
    if (time == null || time.getAttrValues().size() != 1) {
      return Optional.empty();
    }
    ASN1Encodable value = time.getAttrValues().getObjectAt(0);
    return Optional.of(Time.getInstance(value).getDate().toInstant());
  }

  private static String fingerprint(String algorithm, X509Certificate certificate)
      throws GeneralSecurityException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance(algorithm).digest(certificate.getEncoded()))
        .toUpperCase(Locale.ROOT);
  }
}
