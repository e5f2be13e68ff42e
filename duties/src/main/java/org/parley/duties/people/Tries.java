package org.parley.duties.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts what failed of late, so that nobody can guess for long. Kept in memory: a restart
/// forgives, and takes longer than a guess.
public final class Tries {

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int MOST_NAMES = 20_000;

  private final int most;
  private final Map<String, Deque<Instant>> failed =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > MOST_NAMES;
        }
      };

  /// @param most how many failures a quarter of an hour allows
  public Tries(int most) {
    this.most = most;
  }

  /// Whether this name, or this address, has failed too often to try again now.
  public synchronized boolean tooMany(String who, Instant now) {
    Deque<Instant> times = failed.get(who);
    if (times == null) {
      return false;
    }
    while (!times.isEmpty() && times.getFirst().isBefore(now.minus(WINDOW))) {
      times.removeFirst();
    }
    return times.size() >= most;
  }

  public synchronized void failed(String who, Instant now) {
    failed.computeIfAbsent(who, _ -> new ArrayDeque<>()).addLast(now);
  }

  public synchronized void forgive(String who) {
    failed.remove(who);
  }
}
