package org.parley.core.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.parley.core.terms.Digest;

/// The hashes by which somebody who holds two roots of one log sees that the later tree begins with
/// the earlier: nothing was taken out, changed or put between.
///
/// Source: RFC 9162, section 2.1.4.2.
///
/// @param earlier the smaller size
/// @param later the larger size
public record ConsistencyProof(long earlier, long later, List<Digest> path) {

  public ConsistencyProof {
    path = List.copyOf(path);
  }

  public boolean shows(Digest earlierRoot, Digest laterRoot) {
    if (earlier < 0 || earlier > later || path.size() > 2 * InclusionProof.LONGEST_PATH) {
      return false;
    }
    if (earlier == later) {
      return path.isEmpty() && earlierRoot.equals(laterRoot);
    }
    if (earlier == 0) {
      return path.isEmpty() && earlierRoot.equals(MerkleHash.ofNothing());
    }
    return climb(earlierRoot, laterRoot);
  }

  private boolean climb(Digest earlierRoot, Digest laterRoot) {
    Deque<Digest> rest = new ArrayDeque<>(path);
    if (Long.bitCount(earlier) == 1) {
      rest.addFirst(earlierRoot);
    }
    if (rest.isEmpty()) {
      return false;
    }
    long place = earlier - 1;
    long last = later - 1;
    while ((place & 1) == 1) {
      place >>= 1;
      last >>= 1;
    }
    Digest old = rest.removeFirst();
    Digest now = old;
    for (Digest beside : rest) {
      if (last == 0) {
        return false;
      }
      if ((place & 1) == 1 || place == last) {
        old = MerkleHash.above(beside, old);
        now = MerkleHash.above(beside, now);
        while ((place & 1) == 0 && place != 0) {
          place >>= 1;
          last >>= 1;
        }
      } else {
        now = MerkleHash.above(now, beside);
      }
      place >>= 1;
      last >>= 1;
    }
    return last == 0 && old.equals(earlierRoot) && now.equals(laterRoot);
  }
}
