package org.parley.duties.twin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.terms.Octets;

/// Stands for the mathematics between all [TwinSeal]s of one run: it knows which secret is behind
/// which public half, and tells only the checks that need it. Everything comes from one seed, so a
/// run can be repeated.
///
/// Not for use by several threads, and never outside tests and simulations.
public final class TwinKeys {

  private final byte[] seed;
  private final Map<Octets, byte[]> secrets = new HashMap<>();

  public TwinKeys(long seed) {
    this.seed = ("twin keys " + seed).getBytes(StandardCharsets.UTF_8);
  }

  /// A node's seal, with an empty ring of sealing keys.
  public TwinSeal join(NodeId node) {
    return new TwinSeal(this, certificates("identity " + node));
  }

  /// The seal of a node that renews its certificates.
  ///
  /// @param which what no certificates of it were called before
  public TwinSeal renew(TwinSeal before, String which) {
    return before.by(certificates("identity " + before.certificates().fingerprint() + which));
  }

  private SigningCertificates certificates(String whose) {
    return new SigningCertificates(
        published("certificate ECDSA", whose), published("certificate ML-DSA", whose));
  }

  /// A new public half; its secret stays here.
  Octets published(String what, String whose) {
    byte[] secret = hash(seed, bytes(what), bytes(whose));
    Octets known = Octets.of("twin " + what + " of " + whose + " " + hex(hash(secret)));
    secrets.put(known, secret);
    return known;
  }

  Optional<byte[]> secret(Octets published) {
    return Optional.ofNullable(secrets.get(published));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /// The digest of these parts, each with its length, so that no two lists of parts meet.
  static byte[] hash(byte[]... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        int length = part.length;
        sha.update(
            new byte[] {
              (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length
            });
        sha.update(part);
      }
      return sha.digest();
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException("every Java platform has SHA-256", broken);
    }
  }
}
