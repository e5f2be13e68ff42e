package org.parley.simulator.world;

import java.util.Locale;
import java.util.Optional;

/// A protection that is taken away on purpose, to see that the simulator notices.
public enum Without {
  /// Changes return before they are forced to disk.
  FSYNC,
  /// Every signature counts.
  SIGNATURES,
  /// The inbox forgets what came.
  DEDUPE,
  /// A node takes in what is marked above its ceiling.
  MARKINGS,
  /// A node tells nobody what it saw of others' logs.
  GOSSIP,
  /// A node that comes back from a backup goes on as if nothing had happened.
  RESTORED;

  public static Optional<Without> parse(String word) {
    for (Without each : values()) {
      if (each.word().equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
