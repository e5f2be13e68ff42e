package org.parley.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.terms.Octets;

/// Makes a node's identity: keys, and certificates that say whose they are.
///
/// The identity key signs its own certificate and that of the ML-DSA key beside it. No other
/// authority is asked: trust comes from comparing fingerprints, not from issuers.
public final class IdentityMaker {

  private static final int SERIAL_BITS = 127;

  private final NodeId node;
  private final Instant from;
  private final Instant until;

  /// @param from first instant at which the certificates hold
  /// @param until last instant at which they hold
  public IdentityMaker(NodeId node, Instant from, Instant until) {
    this.node = node;
    this.from = from;
    this.until = until;
  }

  /// An identity whose private halves are in memory.
  public IdentityKeys software() {
    return around(Crypto.newP256(), Crypto.PROVIDER);
  }

  /// An identity around a P-256 pair that lives elsewhere, such as in a token.
  public IdentityKeys around(KeyPair classical, Provider provider) {
    KeyPair postQuantum = Crypto.newMlDsa();
    SigningCertificates certificates =
        new SigningCertificates(
            certificate(classical.getPublic(), "identity", true, classical.getPrivate(), provider),
            certificate(
                postQuantum.getPublic(),
                "identity ML-DSA",
                false,
                classical.getPrivate(),
                provider));
    return new IdentityKeys(
        certificates, classical.getPrivate(), provider, postQuantum.getPrivate(), LogKey.create());
  }

  private Octets certificate(
      PublicKey key, String what, boolean own, PrivateKey issuer, Provider provider) {
    try {
      X509v3CertificateBuilder builder =
          new X509v3CertificateBuilder(
              name("identity"),
              new BigInteger(SERIAL_BITS, Crypto.RANDOM).setBit(SERIAL_BITS),
              Date.from(from),
              Date.from(until),
              name(what),
              SubjectPublicKeyInfo.getInstance(key.getEncoded()));
      builder.addExtension(
          Extension.keyUsage,
          true,
          new KeyUsage(
              own ? KeyUsage.digitalSignature | KeyUsage.keyCertSign : KeyUsage.digitalSignature));
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(own));
      ContentSigner signer =
          new JcaContentSignerBuilder("SHA256withECDSA").setProvider(provider).build(issuer);
      X509CertificateHolder made = builder.build(signer);
      return Octets.of(made.getEncoded());
    } catch (IOException | OperatorCreationException why) {
      throw Crypto.fault("the identity key does not sign a certificate", why);
    }
  }

  private X500Name name(String what) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.O, node.party().code())
        .addRDN(BCStyle.OU, node.name())
        .addRDN(BCStyle.CN, "Parley " + what)
        .build();
  }
}
