package org.parley.seal.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.parley.core.issue.IssueCode;
import org.parley.seal.Crypto;
import org.parley.seal.Refusal;

/// Wraps private keys for the disk: AES-256-GCM under a key that Argon2id makes from a secret. Each
/// wrapping is bound to the name of its file, so that files cannot be put in each other's place.
final class Wrapping {

  private static final byte[] FIRST = "parley wrapped/1\n".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern TERMS =
      Pattern.compile(
          "parley wrapping/1\nargon2id memory ([0-9]{1,7}) passes ([0-9]{1,3})\nsalt ([0-9a-f]{32})\n");
  private static final int KEY = 32;
  private static final int SALT = 16;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int MOST_MEMORY = 1 << 20;
  private static final String CIPHER = "AES/GCM/NoPadding";

  private final SecretKey key;

  private Wrapping(SecretKey key) {
    this.key = key;
  }

  /// How hard guessing is made.
  ///
  /// @param memory in KiB
  record Effort(int memory, int passes) {
    /// RFC 9106's second recommended choice, for machines where memory is scarce.
    static final Effort USUAL = new Effort(1 << 16, 3);
  }

  /// New terms with a salt of their own, as text for a file beside the wrapped keys.
  static String newTerms(Effort effort) {
    byte[] salt = new byte[SALT];
    Crypto.RANDOM.nextBytes(salt);
    return "parley wrapping/1\nargon2id memory %d passes %d\nsalt %s\n"
        .formatted(effort.memory(), effort.passes(), HexFormat.of().formatHex(salt));
  }

  /// The wrapping under these terms; empty where the text is none, or asks for more memory than we
  /// give.
  static Optional<Wrapping> under(String terms, Secret secret) {
    Matcher found = TERMS.matcher(terms);
    if (!found.matches()
        || Integer.parseInt(found.group(1)) > MOST_MEMORY
        || Integer.parseInt(found.group(1)) < 8
        || Integer.parseInt(found.group(2)) < 1) {
      return Optional.empty();
    }
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(Integer.parseInt(found.group(1)))
            .withIterations(Integer.parseInt(found.group(2)))
            .withParallelism(1)
            .withSalt(HexFormat.of().parseHex(found.group(3)))
            .build());
    byte[] made = new byte[KEY];
    generator.generateBytes(secret.bytes(), made);
    return Optional.of(new Wrapping(new SecretKeySpec(made, "AES")));
  }

  byte[] wrap(String name, byte[] content) {
    byte[] nonce = new byte[NONCE];
    Crypto.RANDOM.nextBytes(nonce);
    try {
      byte[] hidden = cipher(Cipher.ENCRYPT_MODE, name, nonce).doFinal(content);
      byte[] out = Arrays.copyOf(FIRST, FIRST.length + NONCE + hidden.length);
      System.arraycopy(nonce, 0, out, FIRST.length, NONCE);
      System.arraycopy(hidden, 0, out, FIRST.length + NONCE, hidden.length);
      return out;
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("every Java platform has AES in GCM", broken);
    }
  }

  byte[] unwrap(String name, byte[] wrapped) throws Refusal {
    int head = FIRST.length + NONCE;
    if (wrapped.length >= head && Arrays.equals(FIRST, Arrays.copyOf(wrapped, FIRST.length))) {
      try {
        return cipher(Cipher.DECRYPT_MODE, name, Arrays.copyOfRange(wrapped, FIRST.length, head))
            .doFinal(wrapped, head, wrapped.length - head);
      } catch (GeneralSecurityException _) {
        // Told below: which of the reasons it was cannot be known.
      }
    }
    throw Refusal.because(
        IssueCode.KEY_REFUSED, name, "the secret does not open it, or the file was changed");
  }

  private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(FIRST);
    cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
