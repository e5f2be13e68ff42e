package org.parley.duties.port;

import java.util.Optional;
import org.parley.core.journal.HashNodes;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// The journal as it lies on disk: entries, and the hashes of whole subtrees above them.
public interface LogNodes extends HashNodes {

  /// How many entries there are.
  long size();

  /// The exact bytes of an entry, counted from 0.
  Octets entry(long index);

  /// Adds an entry behind the last.
  void append(Octets entry);

  @Override
  Optional<Digest> node(int level, long index);

  @Override
  void keepNode(int level, long index, Digest hash);
}
