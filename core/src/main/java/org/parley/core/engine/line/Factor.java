package org.parley.core.engine.line;

import java.math.BigInteger;
import org.parley.core.terms.Exact;

/// A rational factor for whole numbers, with exact rounding; results beyond the range of a long are
/// cut off at its ends.
public final class Factor {

  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

  private final Exact value;
  private final boolean isSmall;
  private final long numerator;
  private final long denominator;

  public Factor(Exact value) {
    this.value = value;
    this.isSmall = value.numerator().bitLength() < 63 && value.denominator().bitLength() < 63;
    this.numerator = isSmall ? value.numerator().longValueExact() : 0;
    this.denominator = isSmall ? value.denominator().longValueExact() : 1;
  }

  public Exact value() {
    return value;
  }

  /// The largest whole number not above this factor times `n`.
  public long floorTimes(long n) {
    if (isSmall && Math.multiplyHigh(numerator, n) == (numerator * n) >> 63) {
      return Math.floorDiv(numerator * n, denominator);
    }
    return cutOff(value.times(Exact.of(n)).floor());
  }

  /// The smallest whole number not below this factor times `n`.
  public long ceilTimes(long n) {
    if (isSmall && Math.multiplyHigh(numerator, n) == (numerator * n) >> 63) {
      return Math.ceilDiv(numerator * n, denominator);
    }
    return cutOff(value.times(Exact.of(n)).ceiling());
  }

  public static long cutOff(BigInteger number) {
    return number.min(MOST).max(LEAST).longValueExact();
  }
}
