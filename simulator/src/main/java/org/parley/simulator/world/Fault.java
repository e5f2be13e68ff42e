package org.parley.simulator.world;

/// What can go wrong by itself, each with a probability that a run draws.
public enum Fault {
  LOSS,
  ANSWER_LOSS,
  DELAY,
  DOUBLING,
  CORRUPTION,
  TRUNCATION,
  ANSWER_CORRUPTION,
  WRONG_DOOR,
  REPLAY,
  RELAY_DROP,
  RELAY_DELAY,
  RELAY_REPLAY,
  RELAY_SWAP,
  RELAY_CORRUPTION,
  CRASH_BEFORE,
  CRASH_AFTER,
  DISK_FULL;

  /// The probability in the worst runs; books are changed far more often than parcels go.
  double worst() {
    return switch (this) {
      case CRASH_BEFORE, CRASH_AFTER, DISK_FULL -> 0.05;
      case LOSS, ANSWER_LOSS, DELAY, DOUBLING -> 0.5;
      case CORRUPTION,
          TRUNCATION,
          ANSWER_CORRUPTION,
          WRONG_DOOR,
          REPLAY,
          RELAY_DROP,
          RELAY_DELAY,
          RELAY_REPLAY,
          RELAY_SWAP,
          RELAY_CORRUPTION ->
          0.3;
    };
  }
}
