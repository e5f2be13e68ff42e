package org.parley.seal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.parley.core.terms.Octets;

/// The Ed25519 key that signs checkpoints and witnesses others' checkpoints. It is not the identity
/// key: it must be in memory at all hours, and the identity key certifies it.
public final class LogKey {

  private static final int KEY_LENGTH = 32;
  private static final int SIGNATURE_LENGTH = 64;

  private final PrivateKey privateKey;
  private final Octets publicKey;

  private LogKey(PrivateKey privateKey, Octets publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  static LogKey create() {
    return of(Crypto.newEd25519());
  }

  static LogKey of(KeyPair pair) {
    byte[] raw =
        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded())
            .getPublicKeyData()
            .getOctets();
    return new LogKey(pair.getPrivate(), Octets.of(raw));
  }

  public static LogKey of(PrivateKey privateKey, Octets publicKey) {
    return new LogKey(privateKey, publicKey);
  }

  public PrivateKey privateKey() {
    return privateKey;
  }

  /// The 32 octets of the public key.
  public Octets publicKey() {
    return publicKey;
  }

  public Octets sign(Octets message) {
    try {
      Signature signature = Signature.getInstance("Ed25519", Crypto.PROVIDER);
      signature.initSign(privateKey);
      signature.update(message.toArray());
      return Octets.of(signature.sign());
    } catch (GeneralSecurityException why) {
      throw Crypto.fault("the log key does not sign", why);
    }
  }

  /// Whether a signature by this public key covers the message. A key or signature that is none
  /// gives no.
  public static boolean verifies(Octets publicKey, Octets message, Octets signature) {
    if (publicKey.size() != KEY_LENGTH || signature.size() != SIGNATURE_LENGTH) {
      return false;
    }
    try {
      Ed25519Signer signer = new Ed25519Signer();
      signer.init(false, new Ed25519PublicKeyParameters(publicKey.toArray()));
      signer.update(message.toArray(), 0, message.size());
      return signer.verifySignature(signature.toArray());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
