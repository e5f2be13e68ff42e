package org.parley.core.engine.block;

import java.util.Arrays;
import java.util.List;
import org.parley.core.engine.formula.Atom;
import org.parley.core.engine.line.Ranges;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.terms.Exact;

/// Instants and the spans between them, with the order that the catalogue lays down.
///
/// Whole seconds and differences only: a system of such bounds has a solution exactly if no chain
/// of them runs back to its start with a negative sum.
public final class TimeBlock extends CellBlock<TimeBlock.Reading> {

  private static final long FAR = 1L << 58;

  /// @param asked whether the scale asks for it; if not, it matters only by the order
  public record Moment(Known known, boolean asked, Axis axis) {}

  /// The span from one moment to another, by their places.
  public record Span(int from, int to, Axis axis) {}

  /// The second moment is never before the first.
  public record Order(int earlier, int later) {}

  /// What a moment may be.
  public record When(boolean mayNotApply, Ranges seconds) {}

  public record Reading(List<When> moments, List<Order> orders) {}

  private final List<Moment> moments;
  private final List<Span> spans;
  private final List<Order> orders;

  public TimeBlock(List<FactKey> keys, List<Moment> moments, List<Span> spans, List<Order> orders) {
    super(keys);
    this.moments = List.copyOf(moments);
    this.spans = List.copyOf(spans);
    this.orders = List.copyOf(orders);
  }

  @Override
  Reading read(Sheet sheet) {
    List<When> read = moments.stream().map(moment -> when(moment.known(), sheet)).toList();
    List<Order> standing =
        orders.stream()
            .filter(order -> holdsAtAll(read.get(order.earlier()), read.get(order.later())))
            .toList();
    return new Reading(read, standing);
  }

  /// Statements that break the order stand, and the order is left aside.
  private static boolean holdsAtAll(When earlier, When later) {
    return earlier.seconds().isEmpty()
        || later.seconds().isEmpty()
        || earlier.seconds().min() <= later.seconds().max();
  }

  private static When when(Known known, Sheet sheet) {
    boolean mayNotApply = false;
    Ranges seconds = Ranges.NONE;
    long last = known.fact().type().capUnits();
    for (Stated stated : known.on(sheet)) {
      switch (stated) {
        case Stated.NotApplicable _ -> mayNotApply = true;
        case Stated.Unknown _ -> seconds = seconds.or(Ranges.of(0, last));
        case Stated.Exactly(Value value) -> seconds = seconds.or(at(known, value));
        case Stated.OneOf(List<Value> values) -> {
          for (Value value : values) {
            seconds = seconds.or(at(known, value));
          }
        }
        case Stated.Between(var low, var high) ->
            seconds =
                seconds.or(
                    Ranges.of(
                        low.map(value -> at(known, value).min()).orElse(0L),
                        high.map(value -> at(known, value).max()).orElse(last)));
        case Stated.SetBetween _, Stated.CodesBetween _ -> throw known.misfit(stated);
      }
    }
    return new When(mayNotApply, seconds);
  }

  private static Ranges at(Known known, Value value) {
    if (value instanceof Value.Number(long second)) {
      return Ranges.of(second, second);
    }
    throw known.misfit(value);
  }

  @Override
  List<int[]> stands() {
    int[] lengths = new int[moments.size() + spans.size()];
    for (int i = 0; i < moments.size(); i++) {
      lengths[i] = moments.get(i).asked() ? moments.get(i).axis().positions() : 1;
    }
    for (int i = 0; i < spans.size(); i++) {
      lengths[moments.size() + i] = spans.get(i).axis().positions();
    }
    List<When> ever = moments.stream().map(_ -> new When(true, Ranges.of(0, 1L << 50))).toList();
    Reading anything = new Reading(ever, List.of());
    return combinations(lengths).stream().filter(stand -> isPossible(stand, anything)).toList();
  }

