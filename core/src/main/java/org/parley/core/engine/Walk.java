package org.parley.core.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.parley.core.engine.diagram.Diagram;
import org.parley.core.engine.pocket.Gauge;
import org.parley.core.fact.Sheet;

/// A diagram made ready to be walked by sheets again and again: from question to question, and
/// where most questions that remain would be asked anyway, all of them at once.
///
/// Every step waits for the answer to the one before, while answers that do not depend on each
/// other are looked up side by side: three of those cost no more than one step. Immutable.
final class Walk {

  static final int UNTOLD = -1;

  /// The most values of one leap, and of all leaps together.
  private static final int MOST_VALUES = 1 << 12;

  private static final int MOST_ALTOGETHER = 1 << 14;

  private final Diagram diagram;
  private final Question[] asked;

  /// What is asked at a node, and where the answers lead: to a node, to ~value, or [#NOWHERE].
  ///
  /// @param byCell where each cell leads
  /// @param byOption for a fact with options where each of them leads, else empty: where nobody can
  ///   guess the answer, everything that must be looked up before it is known is waited for, so its
  ///   cell is not asked for first
  private record Question(Gauge gauge, int[] byCell, int[] byOption, @Nullable Leap leap) {

    static final int NOWHERE = Integer.MIN_VALUE;

    static Question of(Diagram diagram, int node, Gauge gauge, @Nullable Leap leap) {
      int[] byCell = new int[diagram.cells(node)];
      Arrays.setAll(byCell, cell -> diagram.child(node, cell));
      int[] cells = gauge.kind() == Gauge.Kind.OPTION ? gauge.cells() : new int[0];
      int[] byOption = new int[cells.length];
      Arrays.setAll(byOption, place -> cells[place] < 0 ? NOWHERE : byCell[cells[place]]);
      return new Question(gauge, byCell, byOption, leap);
    }

    int next(Sheet sheet) {
      int value = leap == null ? UNTOLD : leap.value(sheet);
      if (value != UNTOLD) {
        return ~value;
      }
      if (byOption.length > 0) {
        int place = sheet.option(gauge.key());
        if (place >= 0 && place < byOption.length) {
          return byOption[place];
        }
      }
      int cell = gauge.cell(sheet);
      return cell < 0 ? NOWHERE : byCell[cell];
    }
  }

  Walk(Diagram diagram, Gauge[] gauges, int[] sizes) {
    this.diagram = diagram;
    this.asked = new Question[diagram.nodes()];
    @Nullable Leap[] leaps = new @Nullable Leap[diagram.nodes()];
    if (diagram.root() >= 0 && sizes.length <= Long.SIZE) {
      new Leaps(gauges, sizes, leaps).findFrom(diagram.root());
    }
    for (int node = 0; node < asked.length; node++) {
      asked[node] = Question.of(diagram, node, gauges[diagram.variable(node)], leaps[node]);
    }
  }

  /// The value of the function, whatever else is not known; or [#UNTOLD] where a gauge on the way
  /// does not tell its cell.
  int value(Sheet sheet) {
    int at = diagram.root();
    while (at >= 0) {
      at = asked[at].next(sheet);
    }
    return at == Question.NOWHERE ? UNTOLD : ~at;
  }

  /// Finds where to leap.
  private final class Leaps {

    private final Gauge[] gauges;
    private final int[] sizes;
    private final @Nullable Leap[] leaps;

    /// For each node the variables below it as a mask, and how many of them are asked on the way
    /// down if all cells are equally likely.
    private final long[] below;

    private final double[] steps;
    private final boolean[] seen;
    private int altogether;

    Leaps(Gauge[] gauges, int[] sizes, @Nullable Leap[] leaps) {
      this.leaps = leaps;
      this.gauges = gauges;
      this.sizes = sizes;
      this.below = new long[asked.length];
      this.steps = new double[asked.length];
      this.seen = new boolean[asked.length];
      // Children have lower numbers than their parents.
      for (int node = 0; node < asked.length; node++) {
        below[node] = 1L << diagram.variable(node);
        for (int cell = 0; cell < diagram.cells(node); cell++) {
          int child = diagram.child(node, cell);
          below[node] |= child < 0 ? 0 : below[child];
          steps[node] += child < 0 ? 0 : steps[child];
        }
        steps[node] = 1 + steps[node] / diagram.cells(node);
      }
    }

    void findFrom(int node) {
      if (node < 0 || seen[node]) {
        return;
      }
      seen[node] = true;
      long values = values(below[node]);
      if (Long.bitCount(below[node]) <= 2 * steps[node] && altogether + values <= MOST_ALTOGETHER) {
        altogether += (int) values;
        leaps[node] = leap(node, (int) values);
        return;
      }
      for (int cell = 0; cell < diagram.cells(node); cell++) {
        findFrom(diagram.child(node, cell));
      }
    }

    private long values(long variables) {
      long values = 1;
      for (long rest = variables; rest != 0 && values <= MOST_VALUES; rest &= rest - 1) {
        values *= sizes[Long.numberOfTrailingZeros(rest)];
      }
      return values <= MOST_VALUES ? values : MOST_ALTOGETHER + 1L;
    }

    private Leap leap(int node, int count) {
      int[] variables = new int[Long.bitCount(below[node])];
      int[] strides = new int[variables.length];
      long rest = below[node];
      for (int i = 0, stride = 1; i < variables.length; i++, rest &= rest - 1) {
        variables[i] = Long.numberOfTrailingZeros(rest);
        strides[i] = stride;
        stride *= sizes[variables[i]];
      }
      int[] values = new int[count];
      int[] cells = new int[sizes.length];
      for (int place = 0; place < count; place++) {
        for (int i = 0; i < variables.length; i++) {
          cells[variables[i]] = place / strides[i] % sizes[variables[i]];
        }
        int at = node;
        while (at >= 0) {
          at = diagram.child(at, cells[diagram.variable(at)]);
        }
        values[place] = ~at;
      }
      Gauge[] own = Arrays.stream(variables).mapToObj(one -> gauges[one]).toArray(Gauge[]::new);
      return Leap.of(own, strides, values);
    }
  }
}
