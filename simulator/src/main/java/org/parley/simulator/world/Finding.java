package org.parley.simulator.world;

/// One thing that did not hold.
///
/// @param where the node, and what about it
public record Finding(Invariant invariant, String where, String what) {

  @Override
  public String toString() {
    return invariant + " (" + invariant.promise() + ") at " + where + ": " + what;
  }
}
