package org.parley.seal.age;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;

/// The primitives that the format names: scrypt, HKDF-SHA-256, HMAC-SHA-256, ChaCha20-Poly1305.
final class Keys {

  static final int FILE_KEY = 16;
  static final int SALT = 16;
  static final int TAG = 16;
  static final int NONCE = 12;

  private static final String SCRYPT_LABEL = "age-encryption.org/v1/scrypt";

  private Keys() {}

  /// @param effort the binary logarithm of scrypt's N
  static byte[] fromPassword(byte[] password, byte[] salt, int effort) {
    byte[] label = SCRYPT_LABEL.getBytes(StandardCharsets.US_ASCII);
    byte[] labelled = new byte[label.length + salt.length];
    System.arraycopy(label, 0, labelled, 0, label.length);
    System.arraycopy(salt, 0, labelled, label.length, salt.length);
    return SCrypt.generate(password, labelled, 1 << effort, 8, 1, 32);
  }

  static byte[] derived(byte[] key, byte[] salt, String purpose) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(key)
                  .addSalt(salt)
                  .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), 32));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("every Java platform has HKDF", broken);
    }
  }

  static byte[] mac(byte[] key, byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(content);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", broken);
    }
  }

  static byte[] lock(byte[] key, byte[] nonce, byte[] content, int length) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(content, 0, length);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("every Java platform has ChaCha20-Poly1305", broken);
    }
  }

  /// @throws GeneralSecurityException where the content is not as it was locked with this key
  static byte[] unlock(byte[] key, byte[] nonce, byte[] locked, int length)
      throws GeneralSecurityException {
    return cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(locked, 0, length);
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
    cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
    return cipher;
  }
}
