package org.parley.core.journal;

import java.util.Optional;
import org.parley.core.terms.Digest;

/// Where the hashes of whole subtrees are kept; level 0 holds the hashes of the entries.
public interface HashNodes {

  /// The hash of the whole subtree of 2^level entries that begins at `index * 2^level`.
  Optional<Digest> node(int level, long index);

  void keepNode(int level, long index, Digest hash);
}
