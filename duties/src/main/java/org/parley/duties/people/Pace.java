package org.parley.duties.people;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// Counts requests of the running minute, so that one program does not keep all others waiting.
final class Pace {

  private static final int SECONDS = 60;

  private final int most;
  private final Map<UUID, Integer> counts = new HashMap<>();
  private long minute = Long.MIN_VALUE;

  /// @param most how many requests a minute allows
  Pace(int most) {
    this.most = most;
  }

  /// Counts a request; says whether it is still within the minute's.
  synchronized boolean allows(UUID who, Instant now) {
    long running = Math.floorDiv(now.getEpochSecond(), SECONDS);
    if (running != minute) {
      minute = running;
      counts.clear();
    }
    return counts.merge(who, 1, Integer::sum) <= most;
  }
}
