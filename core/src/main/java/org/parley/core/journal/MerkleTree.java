package org.parley.core.journal;

import java.util.ArrayList;
import java.util.List;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// A tree of a given size over kept hashes. Roots, proofs and growth by one entry each take a
/// number of steps that grows with the logarithm of the size.
///
/// Only whole subtrees are kept; the ragged right edge is hashed anew each time. That is why a tree
/// of any earlier size can be read from the same hashes.
///
/// Source: RFC 6962, section 2.1.
///
/// @param size how many entries the tree stands on
public record MerkleTree(HashNodes nodes, long size) {

  public MerkleTree {
    if (size < 0) {
      throw new IllegalArgumentException("a tree has no fewer than 0 entries: " + size);
    }
  }

  /// The tree with one entry more; its hash and those of the subtrees it completes are kept.
  public MerkleTree with(Octets entry) {
    return withHash(MerkleHash.ofEntry(entry));
  }

  /// The same, where only the hash of the entry is at hand.
  public MerkleTree withHash(Digest leaf) {
    Digest hash = leaf;
    int level = 0;
    long index = size;
    nodes.keepNode(0, index, hash);
    while ((index & 1) == 1) {
      hash = MerkleHash.above(kept(level, index - 1), hash);
      level++;
      index >>= 1;
      nodes.keepNode(level, index, hash);
    }
    return new MerkleTree(nodes, size + 1);
  }

  public Digest root() {
    return size == 0 ? MerkleHash.ofNothing() : hash(0, size);
  }

  /// Shows that the entry at `index` is in this tree.
  public InclusionProof inclusion(long index) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no entry " + index + " in a tree of " + size);
    }
    List<Digest> path = new ArrayList<>();
    climb(index, 0, size, path);
    return new InclusionProof(index, size, path);
  }

  /// Shows that this tree begins with the tree of an earlier size.
  public ConsistencyProof consistency(long earlier) {
    if (earlier < 0 || earlier > size) {
      throw new IllegalArgumentException("a tree of " + size + " has no earlier size " + earlier);
    }
    List<Digest> path = new ArrayList<>();
    if (earlier > 0 && earlier < size) {
      descend(earlier, 0, size, true, path);
    }
    return new ConsistencyProof(earlier, size, path);
  }

  private void climb(long index, long from, long count, List<Digest> path) {
    if (count == 1) {
      return;
    }
    long left = Long.highestOneBit(count - 1);
    if (index < left) {
      climb(index, from, left, path);
      path.add(hash(from + left, count - left));
    } else {
      climb(index - left, from + left, count - left, path);
      path.add(hash(from, left));
    }
  }

  /// @param known whether the verifier holds the hash of this subtree already, as the earlier root
  private void descend(long earlier, long from, long count, boolean known, List<Digest> path) {
    if (earlier == count) {
      if (!known) {
        path.add(hash(from, count));
      }
      return;
    }
    long left = Long.highestOneBit(count - 1);
    if (earlier <= left) {
      descend(earlier, from, left, known, path);
      path.add(hash(from + left, count - left));
    } else {
      descend(earlier - left, from + left, count - left, false, path);
      path.add(hash(from, left));
    }
  }

  private Digest hash(long from, long count) {
    if (Long.bitCount(count) == 1) {
      int level = Long.numberOfTrailingZeros(count);
      return kept(level, from >> level);
    }
    long left = Long.highestOneBit(count);
    return MerkleHash.above(hash(from, left), hash(from + left, count - left));
  }

  private Digest kept(int level, long index) {
    return nodes
        .node(level, index)
        .orElseThrow(() ->
            new IllegalStateException(
                "the log has lost the hash at level " + level + ", index " + index));
  }
}
