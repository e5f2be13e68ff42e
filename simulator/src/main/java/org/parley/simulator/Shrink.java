package org.parley.simulator;

import java.util.Set;
import java.util.stream.Collectors;
import org.parley.simulator.world.Finding;
import org.parley.simulator.world.Invariant;

/// Finds the shortest beginning of a run after which the same invariant is broken.
public final class Shrink {

  private Shrink() {}

  /// The outcome of the shortest failing prefix; the given one where none is shorter.
  ///
  /// A run that is cut off goes on as the whole one would: in safety runs it is examined, in
  /// liveness runs it heals first. So every length can be tried by itself, and halving finds a
  /// shortest one as long as what is broken stays broken.
  public static Outcome of(Outcome failed) {
    Set<Invariant> broken = invariants(failed);
    int sound = -1;
    Outcome shortest = failed;
    while (sound + 1 < shortest.steps()) {
      int middle = (sound + shortest.steps()) / 2;
      Outcome tried = Simulation.run(failed.plan().steps(middle));
      if (invariants(tried).stream().anyMatch(broken::contains)) {
        shortest = tried;
      } else {
        sound = middle;
      }
    }
    return Simulation.tell(failed.plan().steps(shortest.steps()));
  }

  private static Set<Invariant> invariants(Outcome outcome) {
    return outcome.findings().stream().map(Finding::invariant).collect(Collectors.toSet());
  }
}
