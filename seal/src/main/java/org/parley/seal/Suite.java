package org.parley.seal;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// A fixed choice of algorithms under a name. What is signed or sealed says which suite it is in,
/// and nothing of another suite is accepted in its place: there is no choosing of algorithms one by
/// one, so nobody can talk a node down.
///
/// @param name as it stands in signatures and on envelopes
/// @param signatures the two that stand beside each other
/// @param agreement how the outer content key is agreed
/// @param encapsulation how the inner content key gets there
/// @param wrap how content keys are wrapped
/// @param content how content is encrypted
public record Suite(
    String name,
    Signatures signatures,
    ASN1ObjectIdentifier agreement,
    Encapsulation encapsulation,
    ASN1ObjectIdentifier wrap,
    ASN1ObjectIdentifier content) {

  /// The root of Parley's own object identifiers: an arc that anybody may take for a random UUID,
  /// without a registry (ITU-T X.667).
  static final ASN1ObjectIdentifier ROOT =
      new ASN1ObjectIdentifier("2.25.77262575652793398067618464918585565945");

  /// Unsigned attribute: the post-quantum SignedData, detached, over the same content.
  static final ASN1ObjectIdentifier BESIDE = ROOT.branch("1");

  /// Signed attribute: the suite's name and the fingerprint of both certificates.
  static final ASN1ObjectIdentifier BOTH = ROOT.branch("2");

  /// ECDSA P-256 and ML-DSA-65; ML-KEM-768 inside ECDH P-256, AES-256-GCM in both.
  public static final Suite FIRST =
      new Suite(
          "parley-suite/1",
          new Signatures(
              X9ObjectIdentifiers.ecdsa_with_SHA256,
              NISTObjectIdentifiers.id_sha256,
              NISTObjectIdentifiers.id_ml_dsa_65,
              NISTObjectIdentifiers.id_sha512),
          SECObjectIdentifiers.dhSinglePass_stdDH_sha256kdf_scheme,
          new Encapsulation(
              NISTObjectIdentifiers.id_alg_ml_kem_768,
              PKCSObjectIdentifiers.id_alg_hkdf_with_sha256,
              CMSObjectIdentifiers.id_ori_kem),
          NISTObjectIdentifiers.id_aes256_wrap,
          NISTObjectIdentifiers.id_aes256_GCM);

  /// The name as keying material: it goes into every key that wraps a content key, so an envelope
  /// under another suite's name does not open.
  byte[] keyingMaterial() {
    return name.getBytes(StandardCharsets.UTF_8);
  }

  /// The two signatures and what they digest with.
  ///
  /// @param classical the signature that every tool reads
  /// @param digest of the content under it
  /// @param postQuantum the signature beside it
  /// @param postQuantumDigest of the content under that
  public record Signatures(
      ASN1ObjectIdentifier classical,
      ASN1ObjectIdentifier digest,
      ASN1ObjectIdentifier postQuantum,
      ASN1ObjectIdentifier postQuantumDigest) {}

  /// How the inner content key gets to those it is for.
  ///
  /// @param kem how a secret is encapsulated
  /// @param kdf from the secret to the key that wraps
  /// @param recipient the kind of recipient in CMS
  public record Encapsulation(
      ASN1ObjectIdentifier kem, ASN1ObjectIdentifier kdf, ASN1ObjectIdentifier recipient) {}
}
