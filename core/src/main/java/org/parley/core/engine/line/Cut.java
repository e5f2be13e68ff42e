package org.parley.core.engine.line;

import java.util.Optional;
import org.parley.core.terms.Exact;

/// A place on a line at which a test changes its answer: just before a bound, or just after it.
///
/// `atLeast b` and `under b` cut just before b, `over b` and `atMost b` just after it.
public record Cut(Exact bound, boolean after) implements Comparable<Cut> {

  public static Cut before(Exact bound) {
    return new Cut(bound, false);
  }

  public static Cut after(Exact bound) {
    return new Cut(bound, true);
  }

  /// Whether a value lies beyond this cut.
  public boolean isPassedBy(Exact value) {
    int comparison = value.compareTo(bound);
    return after ? comparison > 0 : comparison >= 0;
  }

  /// The smallest whole number n for which n units lie beyond this cut.
  ///
  /// @param unit the value of one, above zero
  public long firstBeyond(Exact unit) {
    Exact place = bound.dividedBy(unit);
    long floor = Factor.cutOff(place.floor());
    long ceiling = Factor.cutOff(place.ceiling());
    return !after ? ceiling : floor == Long.MAX_VALUE ? floor : floor + 1;
  }

  /// The whole numbers n, from 0 on, for which n units lie between two cuts.
  public static Ranges between(Optional<Cut> from, Optional<Cut> to, Exact unit) {
    return Ranges.of(
        from.map(cut -> cut.firstBeyond(unit)).orElse(0L),
        to.map(cut -> cut.firstBeyond(unit))
            .map(first -> first == Long.MAX_VALUE ? first : first - 1)
            .orElse(Long.MAX_VALUE));
  }

  @Override
  public int compareTo(Cut other) {
    int byBound = bound.compareTo(other.bound);
    return byBound != 0 ? byBound : Boolean.compare(after, other.after);
  }
}
