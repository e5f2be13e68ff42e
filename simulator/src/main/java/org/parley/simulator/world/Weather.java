package org.parley.simulator.world;

import java.util.EnumMap;
import java.util.Map;

/// How bad the world is in one run: each fault is absent in about half of the runs, and anything up
/// to its worst in the others, so that faults meet in ever new company.
public final class Weather {

  private final Dice dice;
  private final Map<Fault, Double> likelihood = new EnumMap<>(Fault.class);

  public Weather(Dice dice) {
    this.dice = dice;
    for (Fault fault : Fault.values()) {
      boolean present = dice.happens(0.5);
      double share = dice.fraction();
      likelihood.put(fault, present ? fault.worst() * share * share : 0.0);
    }
  }

  public boolean strikes(Fault fault) {
    double probability = likelihood.getOrDefault(fault, 0.0);
    return probability > 0 && dice.happens(probability);
  }

  /// From now on nothing goes wrong by itself.
  public void calm() {
    likelihood.clear();
  }
}
