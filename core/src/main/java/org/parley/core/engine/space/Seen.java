package org.parley.core.engine.space;

import java.util.BitSet;
import java.util.List;

/// A condition as seen through the variables of a space.
public sealed interface Seen {

  /// A variable is in one of these cells.
  record In(int variable, BitSet cells) implements Seen {}

  /// At least so many of the parts hold.
  record Count(List<Seen> parts, int atLeast) implements Seen {}

  record Not(Seen part) implements Seen {}

  record Constant(boolean holds) implements Seen {}
}
