package org.parley.simulator.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.parley.core.directory.NodeId;

/// A time in which some nodes do not reach the others.
///
/// @param inside the nodes on one side
/// @param bothWays whether those outside cannot reach in either
/// @param flap how long it holds and does not hold in turn; zero holds all the time
record Cut(Set<NodeId> inside, boolean bothWays, Instant from, Instant until, Duration flap) {

  Cut {
    inside = Set.copyOf(inside);
  }

  boolean parts(NodeId sender, NodeId receiver, Instant now) {
    boolean leaves = inside.contains(sender) && !inside.contains(receiver);
    boolean enters = !inside.contains(sender) && inside.contains(receiver);
    return (leaves || bothWays && enters) && holds(now);
  }

  private boolean holds(Instant now) {
    if (now.isBefore(from) || !now.isBefore(until)) {
      return false;
    }
    return flap.isZero() || Duration.between(from, now).dividedBy(flap) % 2 == 0;
  }
}
