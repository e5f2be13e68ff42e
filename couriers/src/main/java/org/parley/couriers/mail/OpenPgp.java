package org.parley.couriers.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.pgpainless.PGPainless;
import org.pgpainless.algorithm.DocumentSignatureType;
import org.pgpainless.decryption_verification.ConsumerOptions;
import org.pgpainless.decryption_verification.DecryptionStream;
import org.pgpainless.decryption_verification.MessageMetadata;
import org.pgpainless.encryption_signing.EncryptionOptions;
import org.pgpainless.encryption_signing.EncryptionStream;
import org.pgpainless.encryption_signing.ProducerOptions;
import org.pgpainless.encryption_signing.SigningOptions;
import org.pgpainless.key.protection.SecretKeyRingProtector;

/// OpenPGP for counterparts that have mail and no node: a text is signed and sealed to one
/// certificate, armoured.
///
/// Version 4 keys, which today's programs read. No forward secrecy, no second signature: a lower
/// grade.
public final class OpenPgp {

  /// Longer texts are not opened: a few octets can unpack to very many.
  private static final int LONGEST_TEXT = 4 * 1024 * 1024;

  private final PGPSecretKeyRing ours;
  private final SecretKeyRingProtector unlocked = SecretKeyRingProtector.unprotectedKeys();

  /// @param armoured our key, not locked by a passphrase; the file it lies in is what protects it
  public OpenPgp(String armoured) {
    try {
      PGPSecretKeyRing read = PGPainless.readKeyRing().secretKeyRing(armoured);
      if (read == null) {
        throw new IllegalArgumentException("not an OpenPGP key");
      }
      this.ours = read;
    } catch (IOException wrong) {
      throw new IllegalArgumentException("not an OpenPGP key", wrong);
    }
  }

  /// A new key, armoured.
  ///
  /// @param userId an office's name and mail address
  public static String newKey(String userId) {
    return PGPainless.asciiArmor(PGPainless.generateKeyRing().modernKeyRing(userId));
  }

  /// Our certificate, armoured, for the counterpart.
  public String certificate() {
    return PGPainless.asciiArmor(PGPainless.extractCertificate(ours));
  }

  /// The text signed by us and sealed to this certificate, armoured.
  public String protect(String text, String to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      EncryptionStream sealing =
          PGPainless.encryptAndOrSign()
              .onOutputStream(out)
              .withOptions(
                  ProducerOptions.signAndEncrypt(
                          EncryptionOptions.encryptCommunications().addRecipient(read(to)),
                          SigningOptions.get()
                              .addInlineSignature(
                                  unlocked, ours, DocumentSignatureType.BINARY_DOCUMENT))
                      .setAsciiArmor(true));
      sealing.write(text.getBytes(StandardCharsets.UTF_8));
      sealing.close();
      return out.toString(StandardCharsets.US_ASCII);
    } catch (PGPException | IOException broken) {
      throw new IllegalArgumentException("the text cannot be sealed to this certificate", broken);
    }
  }

  /// The text, if it is sealed to us, whole, and signed by the holder of this certificate; empty
  /// otherwise. Nothing is handed out before all of it is checked.
  public Optional<String> open(String armoured, String from) {
    try {
      PGPPublicKeyRing signer = read(from);
      DecryptionStream opening =
          PGPainless.decryptAndOrVerify()
              .onInputStream(new ByteArrayInputStream(armoured.getBytes(StandardCharsets.US_ASCII)))
              .withOptions(
                  ConsumerOptions.get()
                      .addDecryptionKey(ours, unlocked)
                      .addVerificationCert(signer));
      byte[] text = opening.readNBytes(LONGEST_TEXT + 1);
      if (text.length > LONGEST_TEXT) {
        return Optional.empty();
      }
      opening.close();
      MessageMetadata about = opening.getMetadata();
      return about.isEncrypted() && about.isVerifiedSignedBy(signer)
          ? Optional.of(new String(text, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (PGPException | IOException | RuntimeException wrong) {
      return Optional.empty();
    }
  }

  private static PGPPublicKeyRing read(String armoured) throws IOException {
    PGPPublicKeyRing read = PGPainless.readKeyRing().publicKeyRing(armoured);
    if (read == null) {
      throw new IOException("not an OpenPGP certificate");
    }
    return read;
  }
}
