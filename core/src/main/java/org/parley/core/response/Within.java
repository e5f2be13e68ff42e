package org.parley.core.response;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;

/// A time span of a plan: hours and days of 24 hours exactly, months by the calendar.
///
/// @param months whole calendar months, in UTC
/// @param rest what comes on top
public record Within(int months, Duration rest) implements Comparable<Within> {

  public static final Within AT_ONCE = new Within(0, Duration.ZERO);

  /// Reads `PT15M`, `P20D`, `P1M`; years, weeks and signs are refused.
  public static Optional<Within> parse(String text) {
    if (text.matches("P[0-9]{1,3}M")) {
      return Optional.of(new Within(Period.parse(text).getMonths(), Duration.ZERO));
    }
    return text.matches("P([0-9]{1,4}D)?(T([0-9]{1,5}H)?([0-9]{1,5}M)?([0-9]{1,6}S)?)?")
            && text.matches(".*[0-9].")
        ? Optional.of(new Within(0, Duration.parse(text)))
        : Optional.empty();
  }

  public Instant after(Instant start) {
    return start.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant().plus(rest);
  }

  public boolean isAtOnce() {
    return months == 0 && rest.isZero();
  }

  @Override
  public int compareTo(Within other) {
    int byMonths = Integer.compare(months, other.months);
    return byMonths != 0 ? byMonths : rest.compareTo(other.rest);
  }
}
