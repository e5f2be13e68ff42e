package org.parley.bench;

import java.util.function.IntUnaryOperator;
import org.parley.bench.peer.Engine;
import org.parley.bench.sample.Family;
import org.parley.bench.sample.Incidents;

/// Every engine must give the grades of the hand-written code before it is timed.
final class Agreement {

  /// On how many incidents of each family.
  static final int INCIDENTS = 20_000;

  private Agreement() {}

  /// Compares all engines on all families.
  ///
  /// @throws IllegalStateException at the first difference
  static void checkAll(int count) {
    for (Family family : Family.values()) {
      Incidents incidents = Incidents.of(family, Incidents.SEED, count);
      for (Engine engine : Engine.values()) {
        check(engine, incidents);
      }
    }
  }

  private static void check(Engine engine, Incidents incidents) {
    IntUnaryOperator hand = Engine.HAND_CODED.open(incidents);
    IntUnaryOperator other = engine.open(incidents);
    for (int i = 0; i < incidents.count(); i++) {
      int expected = hand.applyAsInt(i);
      int given = other.applyAsInt(i);
      if (expected != given) {
        throw new IllegalStateException(
            "%s gives %d, by hand it is %d, on %s of seed %d"
                .formatted(engine, given, expected, incidents.maps()[i], Incidents.SEED));
      }
    }
  }
}
