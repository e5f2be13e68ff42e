package org.parley.core.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// Digests of single items of a document, each made with a salt of its own, under one root. So one
/// item can be shown, or erased, and the rest of the record stays checkable; and who holds only the
/// digest cannot find a short item by trying.
public final class SaltedItems {

  /// Fewer octets of salt would let short items be guessed.
  public static final int LEAST_SALT = 16;

  private SaltedItems() {}

  /// The digest of an item under its salt.
  public static Digest hash(Octets salt, Octets item) {
    if (salt.size() < LEAST_SALT) {
      throw new IllegalArgumentException("a salt has at least 16 octets: " + salt.size());
    }
    byte[] length = {(byte) salt.size()};
    return Digest.of(NoteKey.join(NoteKey.join(length, salt.toArray()), item.toArray()));
  }

  /// The root above the items' digests, in their order; the digest of an erased item stays.
  public static Digest root(List<Digest> items) {
    return tree(items).root();
  }

  /// Shows one item without the others.
  public static InclusionProof show(List<Digest> items, int index) {
    return tree(items).inclusion(index);
  }

  /// Whether this item, with its salt, is the one under the root.
  public static boolean shows(InclusionProof proof, Octets salt, Octets item, Digest root) {
    return salt.size() >= LEAST_SALT && proof.shows(leaf(hash(salt, item)), root);
  }

  private static MerkleTree tree(List<Digest> items) {
    MerkleTree tree = new MerkleTree(new InMemory(), 0);
    for (Digest item : items) {
      tree = tree.withHash(leaf(item));
    }
    return tree;
  }

  private static Digest leaf(Digest item) {
    return MerkleHash.ofEntry(Octets.of(MerkleHash.bytes(item)));
  }

  /// The hashes of one small tree, for as long as it is looked at.
  private static final class InMemory implements HashNodes {
    private final Map<Long, Digest> kept = new HashMap<>();

    @Override
    public Optional<Digest> node(int level, long index) {
      return Optional.ofNullable(kept.get(index << 6 | level));
    }

    @Override
    public void keepNode(int level, long index, Digest hash) {
      kept.put(index << 6 | level, hash);
    }
  }
}
