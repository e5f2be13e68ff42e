package org.parley.couriers.relay;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// A relay's signed word that it holds a parcel on its disk: half of a proof of posting.
///
/// As text: five lines, each ended by a line feed, and then the signature over their octets, ECDSA
/// P-256 with SHA-256, in Base64.
///
/// @param mailbox the digest of the capability to put in
/// @param until when the relay throws it away if nobody fetched it
public record Custody(Digest parcel, Digest mailbox, Instant at, Instant until) {

  private static final String TITLE = "parley custody/1";

  Octets signed(PrivateKey key) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(key);
      signature.update(text().getBytes(StandardCharsets.US_ASCII));
      return written(signature.sign());
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("every Java platform signs with P-256", broken);
    }
  }

  private Octets written(byte[] signature) {
    return Octets.of(text() + Base64.getEncoder().encodeToString(signature) + "\n");
  }

  /// Reads it, if it is, octet for octet, what the holder of this certificate signed and wrote.
  public static Optional<Custody> read(Octets signed, X509Certificate relay) {
    if (signed.size() > 1024) {
      return Optional.empty();
    }
    List<String> lines = signed.shown().lines().toList();
    if (lines.size() != 6 || !lines.getFirst().equals(TITLE)) {
      return Optional.empty();
    }
    try {
      Custody custody =
          new Custody(
              new Digest(lines.get(1)),
              new Digest(lines.get(2)),
              Instant.parse(lines.get(3)),
              Instant.parse(lines.get(4)));
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initVerify(relay.getPublicKey());
      signature.update(custody.text().getBytes(StandardCharsets.US_ASCII));
      byte[] by = Base64.getDecoder().decode(lines.get(5));
      // Base64 has several spellings for the same octets; a receipt has one.
      return signature.verify(by) && custody.written(by).equals(signed)
          ? Optional.of(custody)
          : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException | DateTimeException wrong) {
      return Optional.empty();
    }
  }

  private String text() {
    return String.join("\n", TITLE, parcel.hex(), mailbox.hex(), at.toString(), until.toString())
        + "\n";
  }
}
