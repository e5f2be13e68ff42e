package org.parley.core.terms;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/// A rational number, kept exactly and in lowest terms with a positive denominator.
///
/// Scores, weights and thresholds are of this type, so that no level ever depends on how a machine
/// rounds. Rounding exists only in [#shown(int)], for display.
public final class Exact implements Comparable<Exact> {

  /// The longest decimal text that [#parse(String)] accepts, in characters.
  public static final int LONGEST_TEXT = 40;

  public static final Exact ZERO = new Exact(BigInteger.ZERO, BigInteger.ONE);
  public static final Exact ONE = new Exact(BigInteger.ONE, BigInteger.ONE);

  private final BigInteger numerator;
  private final BigInteger denominator;

  private Exact(BigInteger numerator, BigInteger denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /// The number `numerator / denominator`; the denominator must not be zero.
  public static Exact of(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("an exact number has no zero denominator");
    }
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    return new Exact(numerator.divide(divisor), denominator.divide(divisor));
  }

  public static Exact of(long numerator, long denominator) {
    return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  public static Exact of(long whole) {
    return new Exact(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  public static Exact of(BigDecimal decimal) {
    return decimal.scale() >= 0
        ? of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
        : of(decimal.toBigIntegerExact(), BigInteger.ONE);
  }

  /// Reads a plain decimal such as `0.50`, `-3` or `1000000`: digits, one optional point, one
  /// optional sign. Exponents, digit groups and blanks are refused, as they are what people mistype
  /// and readers mistake.
  public static Optional<Exact> parse(String text) {
    if (text.length() > LONGEST_TEXT || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
      return Optional.empty();
    }
    return Optional.of(of(new BigDecimal(text)));
  }

  public BigInteger numerator() {
    return numerator;
  }

  public BigInteger denominator() {
    return denominator;
  }

  public Exact plus(Exact other) {
    return of(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Exact minus(Exact other) {
    return plus(other.negated());
  }

  public Exact negated() {
    return new Exact(numerator.negate(), denominator);
  }

  public Exact times(Exact other) {
    return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  public Exact dividedBy(Exact other) {
    return of(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  public boolean isWhole() {
    return denominator.equals(BigInteger.ONE);
  }

  public boolean isAbove(Exact other) {
    return compareTo(other) > 0;
  }

  public int signum() {
    return numerator.signum();
  }

  /// The largest whole number not above this one.
  public BigInteger floor() {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /// The smallest whole number not below this one.
  public BigInteger ceiling() {
    return negated().floor().negate();
  }

  /// This number for people, rounded half up to so many decimals. Never used to decide anything.
  public String shown(int decimals) {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP)
        .toPlainString();
  }

  @Override
  public int compareTo(Exact other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Exact that
        && numerator.equals(that.numerator)
        && denominator.equals(that.denominator);
  }

  @Override
  public int hashCode() {
    return 31 * numerator.hashCode() + denominator.hashCode();
  }

  /// The shortest exact text: a decimal where the number has a finite one, else
  /// `numerator/denominator`.
  @Override
  public String toString() {
    if (isWhole()) {
      return numerator.toString();
    }
    try {
      return new BigDecimal(numerator).divide(new BigDecimal(denominator)).toPlainString();
    } catch (ArithmeticException endless) {
      return numerator + "/" + denominator;
    }
  }
}
