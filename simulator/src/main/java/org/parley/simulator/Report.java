package org.parley.simulator;

import java.util.Map;
import org.parley.simulator.world.Finding;
import org.parley.simulator.world.Plan;
import org.parley.simulator.world.Without;

/// How outcomes are told to people.
final class Report {

  private static final int FINDINGS = 6;

  private Report() {}

  /// A failure: what did not hold, the shortest way there, and how to see it again.
  static String failure(Outcome whole, Outcome shortest) {
    Plan plan = whole.plan();
    StringBuilder out = new StringBuilder();
    out.append(
        "seed %d FAILED: %d nodes, %s, %d steps; shortest failing beginning: %d steps%n"
            .formatted(
                plan.seed(),
                whole.nodes(),
                plan.isLiveness() ? "liveness" : "safety",
                whole.steps(),
                shortest.steps()));
    shortest.findings().stream()
        .limit(FINDINGS)
        .map(Finding::toString)
        .forEach(finding -> out.append("  ").append(finding).append('\n'));
    out.append("  the last steps before it:\n");
    shortest.story().forEach(step -> out.append("    ").append(step).append('\n'));
    out.append("  see it again: ./parley simulate")
        .append(again(shortest.plan(), shortest.steps()));
    return out.toString();
  }

  private static String again(Plan plan, int steps) {
    StringBuilder out = new StringBuilder(" --replay " + plan.seed() + " --steps " + steps);
    if (plan.nodes() != 0) {
      out.append(" --nodes ").append(plan.nodes());
    }
    if (plan.mode() != Plan.Mode.EITHER) {
      out.append(" --mode ").append(plan.mode().word());
    }
    if (plan.sealing() != Plan.Sealing.TWIN) {
      out.append(" --seal ").append(plan.sealing().word());
    }
    for (Without without : plan.without()) {
      out.append(" --without ").append(without.word());
    }
    return out.toString();
  }

  static String counts(Map<String, Long> counts) {
    StringBuilder out = new StringBuilder();
    counts.forEach((what, count) -> out.append("  %,12d  %s%n".formatted(count, what)));
    return out.toString();
  }
}
