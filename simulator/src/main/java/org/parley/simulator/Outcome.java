package org.parley.simulator;

import java.util.List;
import java.util.Map;
import org.parley.core.terms.Digest;
import org.parley.simulator.world.Finding;
import org.parley.simulator.world.Plan;

/// What came of one run.
///
/// @param steps how many the bad weather lasted
/// @param counts how often what happened
/// @param story the last steps
/// @param print a digest over all that happened: equal for two runs of one plan, or one of them was
///   decided by something else than the seed
public record Outcome(
    Plan plan,
    int nodes,
    int steps,
    List<Finding> findings,
    Map<String, Integer> counts,
    List<String> story,
    Digest print) {

  public boolean isSound() {
    return findings.isEmpty();
  }
}
