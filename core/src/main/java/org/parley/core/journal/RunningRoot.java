package org.parley.core.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// The root of a log whose entries pass by once, in their order; nothing but the hashes of the
/// subtrees at the right edge is kept.
///
/// Source: RFC 6962, section 2.1.
public final class RunningRoot {

  /// The whole subtrees, the rightmost first; each is smaller than the one behind it.
  private final Deque<Subtree> edge = new ArrayDeque<>();

  private long size;

  private record Subtree(long size, Digest hash) {}

  public void add(Octets entry) {
    Subtree last = new Subtree(1, MerkleHash.ofEntry(entry));
    while (!edge.isEmpty() && edge.getFirst().size() == last.size()) {
      Subtree left = edge.removeFirst();
      last = new Subtree(2 * last.size(), MerkleHash.above(left.hash(), last.hash()));
    }
    edge.addFirst(last);
    size++;
  }

  public long size() {
    return size;
  }

  public Digest root() {
    if (edge.isEmpty()) {
      return MerkleHash.ofNothing();
    }
    Iterator<Subtree> fromRight = edge.iterator();
    Digest root = fromRight.next().hash();
    while (fromRight.hasNext()) {
      root = MerkleHash.above(fromRight.next().hash(), root);
    }
    return root;
  }
}
