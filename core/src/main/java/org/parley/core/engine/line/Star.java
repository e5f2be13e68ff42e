package org.parley.core.engine.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.terms.Exact;

/// Decides whether a whole y and parts x₁ … xₙ exist such that each pair (xᵢ, y) lies in its wedge.
///
/// Exact for whole numbers: from some y on every wedge is as good as its real counterpart; below it
/// each y is tried.
public final class Star {

  /// The most values of y that are tried one by one; the compiler refuses scales that need more.
  public static final long MOST_TRIED = 1_000_000;

  /// A part and the cuts between which its ratio to the whole lies.
  public record Ray(Amounts part, Optional<Cut> from, Optional<Cut> to) {}

  private record Leaf(Ranges units, Wedge wedge) {}

  private Star() {}

  /// Whether some y of `whole`, at least one unit of it, has a fitting part on every ray.
  public static boolean exists(Amounts whole, List<Ray> rays) {
    return whole.parts().stream()
        .anyMatch(
            part -> search(part.unit(), part.units().and(1, Long.MAX_VALUE), rays, 0, List.of()));
  }

  /// Goes through the units in which the parts may be stated; almost always there is one each.
  private static boolean search(
      Exact unit, Ranges whole, List<Ray> rays, int next, List<Leaf> chosen) {
    if (next == rays.size()) {
      return fits(whole, chosen);
    }
    Ray ray = rays.get(next);
    for (Amounts.Part part : ray.part().parts()) {
      Wedge wedge = new Wedge(ray.from(), ray.to(), unit.dividedBy(part.unit()));
      if (wedge.isEmpty()) {
        continue;
      }
      List<Leaf> longer = new ArrayList<>(chosen);
      longer.add(new Leaf(part.units(), wedge));
      if (search(unit, whole.and(reach(part.units(), wedge)), rays, next + 1, longer)) {
        return true;
      }
    }
    return false;
  }

  private static Ranges reach(Ranges units, Wedge wedge) {
    Ranges reach = Ranges.NONE;
    for (int piece = 0; piece < units.pieces(); piece++) {
      reach = reach.or(wedge.reach(units.low(piece), units.high(piece)));
    }
    return reach;
  }

  private static boolean fits(Ranges whole, List<Leaf> leaves) {
    long step = 1;
    long regularFrom = 1;
    for (Leaf leaf : leaves) {
      step = leastCommonMultiple(step, leaf.wedge().step());
      regularFrom = Math.max(regularFrom, leaf.wedge().regularFrom());
    }
    for (int piece = 0; piece < whole.pieces(); piece++) {
      long high = whole.high(piece);
      long first = firstMultiple(step, Math.max(whole.low(piece), regularFrom));
      if (first <= high) {
        return true;
      }
      long last = Math.min(high, regularFrom - 1);
      for (long y = firstMultiple(step, whole.low(piece)); y <= last; y += step) {
        if (allMeet(y, leaves)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean allMeet(long y, List<Leaf> leaves) {
    for (Leaf leaf : leaves) {
      if (!leaf.units().meets(leaf.wedge().first(y), leaf.wedge().last(y))) {
        return false;
      }
    }
    return true;
  }

  private static long firstMultiple(long step, long from) {
    long multiples = Math.ceilDiv(from, step);
    return Math.multiplyHigh(multiples, step) == 0 && multiples * step >= 0
        ? multiples * step
        : Long.MAX_VALUE;
  }

  private static long leastCommonMultiple(long one, long other) {
    long a = one;
    long b = other;
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    long factor = other / a;
    return Math.multiplyHigh(one, factor) == 0 && one * factor > 0 ? one * factor : Long.MAX_VALUE;
  }
}
