package org.parley.couriers.mail.reply;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.operator.OperatorCreationException;
import org.parley.core.directory.contacts.KeyNote;
import org.parley.core.terms.Octets;
import org.parley.couriers.https.TlsIdentity;
import org.pgpainless.PGPainless;
import org.pgpainless.algorithm.DocumentSignatureType;
import org.pgpainless.encryption_signing.EncryptionStream;
import org.pgpainless.encryption_signing.ProducerOptions;
import org.pgpainless.encryption_signing.SigningOptions;
import org.pgpainless.key.protection.SecretKeyRingProtector;

/// Mails as offices' mail programs write them.
final class SignedMails {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private SignedMails() {}

  static TlsIdentity identity(String name) {
    return TlsIdentity.create(name, NOW.minus(Duration.ofDays(10)), Duration.ofDays(60));
  }

  static KeyNote note(TlsIdentity identity) {
    return new KeyNote(KeyNote.Scheme.SMIME, fingerprint("SHA-256", identity), Optional.empty());
  }

  static String fingerprint(String algorithm, TlsIdentity identity) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance(algorithm).digest(identity.certificate().getEncoded()))
          .toUpperCase(Locale.ROOT);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  static String head(String type) {
    return "From: Duty <duty@xb.example>\r\nTo: desk@xa.example\r\nSubject: Re: your message\r\n"
        + "Date: Sun, 22 Nov 2026 11:30:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: "
        + type
        + "\r\n\r\n";
  }

  static String plain(String text) {
    return head("text/plain; charset=utf-8") + text + "\r\n";
  }

  /// What is signed: a part with a head of its own.
  static String part(String text) {
    return "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\nГруппа дежурных\r\n";
  }

  static Octets smime(String text, TlsIdentity by, Instant at) {
    return smime(text, by, at, "SHA256withECDSA");
  }

  static Octets smime(String text, TlsIdentity by, Instant at, String algorithm) {
    String part = part(text);
    return multipart(
        part, "application/pkcs7-signature", base64(cms(part, by, at, algorithm, false)));
  }

  /// The other form of S/MIME, with what is signed inside.
  static Octets opaque(String text, TlsIdentity by, Instant at) {
    return Octets.of(
        head("application/pkcs7-mime; smime-type=signed-data; name=smime.p7m")
                .replace("\r\n\r\n", "\r\nContent-Transfer-Encoding: base64\r\n\r\n")
            + base64(cms(part(text), by, at, "SHA256withECDSA", true)));
  }

  /// As [#smime], by several, with these certificates along.
  static Octets smime(
      String text, Instant at, String algorithm, List<TlsIdentity> by, List<TlsIdentity> along) {
    String part = part(text);
    return multipart(
        part, "application/pkcs7-signature", base64(cms(part, by, along, at, algorithm, false)));
  }

  private static byte[] cms(
      String part, TlsIdentity by, Instant at, String algorithm, boolean inside) {
    return cms(part, List.of(by), List.of(by), at, algorithm, inside);
  }

  private static byte[] cms(
      String part,
      List<TlsIdentity> by,
      List<TlsIdentity> along,
      Instant at,
      String algorithm,
      boolean inside) {
    try {
      ASN1EncodableVector attributes = new ASN1EncodableVector();
      attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
      CMSSignedDataGenerator signing = new CMSSignedDataGenerator();
      for (TlsIdentity each : by) {
        signing.addSignerInfoGenerator(
            new JcaSimpleSignerInfoGeneratorBuilder()
                .setProvider(new BouncyCastleProvider())
                .setSignedAttributeGenerator(
                    new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                .build(algorithm, each.key(), each.certificate()));
      }
      signing.addCertificates(
          new JcaCertStore(along.stream().map(TlsIdentity::certificate).toList()));
      return signing
          .generate(new CMSProcessableByteArray(part.getBytes(StandardCharsets.UTF_8)), inside)
          .getEncoded();
    } catch (CMSException
        | IOException
        | OperatorCreationException
        | GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  static Octets pgp(String text, String armouredKey) {
    String part = part(text);
    try {
      PGPSecretKeyRing key = PGPainless.readKeyRing().secretKeyRing(armouredKey);
      EncryptionStream signing =
          PGPainless.encryptAndOrSign()
              .onOutputStream(new ByteArrayOutputStream())
              .withOptions(
                  ProducerOptions.sign(
                          SigningOptions.get()
                              .addDetachedSignature(
                                  SecretKeyRingProtector.unprotectedKeys(),
                                  key,
                                  DocumentSignatureType.BINARY_DOCUMENT))
                      .setAsciiArmor(false));
      signing.write(part.getBytes(StandardCharsets.UTF_8));
      signing.close();
      return multipart(
          part,
          "application/pgp-signature",
          PGPainless.asciiArmor(
              signing.getResult().getDetachedSignatures().flatten().iterator().next()));
    } catch (PGPException | IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static Octets multipart(String part, String protocol, String signature) {
    String encoding =
        protocol.endsWith("pkcs7-signature") ? "Content-Transfer-Encoding: base64\r\n" : "";
    return Octets.of(
        head(
                "multipart/signed; protocol=\"%s\"; micalg=sha-256; boundary=\"=_border\""
                    .formatted(protocol))
            + "This is signed.\r\n--=_border\r\n"
            + part
            + "\r\n--=_border\r\nContent-Type: "
            + protocol
            + "\r\n"
            + encoding
            + "\r\n"
            + signature.replaceAll("\r?\n", "\r\n")
            + "\r\n--=_border--\r\n");
  }

  private static String base64(byte[] bytes) {
    return Base64.getMimeEncoder().encodeToString(bytes);
  }
}
