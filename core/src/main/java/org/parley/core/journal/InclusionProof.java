package org.parley.core.journal;

import java.util.List;
import org.parley.core.terms.Digest;

/// The hashes by which somebody who holds an entry and a root sees that the entry is under it.
///
/// Source: RFC 9162, section 2.1.3.2.
///
/// @param index the entry's place, counted from 0
/// @param size of the tree
/// @param path from the entry upwards
public record InclusionProof(long index, long size, List<Digest> path) {

  /// No tree that fits a signed 64-bit size is higher.
  public static final int LONGEST_PATH = 64;

  public InclusionProof {
    path = List.copyOf(path);
  }

  /// Whether the entry with this hash (see [MerkleHash#ofEntry]) is under this root.
  public boolean shows(Digest entryHash, Digest root) {
    if (index < 0 || index >= size || path.size() > LONGEST_PATH) {
      return false;
    }
    long place = index;
    long last = size - 1;
    Digest hash = entryHash;
    for (Digest beside : path) {
      if (last == 0) {
        return false;
      }
      if ((place & 1) == 1 || place == last) {
        hash = MerkleHash.above(beside, hash);
        while ((place & 1) == 0 && place != 0) {
          place >>= 1;
          last >>= 1;
        }
      } else {
        hash = MerkleHash.above(hash, beside);
      }
      place >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }
}
