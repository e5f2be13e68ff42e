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
  private final Gauge[] asked;
  private final @Nullable Leap[] leaps;

  /// All questions below a node at once.
  ///
  /// @param strides what one cell further means in `values`, for each gauge
  private record Leap(Gauge[] gauges, int[] strides, int[] values) {

    int value(Sheet sheet) {
      int place = 0;
      int told = 0;
      for (int i = 0; i < gauges.length; i++) {
        int cell = gauges[i].cell(sheet);
        told |= cell;
        place += cell * strides[i];
      }
      return told < 0 ? UNTOLD : values[place];
    }
  }

  Walk(Diagram diagram, Gauge[] gauges, int[] sizes) {
    this.diagram = diagram;
    this.asked = new Gauge[diagram.nodes()];
    this.leaps = new @Nullable Leap[diagram.nodes()];
    for (int node = 0; node < asked.length; node++) {
      asked[node] = gauges[diagram.variable(node)];
    }
    if (diagram.root() >= 0 && sizes.length <= Long.SIZE) {
      new Leaps(gauges, sizes).findFrom(diagram.root());
    }
  }

  /// The value of the function, whatever else is not known; or [#UNTOLD] where a gauge on the way
  /// does not tell its cell.
  int value(Sheet sheet) {
    int at = diagram.root();
    while (at >= 0) {
      Leap leap = leaps[at];
      int value = leap == null ? UNTOLD : leap.value(sheet);
      if (value != UNTOLD) {
        return value;
      }
      int cell = asked[at].cell(sheet);
      if (cell < 0) {
        return UNTOLD;
      }
      at = diagram.child(at, cell);
    }
    return ~at;
  }

  /// Finds where to leap.
  private final class Leaps {

    private final Gauge[] gauges;
    private final int[] sizes;

    /// For each node the variables below it as a mask, and how many of them are asked on the way
    /// down if all cells are equally likely.
    private final long[] below;

    private final double[] steps;
    private final boolean[] seen;
    private int altogether;

    Leaps(Gauge[] gauges, int[] sizes) {
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
      return new Leap(own, strides, values);
    }
  }
}
