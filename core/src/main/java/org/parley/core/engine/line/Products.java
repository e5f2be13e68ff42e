package org.parley.core.engine.line;

/// Which whole numbers x have a partner d such that x × d lies between two bounds.
public final class Products {

  /// The most separate ranges that one stretch of a product may fall into.
  public static final long MOST_PIECES = 10_000;

  private Products() {}

  /// The x, at least zero, for which some d of `partners` has `least` ≤ x × d ≤ `most`.
  public static Ranges partners(Ranges partners, long least, long most) {
    Ranges all = Ranges.NONE;
    if (least > most || most < 0) {
      return all;
    }
    for (int piece = 0; piece < partners.pieces(); piece++) {
      all = all.or(partners(partners.low(piece), partners.high(piece), least, most));
    }
    return all;
  }

  private static Ranges partners(long low, long high, long least, long most) {
    if (least <= 0) {
      return Ranges.of(0, low == 0 || most == Long.MAX_VALUE ? Long.MAX_VALUE : most / low);
    }
    long first = Math.max(1, low);
    if (first > high) {
      return Ranges.NONE;
    }
    if (most == Long.MAX_VALUE) {
      return Ranges.of(Math.ceilDiv(least, high), Long.MAX_VALUE);
    }
    Ranges all = Ranges.NONE;
    long joined = joinedFrom(least, most);
    for (long d = first; d < joined && d <= high; d++) {
      all = all.or(Ranges.of(Math.ceilDiv(least, d), most / d));
    }
    long start = Math.max(first, joined);
    return start > high ? all : all.or(Ranges.of(Math.ceilDiv(least, high), most / start));
  }

  /// From this d on the ranges of neighbouring d overlap, so that together they are one range.
  public static long joinedFrom(long least, long most) {
    return most > least ? Math.ceilDiv(least, most - least) : Long.MAX_VALUE;
  }
}
