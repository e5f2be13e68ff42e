package org.parley.seal;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// Puts both signatures on a content: a classical SignedData that holds the content and carries, as
/// an unsigned attribute, a detached post-quantum SignedData over the same content.
///
/// Side by side as two signers of one SignedData they would be simpler, but a tool that does not
/// know the second algorithm refuses such a document whole. In the attribute it stays out of their
/// way. Both signers sign the fingerprint of both certificates, so that one signature alone shows
/// that another belongs beside it.
final class DoubleSignature {

  private final Suite suite;
  private final IdentityKeys keys;

  DoubleSignature(Suite suite, IdentityKeys keys) {
    this.suite = suite;
    this.keys = keys;
  }

  Octets sign(Octets content) {
    try {
      SigningCertificates both = keys.certificates();
      CMSSignedData beside =
          signed(
              content,
              false,
              new X509CertificateHolder(both.postQuantum().toArray()),
              signer("ML-DSA-65", keys.postQuantum(), Crypto.PROVIDER));
      CMSSignedData classical =
          signed(
              content,
              true,
              new X509CertificateHolder(both.classical().toArray()),
              new LowS(signer("SHA256withECDSA", keys.classical(), keys.classicalFrom())));
      return Octets.of(carrying(classical, beside).getEncoded(ASN1Encoding.DER));
    } catch (CMSException | IOException | OperatorCreationException why) {
      throw Crypto.fault("the identity keys do not sign", why);
    }
  }

  private CMSSignedData signed(
      Octets content, boolean inside, X509CertificateHolder certificate, ContentSigner signer)
      throws CMSException, OperatorCreationException {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new JcaSignerInfoGeneratorBuilder(
                new JcaDigestCalculatorProviderBuilder().setProvider(Crypto.PROVIDER).build())
            .setSignedAttributeGenerator(attributes(certificate))
            .setContentDigest(
                new AlgorithmIdentifier(
                    inside ? suite.signatures().digest() : suite.signatures().postQuantumDigest()))
            .build(signer, certificate));
    if (inside) {
      generator.addCertificates(new CollectionStore<>(List.of(certificate)));
    }
    return generator.generate(new CMSProcessableByteArray(content.toArray()), inside);
  }

  private CMSAttributeTableGenerator attributes(X509CertificateHolder certificate) {
    return parameters -> {
      ASN1EncodableVector all = new ASN1EncodableVector();
      all.add(attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data));
      all.add(
          attribute(
              CMSAttributes.messageDigest,
              new DEROctetString((byte[]) parameters.get(CMSAttributeTableGenerator.DIGEST))));
      all.add(attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, names(certificate)));
      all.add(attribute(Suite.BOTH, both(suite, keys.certificates())));
      return new AttributeTable(all);
    };
  }

  private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
    return new Attribute(type, new DERSet(value));
  }

  /// The value of the attribute that names the certificate which must be used.
  static SigningCertificateV2 names(X509CertificateHolder certificate) {
    try {
      return new SigningCertificateV2(new ESSCertIDv2(octets(Digest.of(certificate.getEncoded()))));
    } catch (IOException broken) {
      throw new IllegalStateException("a certificate that was read can be written", broken);
    }
  }

  /// The value of the attribute that names the suite and both certificates.
  static DERSequence both(Suite suite, SigningCertificates certificates) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(new DERUTF8String(suite.name()));
    parts.add(new DEROctetString(octets(certificates.fingerprint())));
    return new DERSequence(parts);
  }

  private static byte[] octets(Digest digest) {
    return HexFormat.of().parseHex(digest.hex());
  }

  private static ContentSigner signer(String algorithm, PrivateKey key, Provider from)
      throws OperatorCreationException {
    return new JcaContentSignerBuilder(algorithm).setProvider(from).build(key);
  }

  /// The classical document with what stands beside it.
  static CMSSignedData carrying(CMSSignedData classical, CMSSignedData beside) {
    SignerInformation signer = classical.getSignerInfos().getSigners().iterator().next();
    Attribute attribute = attribute(Suite.BESIDE, beside.toASN1Structure());
    SignerInformation with =
        SignerInformation.replaceUnsignedAttributes(
            signer, new AttributeTable(new DERSet(attribute)));
    return CMSSignedData.replaceSigners(classical, new SignerInformationStore(with));
  }
}
