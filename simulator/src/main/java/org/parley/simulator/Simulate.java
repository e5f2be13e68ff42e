package org.parley.simulator;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.parley.simulator.world.Plan;

/// The command `parley simulate`: runs seeds, and tells of each that fails how to see it again.
public final class Simulate {

  private static final int FAILURES_TOLD = 5;
  private static final int WRONG_USE = 64;

  private final PrintStream out;
  private final Wish wish;

  private Simulate(PrintStream out, Wish wish) {
    this.out = out;
    this.wish = wish;
  }

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Wish wish;
    try {
      wish = Wish.of(List.of(args));
    } catch (IllegalArgumentException wrong) {
      out.println("parley simulate: " + wrong.getMessage());
      out.println(Wish.USAGE);
      System.exit(WRONG_USE);
      return;
    }
    System.exit(new Simulate(out, wish).run());
  }

  private int run() {
    return wish.replay() ? replay() : seeds();
  }

  private int replay() {
    Outcome outcome = Simulation.tell(wish.plan());
    if (outcome.isSound()) {
      out.println(
          "seed %d is sound: %d nodes, %d steps"
              .formatted(outcome.plan().seed(), outcome.nodes(), outcome.steps()));
      out.print(Report.counts(total(List.of(outcome))));
      out.println("print " + outcome.print().hex());
      return 0;
    }
    out.println(Report.failure(outcome, outcome));
    return 1;
  }

  /// Seeds are apart from each other, so as many run at once as there are processors; each by
  /// itself is one thread.
  private int seeds() {
    long begun = System.nanoTime();
    List<Outcome> outcomes =
        LongStream.range(wish.plan().seed(), wish.plan().seed() + wish.seeds())
            .parallel()
            .mapToObj(seed -> Simulation.run(wish.plan().seed(seed)))
            .toList();
    double seconds = (System.nanoTime() - begun) / 1e9;
    List<Outcome> failed = outcomes.stream().filter(each -> !each.isSound()).toList();
    failed.stream()
        .limit(FAILURES_TOLD)
        .forEach(each -> out.println(Report.failure(each, Shrink.of(each))));
    out.print(Report.counts(total(outcomes)));
    out.println(
        "%d seeds from %d, %d failed, %.1f seeds per second on %d processors"
            .formatted(
                wish.seeds(),
                wish.plan().seed(),
                failed.size(),
                wish.seeds() / seconds,
                Runtime.getRuntime().availableProcessors()));
    if (!failed.isEmpty()) {
      out.println(
          "failed: " + failed.stream().map(Outcome::plan).map(Plan::seed).limit(50).toList());
    }
    return failed.isEmpty() ? 0 : 1;
  }

  private static Map<String, Long> total(List<Outcome> outcomes) {
    Map<String, Long> total = new TreeMap<>();
    outcomes.forEach(outcome ->
        outcome.counts().forEach((what, count) -> total.merge(what, (long) count, Long::sum)));
    return total;
  }
}
