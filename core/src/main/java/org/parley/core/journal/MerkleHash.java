package org.parley.core.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// The two hashes of a Merkle tree, kept apart by their first octet, so that an entry can never
/// pass for an inner node.
///
/// Source: RFC 6962, section 2.1.
public final class MerkleHash {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private MerkleHash() {}

  /// The hash of an entry.
  public static Digest ofEntry(Octets entry) {
    return hash(LEAF, entry.toArray());
  }

  /// The hash of the node above two others.
  public static Digest above(Digest left, Digest right) {
    return hash(NODE, bytes(left), bytes(right));
  }

  /// The root of a tree without entries.
  public static Digest ofNothing() {
    return Digest.of(new byte[0]);
  }

  static byte[] bytes(Digest digest) {
    return HexFormat.of().parseHex(digest.hex());
  }

  static Digest digest(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(bytes));
  }

  private static Digest hash(byte first, byte[]... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(first);
      for (byte[] part : parts) {
        sha.update(part);
      }
      return digest(sha.digest());
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException("every Java platform has SHA-256", broken);
    }
  }
}
