package org.parley.simulator.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Chance;

/// All chance of one run, out of its seed.
public final class Dice implements Chance {

  private final SplittableRandom random;

  public Dice(long seed) {
    // Neighbouring seeds are to give runs that have nothing in common.
    this.random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L);
  }

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  /// Dice of their own for one part of the world, so that what happens there leaves the others be.
  public Dice apart() {
    return new Dice(random.split());
  }

  public boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /// From 0 to one below.
  public int below(int bound) {
    return random.nextInt(bound);
  }

  public int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  public double fraction() {
    return random.nextDouble();
  }

  public <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /// Some of these, in another order.
  public <T> List<T> some(List<T> from, int count) {
    List<T> left = new ArrayList<>(from);
    List<T> taken = new ArrayList<>();
    while (taken.size() < count && !left.isEmpty()) {
      taken.add(left.remove(random.nextInt(left.size())));
    }
    return taken;
  }

  public Duration upTo(Duration most) {
    return Duration.ofMillis(random.nextLong(Math.max(1, most.toMillis())));
  }

  /// Between the two, short ones as likely as long ones by order of magnitude.
  public Duration spread(Duration least, Duration most) {
    double low = Math.log(least.toMillis());
    double high = Math.log(most.toMillis());
    return Duration.ofMillis(Math.round(Math.exp(low + random.nextDouble() * (high - low))));
  }

  @Override
  public Octets draw(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return Octets.of(drawn);
  }
}
