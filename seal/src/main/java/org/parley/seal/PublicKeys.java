package org.parley.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.SealingKeys;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Octets;

/// Checks public keys when they are registered, so that no weak or malformed one is ever sealed to
/// or believed.
public final class PublicKeys {

  private static final int ML_KEM_768_LENGTH = 1184;
  private static final int ML_DSA_65_LENGTH = 1952;
  private static final int ML_KEM_MODULUS = 3329;
  private static final int SEED_LENGTH = 32;

  private PublicKeys() {}

  /// All that is wrong with a period's keys.
  public static Checked<SealingKeys> check(SealingKeys keys) {
    List<Issue> wrong = new ArrayList<>();
    String place = "sealing keys of " + keys.period();
    p256(keys.ecdh()).ifPresent(why -> wrong.add(issue(place, "the ECDH key " + why)));
    mlKem(keys.mlKem()).ifPresent(why -> wrong.add(issue(place, "the ML-KEM key " + why)));
    if (!keys.from().isBefore(keys.until())) {
      wrong.add(issue(place, "the period ends before it begins"));
    }
    return wrong.isEmpty() ? new Checked.Sound<>(keys, List.of()) : new Checked.Refused<>(wrong);
  }

  /// All that is wrong with the keys of a node that a party registers.
  public static Checked<NodeRecord> check(NodeRecord node) {
    List<Issue> wrong = new ArrayList<>(checkLogKey(node.logKey()).issues());
    node.sealing().forEach(keys -> wrong.addAll(check(keys).issues()));
    String place = "signing certificates of " + node.node();
    spki(node.signing().classical())
        .flatMap(PublicKeys::p256)
        .ifPresent(why -> wrong.add(issue(place, "the ECDSA key " + why)));
    Optional<Octets> second = spki(node.signing().postQuantum());
    if (spki(node.signing().classical()).isEmpty() || second.isEmpty()) {
      wrong.add(issue(place, "one of them is no certificate"));
    } else if (!isMlDsa(second.get())) {
      wrong.add(issue(place, "the second is not for a whole ML-DSA-65 key"));
    }
    return wrong.isEmpty() ? new Checked.Sound<>(node, List.of()) : new Checked.Refused<>(wrong);
  }

  /// A log's public key of 32 octets: a point on the curve that is of no low order.
  public static Checked<Octets> checkLogKey(Octets key) {
    boolean sound =
        key.size() == Ed25519.PUBLIC_KEY_SIZE && Ed25519.validatePublicKeyFull(key.toArray(), 0);
    return sound
        ? new Checked.Sound<>(key, List.of())
        : new Checked.Refused<>(
            List.of(issue("log key", "it is no point of full order on the curve")));
  }

  private static Optional<Octets> spki(Octets certificate) {
    try {
      X509CertificateHolder read = new X509CertificateHolder(certificate.toArray());
      return Arrays.equals(Asn1.der(read.toASN1Structure()), certificate.toArray())
          ? Optional.of(Octets.of(Asn1.der(read.getSubjectPublicKeyInfo())))
          : Optional.empty();
    } catch (IOException | RuntimeException _) {
      return Optional.empty();
    }
  }

  private static boolean isMlDsa(Octets spki) {
    SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(spki.toArray());
    return Asn1.same(
            info.getAlgorithm(), new AlgorithmIdentifier(NISTObjectIdentifiers.id_ml_dsa_65))
        && info.getPublicKeyData().getOctets().length == ML_DSA_65_LENGTH;
  }

  private static Optional<String> p256(Octets spki) {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(spki.toArray());
      AlgorithmIdentifier expected =
          new AlgorithmIdentifier(
              X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1);
      byte[] point = info.getPublicKeyData().getOctets();
      if (!Asn1.same(info.getAlgorithm(), expected) || point.length != 65 || point[0] != 4) {
        return Optional.of("is no uncompressed point of P-256");
      }
      PublicKey key = Crypto.publicEc(spki);
      return key instanceof ECPublicKey ec && onCurve(ec) && exact(info, spki)
          ? Optional.empty()
          : Optional.of("is not on the curve");
    } catch (GeneralSecurityException | RuntimeException _) {
      return Optional.of("is not on the curve");
    }
  }

  private static boolean onCurve(ECPublicKey key) {
    BigInteger x = key.getW().getAffineX();
    BigInteger y = key.getW().getAffineY();
    return ECNamedCurveTable.getByName("P-256").getCurve().createPoint(x, y).isValid();
  }

  private static Optional<String> mlKem(Octets spki) {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(spki.toArray());
      byte[] raw = info.getPublicKeyData().getOctets();
      if (!Asn1.same(
          info.getAlgorithm(), new AlgorithmIdentifier(NISTObjectIdentifiers.id_alg_ml_kem_768))) {
        return Optional.of("is for another algorithm than ML-KEM-768");
      }
      if (raw.length != ML_KEM_768_LENGTH || !exact(info, spki)) {
        return Optional.of("has %d octets, not %d".formatted(raw.length, ML_KEM_768_LENGTH));
      }
      return reduced(raw) ? Optional.empty() : Optional.of("holds numbers beyond the modulus");
    } catch (RuntimeException _) {
      return Optional.of("cannot be read");
    }
  }

  /// The modulus check of FIPS 203, section 7.2: twelve bits each, all below 3329.
  private static boolean reduced(byte[] raw) {
    for (int i = 0; i + 2 < raw.length - SEED_LENGTH; i += 3) {
      int low = (raw[i] & 0xff) | (raw[i + 1] & 0x0f) << 8;
      int high = (raw[i + 1] & 0xff) >> 4 | (raw[i + 2] & 0xff) << 4;
      if (low >= ML_KEM_MODULUS || high >= ML_KEM_MODULUS) {
        return false;
      }
    }
    return true;
  }

  private static boolean exact(SubjectPublicKeyInfo info, Octets spki) {
    try {
      return Arrays.equals(Asn1.der(info), spki.toArray());
    } catch (IOException _) {
      return false;
    }
  }

  private static Issue issue(String place, String message) {
    return new Issue(IssueCode.KEY_REFUSED, Place.of(place), message, Optional.empty());
  }
}
