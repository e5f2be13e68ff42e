package org.parley.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;
import org.parley.simulator.Outcome;
import org.parley.simulator.Simulation;
import org.parley.simulator.world.Plan;
import org.parley.simulator.world.Without;

/// How many whole runs of a network the simulator makes in a second, on all processors: as every
/// test run makes them, without the showing of logs, and with real seals, as ratios to the first.
final class SimulatorReport {

  private static final Plan REAL =
      new Plan(0, 0, Plan.Mode.EITHER, Plan.Sealing.REAL, Set.of(), Integer.MAX_VALUE);

  private SimulatorReport() {}

  static String of(boolean quick) {
    int seeds = quick ? 40 : 400;
    Table table = new Table("runs", "seeds", "seeds per second", "steps per second", "x usual");
    run(seeds / 4, Plan.of(0));
    double usual = row(table, "usual", seeds, Plan.of(0), 0);
    row(table, "without showing logs", seeds, Plan.of(0).without(Without.GOSSIP), usual);
    row(table, "with real seals", seeds / 10, REAL, usual);
    return table + "\nprocessors: " + Runtime.getRuntime().availableProcessors() + "\n";
  }

  private static double row(Table table, String what, int seeds, Plan plan, double usual) {
    long begun = System.nanoTime();
    List<Outcome> outcomes = run(seeds, plan);
    double seconds = (System.nanoTime() - begun) / 1e9;
    double rate = seeds / seconds;
    table.row(
        what,
        Integer.toString(seeds),
        String.format(Locale.ROOT, "%.1f", rate),
        String.format(
            Locale.ROOT, "%,.0f", outcomes.stream().mapToLong(Outcome::steps).sum() / seconds),
        Measure.ratio(usual == 0 ? 1 : rate / usual));
    return rate;
  }

  /// A run that finds something is no measurement.
  private static List<Outcome> run(int seeds, Plan plan) {
    List<Outcome> outcomes =
        LongStream.range(1, seeds + 1L)
            .parallel()
            .mapToObj(seed -> Simulation.run(plan.seed(seed)))
            .toList();
    if (!plan.without().isEmpty()) {
      return outcomes;
    }
    outcomes.stream()
        .filter(outcome -> !outcome.isSound())
        .findFirst()
        .ifPresent(outcome -> {
          throw new IllegalStateException("seed " + outcome.plan().seed() + " is not sound");
        });
    return outcomes;
  }
}
