package org.parley.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A node's clock: the true time, and how wrong it is.
public final class SkewedClock implements InstantSource {

  private final Timeline timeline;
  private Duration skew = Duration.ZERO;

  public SkewedClock(Timeline timeline) {
    this.timeline = timeline;
  }

  @Override
  public Instant instant() {
    return timeline.now().plus(skew);
  }

  /// From now on it is wrong by so much, ahead or behind.
  public void skew(Duration by) {
    skew = by;
  }

  public boolean isRight() {
    return skew.isZero();
  }
}
