package org.parley.core.engine.line;

import java.util.Arrays;

/// A set of whole numbers, as sorted closed ranges that neither touch nor overlap.
public final class Ranges {

  public static final Ranges NONE = new Ranges(new long[0]);

  private final long[] ends;

  private Ranges(long[] ends) {
    this.ends = ends;
  }

  /// All numbers from `low` to `high`, both included; none where `low` is above `high`.
  public static Ranges of(long low, long high) {
    return low > high ? NONE : new Ranges(new long[] {low, high});
  }

  public boolean isEmpty() {
    return ends.length == 0;
  }

  public int pieces() {
    return ends.length / 2;
  }

  public long low(int piece) {
    return ends[2 * piece];
  }

  public long high(int piece) {
    return ends[2 * piece + 1];
  }

  public long min() {
    return ends[0];
  }

  public long max() {
    return ends[ends.length - 1];
  }

  /// Whether some number from `low` to `high` belongs to the set.
  public boolean meets(long low, long high) {
    for (int piece = 0; piece < pieces(); piece++) {
      if (low(piece) <= high && high(piece) >= low && low <= high) {
        return true;
      }
    }
    return false;
  }

  public Ranges and(long low, long high) {
    if (!isEmpty() && low <= min() && high >= max()) {
      return this;
    }
    return and(of(low, high));
  }

  public Ranges and(Ranges other) {
    long[] both = new long[2 * (pieces() + other.pieces())];
    int size = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < pieces() && theirs < other.pieces()) {
      long low = Math.max(low(mine), other.low(theirs));
      long high = Math.min(high(mine), other.high(theirs));
      if (low <= high) {
        both[size++] = low;
        both[size++] = high;
      }
      if (high(mine) < other.high(theirs)) {
        mine++;
      } else {
        theirs++;
      }
    }
    return size == 0 ? NONE : new Ranges(Arrays.copyOf(both, size));
  }

  public Ranges or(Ranges other) {
    if (isEmpty()) {
      return other;
    }
    if (other.isEmpty()) {
      return this;
    }
    long[] either = new long[ends.length + other.ends.length];
    int size = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < pieces() || theirs < other.pieces()) {
      boolean takeMine =
          theirs == other.pieces() || (mine < pieces() && low(mine) <= other.low(theirs));
      long low = takeMine ? low(mine) : other.low(theirs);
      long high = takeMine ? high(mine++) : other.high(theirs++);
      if (size > 0 && (either[size - 1] == Long.MAX_VALUE || low <= either[size - 1] + 1)) {
        either[size - 1] = Math.max(either[size - 1], high);
      } else {
        either[size++] = low;
        either[size++] = high;
      }
    }
    return new Ranges(Arrays.copyOf(either, size));
  }

  @Override
  public String toString() {
    return Arrays.toString(ends);
  }
}