  @Override
  boolean isPossible(int[] stand, Reading read) {
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      boolean both = stand[span.from()] != Axis.NO_VALUE && stand[span.to()] != Axis.NO_VALUE;
      if (both != (stand[moments.size() + i] != Axis.NO_VALUE)) {
        return false;
      }
    }
    return place(0, stand, read, new Ranges[moments.size()]);
  }

  /// Chooses for each moment in turn a range in which it lies; almost always there is one.
  private boolean place(int next, int[] stand, Reading read, Ranges[] chosen) {
    if (next == moments.size()) {
      return isSolvable(stand, read.orders(), chosen);
    }
    Moment moment = moments.get(next);
    When when = read.moments().get(next);
    if (moment.asked() ? stand[next] == Axis.NO_VALUE : when.mayNotApply()) {
      chosen[next] = Ranges.NONE;
      return when.mayNotApply() && place(next + 1, stand, read, chosen);
    }
    Ranges seconds =
        moment.asked()
            ? when.seconds().and(moment.axis().units(stand[next], Exact.ONE))
            : when.seconds();
    for (int piece = 0; piece < seconds.pieces(); piece++) {
      chosen[next] = Ranges.of(seconds.low(piece), seconds.high(piece));
      if (place(next + 1, stand, read, chosen)) {
        return true;
      }
    }
    return false;
  }

  private boolean isSolvable(int[] stand, List<Order> standing, Ranges[] chosen) {
    int nodes = moments.size() + 1;
    long[][] most = new long[nodes][nodes];
    for (long[] row : most) {
      Arrays.fill(row, FAR);
    }
    for (int i = 0; i < nodes; i++) {
      most[i][i] = 0;
    }
    for (int i = 0; i < chosen.length; i++) {
      if (!chosen[i].isEmpty()) {
        most[0][i + 1] = Math.min(FAR, chosen[i].max());
        most[i + 1][0] = -chosen[i].min();
      }
    }
    for (Order order : standing) {
      if (!chosen[order.earlier()].isEmpty() && !chosen[order.later()].isEmpty()) {
        bound(most, order.later() + 1, order.earlier() + 1, 0);
      }
    }
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      int position = stand[moments.size() + i];
      if (position != Axis.NO_VALUE) {
        span.axis()
            .from(position)
            .ifPresent(
                cut -> bound(most, span.to() + 1, span.from() + 1, -cut.firstBeyond(Exact.ONE)));
        span.axis()
            .to(position)
            .ifPresent(
                cut -> bound(most, span.from() + 1, span.to() + 1, cut.firstBeyond(Exact.ONE) - 1));
      }
    }
    return hasNoNegativeRound(most);
  }

  /// The second moment is at most so many seconds after the first.
  private static void bound(long[][] most, int from, int to, long seconds) {
    most[from][to] = Math.min(most[from][to], Math.clamp(seconds, -FAR, FAR));
  }

  private static boolean hasNoNegativeRound(long[][] most) {
    for (int via = 0; via < most.length; via++) {
      for (int from = 0; from < most.length; from++) {
        for (int to = 0; to < most.length; to++) {
          long way = Math.clamp(most[from][via] + most[via][to], -FAR, FAR);
          most[from][to] = Math.min(most[from][to], way);
        }
      }
    }
    for (int node = 0; node < most.length; node++) {
      if (most[node][node] < 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  boolean passes(Atom atom, int[] stand) {
    if (atom instanceof Atom.Within within) {
      for (int i = 0; i < moments.size(); i++) {
        if (moments.get(i).asked() && moments.get(i).axis().measure().equals(within.measure())) {
          return moments.get(i).axis().passes(within, stand[i]);
        }
      }
      for (int i = 0; i < spans.size(); i++) {
        if (spans.get(i).axis().measure().equals(within.measure())) {
          return spans.get(i).axis().passes(within, stand[moments.size() + i]);
        }
      }
    }
    throw new IllegalArgumentException("no test for these instants: " + atom);
  }

  @Override
  List<Known> facts() {
    return moments.stream().map(Moment::known).toList();
  }
}
