package org.parley.couriers.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.mail.smime.SMIMEEnveloped;
import org.bouncycastle.mail.smime.SMIMEEnvelopedGenerator;
import org.bouncycastle.mail.smime.SMIMEException;
import org.bouncycastle.mail.smime.SMIMESigned;
import org.bouncycastle.mail.smime.SMIMESignedGenerator;
import org.bouncycastle.mail.smime.SMIMEUtil;
import org.bouncycastle.operator.OperatorCreationException;
import org.parley.core.terms.Octets;

/// S/MIME for counterparts that have mail and no node: a text is signed, then sealed to one
/// certificate with AES-256.
///
/// Mail programs read the CBC form; its missing integrity is made up for by the signature inside,
/// without which nothing is handed out. No forward secrecy, no second signature: a lower grade.
public final class Smime {

  private static final List<ASN1ObjectIdentifier> CIPHERS =
      List.of(
          NISTObjectIdentifiers.id_aes128_CBC,
          NISTObjectIdentifiers.id_aes192_CBC,
          NISTObjectIdentifiers.id_aes256_CBC);
  private static final List<String> DIGESTS =
      List.of(
          NISTObjectIdentifiers.id_sha256.getId(),
          NISTObjectIdentifiers.id_sha384.getId(),
          NISTObjectIdentifiers.id_sha512.getId());

  private final BouncyCastleProvider provider = new BouncyCastleProvider();
  private final SmimeKey ours;

  public Smime(SmimeKey ours) {
    this.ours = ours;
  }

  /// The text as a MIME entity, signed by us and sealed to this certificate.
  public Octets protect(String text, X509Certificate to) {
    try {
      MimeBodyPart body = new MimeBodyPart();
      body.setText(text, StandardCharsets.UTF_8.name());
      body.setHeader("Content-Transfer-Encoding", "quoted-printable");
      SMIMESignedGenerator signing = new SMIMESignedGenerator();
      signing.addSignerInfoGenerator(
          new JcaSimpleSignerInfoGeneratorBuilder()
              .setProvider(provider)
              .build(algorithm(ours.certificate().getPublicKey()), ours.key(), ours.certificate()));
      signing.addCertificates(new JcaCertStore(List.of(ours.certificate())));
      MimeBodyPart signed = signing.generateEncapsulated(body);
      SMIMEEnvelopedGenerator sealing = new SMIMEEnvelopedGenerator();
      sealing.addRecipientInfoGenerator(recipient(to));
      MimeBodyPart sealed =
          sealing.generate(
              signed,
              new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                  .setProvider(provider)
                  .build());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      sealed.writeTo(out);
      return Octets.of(out.toByteArray());
    } catch (MessagingException
        | SMIMEException
        | CMSException
        | IOException
        | OperatorCreationException
        | GeneralSecurityException broken) {
      throw new IllegalStateException("the text cannot be sealed with these keys", broken);
    }
  }

  private static String algorithm(PublicKey key) {
    return key instanceof RSAPublicKey ? "SHA256withRSA" : "SHA256withECDSA";
  }

  private RecipientInfoGenerator recipient(X509Certificate to) throws GeneralSecurityException {
    if (to.getPublicKey() instanceof ECPublicKey) {
      return new JceKeyAgreeRecipientInfoGenerator(
              CMSAlgorithm.ECDH_SHA256KDF,
              ours.key(),
              ours.certificate().getPublicKey(),
              CMSAlgorithm.AES256_WRAP)
          .addRecipient(to)
          .setProvider(provider);
    }
    return new JceKeyTransRecipientInfoGenerator(to).setProvider(provider);
  }

  /// The text in a MIME entity, if it is sealed to us and signed by the holder of exactly this
  /// certificate, with ciphers and digests that still count; empty otherwise, and the reason is not
  /// told to whoever sent it.
  public Optional<String> open(Octets entity, X509Certificate from) {
    try {
      SMIMEEnveloped sealed = new SMIMEEnveloped(part(entity));
      if (CIPHERS.stream()
          .noneMatch(cipher -> cipher.getId().equals(sealed.getEncryptionAlgOID()))) {
        return Optional.empty();
      }
      for (RecipientInformation recipient : sealed.getRecipientInfos().getRecipients()) {
        if (recipient.getRID().match(new JcaX509CertificateHolder(ours.certificate()))) {
          return verified(SMIMEUtil.toMimeBodyPart(content(recipient)), from);
        }
      }
      return Optional.empty();
    } catch (MessagingException
        | SMIMEException
        | CMSException
        | IOException
        | OperatorCreationException
        | GeneralSecurityException
        | RuntimeException wrong) {
      return Optional.empty();
    }
  }

  private byte[] content(RecipientInformation recipient) throws CMSException {
    return recipient.getContent(
        ours.certificate().getPublicKey() instanceof ECPublicKey
            ? new JceKeyAgreeEnvelopedRecipient(ours.key()).setProvider(provider)
            : new JceKeyTransEnvelopedRecipient(ours.key()).setProvider(provider));
  }

  private Optional<String> verified(MimeBodyPart part, X509Certificate from)
      throws MessagingException,
          SMIMEException,
          CMSException,
          IOException,
          OperatorCreationException,
          GeneralSecurityException {
    SMIMESigned signed =
        part.getContent() instanceof MimeMultipart detached
            ? new SMIMESigned(detached)
            : new SMIMESigned(part);
    Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
    if (signers.size() != 1) {
      return Optional.empty();
    }
    SignerInformation signer = signers.iterator().next();
    from.checkValidity();
    boolean holds =
        DIGESTS.contains(signer.getDigestAlgOID())
            && signer.verify(
                new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(provider)
                    .build(from.getPublicKey()));
    return holds && signed.getContent().getContent() instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  private static MimeBodyPart part(Octets entity) throws MessagingException {
    return new MimeBodyPart(new ByteArrayInputStream(entity.toArray()));
  }
}
