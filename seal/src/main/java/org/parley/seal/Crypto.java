package org.parley.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jcajce.spec.MLDSAParameterSpec;
import org.bouncycastle.jcajce.spec.MLKEMParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.parley.core.terms.Octets;
import org.parley.duties.port.UnreachableException;

/// The one provider of algorithms, and how keys are made and read with it. It is held here and not
/// installed in the platform, so that nothing else changes by our using it.
public final class Crypto {

  public static final Provider PROVIDER = new BouncyCastleProvider();
  public static final SecureRandom RANDOM = new SecureRandom();

  private static final String EC = "EC";
  private static final String ML_DSA = "ML-DSA";
  private static final String ML_KEM = "ML-KEM";
  private static final String ED25519 = "Ed25519";

  private Crypto() {}

  public static KeyPair newP256() {
    return pair(EC, new ECGenParameterSpec("P-256"));
  }

  public static KeyPair newMlDsa() {
    return pair(ML_DSA, MLDSAParameterSpec.ml_dsa_65);
  }

  public static KeyPair newMlKem() {
    return pair(ML_KEM, MLKEMParameterSpec.ml_kem_768);
  }

  public static KeyPair newEd25519() {
    try {
      return KeyPairGenerator.getInstance(ED25519, PROVIDER).generateKeyPair();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("the provider has Ed25519", broken);
    }
  }

  static PublicKey publicEc(Octets spki) throws GeneralSecurityException {
    return publicKey(EC, spki);
  }

  static PublicKey publicMlKem(Octets spki) throws GeneralSecurityException {
    return publicKey(ML_KEM, spki);
  }

  /// The key that a certificate is for. Its dates play no part here: the directory says what holds
  /// when.
  public static PublicKey publicKey(X509CertificateHolder certificate) {
    try {
      PublicKey key = BouncyCastleProvider.getPublicKey(certificate.getSubjectPublicKeyInfo());
      if (key == null) {
        throw new IllegalArgumentException("a key of unknown kind");
      }
      return key;
    } catch (IOException why) {
      throw new IllegalArgumentException(why);
    }
  }

  public static PrivateKey privateKey(Kind kind, byte[] pkcs8) throws GeneralSecurityException {
    return KeyFactory.getInstance(kind.algorithm, PROVIDER)
        .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  /// What goes wrong with our own keys and randomness is a fault of the key store, never of what
  /// came in.
  public static UnreachableException fault(String what, Exception why) {
    return new UnreachableException(what, why);
  }

  private static PublicKey publicKey(String algorithm, Octets spki)
      throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm, PROVIDER)
        .generatePublic(new X509EncodedKeySpec(spki.toArray()));
  }

  private static KeyPair pair(String algorithm, AlgorithmParameterSpec spec) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, PROVIDER);
      generator.initialize(spec, RANDOM);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("the provider has " + algorithm, broken);
    }
  }

  /// The kinds of private keys we keep.
  public enum Kind {
    P256(EC),
    ML_DSA_65(ML_DSA),
    ML_KEM_768(ML_KEM),
    LOG(ED25519);

    private final String algorithm;

    Kind(String algorithm) {
      this.algorithm = algorithm;
    }
  }
}
