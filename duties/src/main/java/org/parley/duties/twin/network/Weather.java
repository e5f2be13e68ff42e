package org.parley.duties.twin.network;

import java.time.Duration;

/// How bad a link is. Each chance lies between 0 and 1 and is drawn anew for every parcel, and for
/// the answer to it.
///
/// @param loss never comes
/// @param doubling comes twice
/// @param corruption comes with one bit turned over
/// @param delay comes later than the sender waits; two that are late may change places
/// @param longest the longest delay
public record Weather(
    double loss, double doubling, double corruption, double delay, Duration longest) {

  public static final Weather FAIR = new Weather(0, 0, 0, 0, Duration.ZERO);

  public Weather {
    for (double chance : new double[] {loss, doubling, corruption, delay}) {
      if (!(chance >= 0 && chance <= 1)) {
        throw new IllegalArgumentException("a chance lies between 0 and 1: " + chance);
      }
    }
    if (longest.isNegative()) {
      throw new IllegalArgumentException("a delay is not negative: " + longest);
    }
  }
}
