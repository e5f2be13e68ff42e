package org.parley.couriers.mail.reply;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.parley.core.directory.contacts.KeyNote;
import org.parley.core.terms.Octets;
import org.pgpainless.PGPainless;
import org.pgpainless.decryption_verification.ConsumerOptions;
import org.pgpainless.decryption_verification.DecryptionStream;
import org.pgpainless.decryption_verification.MessageMetadata;

/// An OpenPGP signature after RFC 3156, checked with a key that is given beside the mail.
final class PgpSignature {

  private PgpSignature() {}

  static Signed check(byte[] content, byte[] signature, Optional<Octets> given) {
    if (given.isEmpty()) {
      return Signed.unchecked(KeyNote.Scheme.OPENPGP);
    }
    try {
      PGPPublicKeyRing key =
          PGPainless.readKeyRing().publicKeyRing(new ByteArrayInputStream(given.get().toArray()));
      if (key == null) {
        return Signed.unchecked(KeyNote.Scheme.OPENPGP);
      }
      List<String> fingerprints =
          List.of(
              HexFormat.of()
                  .formatHex(key.getPublicKey().getFingerprint())
                  .toUpperCase(Locale.ROOT));
      return check(content, signature, key, fingerprints);
    } catch (IOException | RuntimeException unreadable) {
      return Signed.unchecked(KeyNote.Scheme.OPENPGP);
    }
  }

  private static Signed check(
      byte[] content, byte[] signature, PGPPublicKeyRing key, List<String> fingerprints) {
    try {
      DecryptionStream reading =
          PGPainless.decryptAndOrVerify()
              .onInputStream(new ByteArrayInputStream(content))
              .withOptions(
                  ConsumerOptions.get()
                      .forceNonOpenPgpData()
                      .addVerificationCert(key)
                      .addVerificationOfDetachedSignatures(new ByteArrayInputStream(signature)));
      reading.readAllBytes();
      reading.close();
      MessageMetadata about = reading.getMetadata();
      if (!about.isVerifiedSignedBy(key)) {
        return Signed.broken(KeyNote.Scheme.OPENPGP, fingerprints);
      }
      Optional<Instant> at =
          about.getVerifiedDetachedSignatures().stream()
              .map(each -> each.getSignature().getCreationTime().toInstant())
              .findFirst();
      return new Signed(KeyNote.Scheme.OPENPGP, true, fingerprints, at, Instant.MIN, Instant.MAX);
    } catch (PGPException | IOException | RuntimeException wrong) {
      return Signed.broken(KeyNote.Scheme.OPENPGP, fingerprints);
    }
  }
}
