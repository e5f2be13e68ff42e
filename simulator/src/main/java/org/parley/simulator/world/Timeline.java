package org.parley.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/// Virtual time: what is to happen, in order, one step after the other.
public final class Timeline {

  /// How many steps a story tells at most.
  private static final int TOLD = 40;

  private static final Comparator<Step> ORDER =
      Comparator.comparing(Step::at).thenComparingLong(Step::number);

  private final PriorityQueue<Step> ahead = new PriorityQueue<>(ORDER);
  private final Deque<String> told = new ArrayDeque<>();
  private final Instant begin;
  private final boolean telling;
  private Instant now;
  private long numbered;
  private int steps;

  /// @param telling whether a story is kept, which takes time
  public Timeline(Instant begin, boolean telling) {
    this.begin = begin;
    this.telling = telling;
    this.now = begin;
  }

  private record Step(Instant at, long number, String what, Runnable work) {}

  /// The true time, which no node knows.
  public Instant now() {
    return now;
  }

  public Duration passed() {
    return Duration.between(begin, now);
  }

  /// How many steps have run.
  public int steps() {
    return steps;
  }

  public void at(Instant moment, String what, Runnable work) {
    Instant when = moment.isBefore(now) ? now : moment;
    ahead.add(new Step(when, numbered++, what, work));
  }

  public void in(Duration time, String what, Runnable work) {
    at(now.plus(time), what, work);
  }

  /// Runs what is due until this moment, at most so many steps in all; says whether time got there.
  public boolean run(Instant until, int most) {
    while (!ahead.isEmpty() && !ahead.peek().at().isAfter(until)) {
      if (steps >= most) {
        return false;
      }
      Step step = ahead.remove();
      now = step.at();
      steps++;
      tell("%s", step.what());
      step.work().run();
    }
    now = until;
    return true;
  }

  /// Notes something for the story of a failure.
  public void tell(String format, Object... parts) {
    if (!telling) {
      return;
    }
    String when = "%6d %-14s ".formatted(steps, passed().truncatedTo(ChronoUnit.SECONDS));
    told.addLast(when + format.formatted(parts));
    if (told.size() > TOLD) {
      told.removeFirst();
    }
  }

  /// Whatever was still ahead does not come.
  public void forget() {
    ahead.clear();
  }

  /// The last steps, oldest first.
  public List<String> story() {
    return List.copyOf(told);
  }
}
