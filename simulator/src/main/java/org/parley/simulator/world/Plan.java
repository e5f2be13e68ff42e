package org.parley.simulator.world;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What one run is to be. The same plan gives the same run.
///
/// @param nodes how many, 2 to 57; 0 lets the seed decide
/// @param steps how many steps the bad weather lasts at most
public record Plan(
    long seed, int nodes, Mode mode, Sealing sealing, Set<Without> without, int steps) {

  public static final int MOST_NODES = 57;

  public Plan {
    without = Set.copyOf(without);
    if (nodes != 0 && (nodes < 2 || nodes > MOST_NODES)) {
      throw new IllegalArgumentException("a run has 2 to 57 nodes");
    }
  }

  /// What a run asks.
  public enum Mode {
    /// Every fault until the end: nothing wrong may happen.
    SAFETY,
    /// Then all heals but the liars: everything must arrive.
    LIVENESS,
    /// Even seeds the one, odd seeds the other.
    EITHER;

    public static Optional<Mode> parse(String word) {
      return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Which seals nodes use.
  public enum Sealing {
    TWIN,
    REAL;

    public static Optional<Sealing> parse(String word) {
      return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Plan of(long seed) {
    return new Plan(seed, 0, Mode.EITHER, Sealing.TWIN, Set.of(), Integer.MAX_VALUE);
  }

  public Plan steps(int most) {
    return new Plan(seed, nodes, mode, sealing, without, most);
  }

  public Plan seed(long other) {
    return new Plan(other, nodes, mode, sealing, without, steps);
  }

  public Plan without(Without protection) {
    return new Plan(seed, nodes, mode, sealing, Set.of(protection), steps);
  }

  public boolean isLiveness() {
    return mode == Mode.LIVENESS || mode == Mode.EITHER && (seed & 1) == 1;
  }

  public boolean has(Without protection) {
    return without.contains(protection);
  }
}
