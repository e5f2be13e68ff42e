package org.parley.core.engine.line;

import java.math.BigInteger;
import java.util.Optional;
import org.parley.core.terms.Exact;

/// The pairs (x, y) of whole numbers, y at least one, for which x ÷ y lies between two slopes.
///
/// For a given y the fitting x are the whole numbers from [#first(long)] to [#last(long)]. From
/// [#regularFrom()] on every y that is a multiple of [#step()] has at least one.
public final class Wedge {

  private final Slope low;
  private final Optional<Slope> high;
  private final boolean isEmpty;
  private final long step;
  private final long regularFrom;

  /// A slope, and whether the line itself still belongs to the wedge.
  private record Slope(Factor factor, Optional<Factor> inverse, boolean closed) {
    static Slope of(Exact value, boolean closed) {
      return new Slope(
          new Factor(value),
          value.signum() > 0
              ? Optional.of(new Factor(Exact.ONE.dividedBy(value)))
              : Optional.empty(),
          closed);
    }

    Exact value() {
      return factor.value();
    }
  }

  /// @param from the cut beyond which x ÷ y lies, in natural units
  /// @param to the cut beyond which it does not lie
  /// @param scale the unit of y divided by the unit of x
  public Wedge(Optional<Cut> from, Optional<Cut> to, Exact scale) {
    Cut start = from.filter(cut -> cut.bound().signum() >= 0).orElse(Cut.before(Exact.ZERO));
    this.low = Slope.of(start.bound().times(scale), !start.after());
    this.high = to.map(cut -> Slope.of(cut.bound().times(scale), cut.after()));
    Exact floor = low.value();
    if (high.isEmpty()) {
      isEmpty = false;
      step = 1;
      regularFrom = 1;
      return;
    }
    Slope ceiling = high.orElseThrow();
    int order = floor.compareTo(ceiling.value());
    isEmpty = order > 0 || (order == 0 && !(ceiling.closed() && !start.after()));
    step = order == 0 ? Factor.cutOff(floor.denominator()) : 1;
    regularFrom =
        order < 0
            ? Factor.cutOff(
                Exact.ONE.dividedBy(ceiling.value().minus(floor)).floor().add(BigInteger.ONE))
            : 1;
  }

  public boolean isEmpty() {
    return isEmpty;
  }

  public long step() {
    return step;
  }

  public long regularFrom() {
    return regularFrom;
  }

  /// The smallest fitting x.
  public long first(long y) {
    return low.closed() ? low.factor().ceilTimes(y) : next(low.factor().floorTimes(y));
  }

  /// The largest fitting x.
  public long last(long y) {
    return high.map(slope ->
            slope.closed() ? slope.factor().floorTimes(y) : slope.factor().ceilTimes(y) - 1)
        .orElse(Long.MAX_VALUE);
  }

  /// The y for which [#last(long)] is at least `leastX` and [#first(long)] at most `mostX`.
  public Ranges reach(long leastX, long mostX) {
    return Ranges.of(Math.max(1, lowestReach(leastX)), highestReach(mostX));
  }

  private long lowestReach(long leastX) {
    if (high.isEmpty() || leastX <= 0) {
      return 1;
    }
    Slope slope = high.orElseThrow();
    if (slope.inverse().isEmpty()) {
      return Long.MAX_VALUE;
    }
    Factor inverse = slope.inverse().orElseThrow();
    return slope.closed() ? inverse.ceilTimes(leastX) : next(inverse.floorTimes(leastX));
  }

  private long highestReach(long mostX) {
    if (low.inverse().isEmpty()) {
      return mostX >= (low.closed() ? 0 : 1) ? Long.MAX_VALUE : 0;
    }
    Factor inverse = low.inverse().orElseThrow();
    return low.closed() ? inverse.floorTimes(mostX) : inverse.ceilTimes(mostX) - 1;
  }

  private static long next(long number) {
    return number == Long.MAX_VALUE ? number : number + 1;
  }
}
