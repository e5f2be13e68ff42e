package org.parley.core.engine.diagram;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.parley.core.terms.Exact;

/// Looks whether a diagram of scores adds up: whether each variable adds a number of its own for
/// its cell, whatever the others are.
///
/// Nothing is assumed of the rule that was drawn. Every edge of the diagram is looked at, so that
/// what is found is proved. A node is *dead* if no score is below it, and so is a cell that leads
/// only there.
final class SumSearch {

  private static final int MOST_SUMS = 1 << 20;

  private final Diagram diagram;
  private final int[] sizes;
  private final IntFunction<Optional<Exact>> score;

  /// For each node the score that the reference cells of all variables below lead to.
  private final Exact[] start;

  private final boolean[] dead;

  /// For each variable a cell that is not dead, or -1 while no node asks it that is not dead.
  private final int[] reference;

  private final Exact[][] own;
  private final boolean[][] deadCell;

  /// @param score the score of a value; empty where there is none, as where it is refused
  SumSearch(Diagram diagram, int[] sizes, IntFunction<Optional<Exact>> score) {
    this.diagram = diagram;
    this.sizes = sizes;
    this.score = score;
    this.start = new Exact[diagram.nodes()];
    this.dead = new boolean[diagram.nodes()];
    this.reference = new int[sizes.length];
    this.own = new Exact[sizes.length][];
    this.deadCell = new boolean[sizes.length][];
    Arrays.fill(start, Exact.ZERO);
    Arrays.fill(reference, -1);
    for (int variable = 0; variable < sizes.length; variable++) {
      own[variable] = new Exact[sizes[variable]];
      deadCell[variable] = new boolean[sizes[variable]];
      Arrays.fill(own[variable], Exact.ZERO);
    }
  }

  /// The sums with what they stand for.
  ///
  /// @param code what a value of the diagram is turned into, from 0 to 127
  Optional<SumTable> table(IntUnaryOperator code) {
    if (diagram.root() < 0 || sizes.length > SumTable.MOST_VARIABLES) {
      return Optional.empty();
    }
    return addsUp() && skipsNone() ? scaled(code) : Optional.empty();
  }

  /// Children have lower numbers than their parents, so one pass upwards sees every child first.
  private boolean addsUp() {
    for (int node = 0; node < diagram.nodes(); node++) {
      int variable = diagram.variable(node);
      int first = 0;
      while (first < sizes[variable] && isDead(diagram.child(node, first))) {
        first++;
      }
      dead[node] = first == sizes[variable];
      if (dead[node]) {
        continue;
      }
      if (reference[variable] < 0) {
        reference[variable] = first;
        learn(node, variable);
      } else if (!agrees(node, variable)) {
        return false;
      }
      start[node] = scoreBelow(diagram.child(node, reference[variable]));
    }
    return !dead[diagram.root()];
  }

  private void learn(int node, int variable) {
    Exact from = scoreBelow(diagram.child(node, reference[variable]));
    for (int cell = 0; cell < sizes[variable]; cell++) {
      int child = diagram.child(node, cell);
      deadCell[variable][cell] = isDead(child);
      if (!deadCell[variable][cell]) {
        own[variable][cell] = scoreBelow(child).minus(from);
      }
    }
  }

  private boolean agrees(int node, int variable) {
    for (int cell = 0; cell < sizes[variable]; cell++) {
      if (isDead(diagram.child(node, cell)) != deadCell[variable][cell]) {
        return false;
      }
    }
    Exact from = scoreBelow(diagram.child(node, reference[variable]));
    for (int cell = 0; cell < sizes[variable]; cell++) {
      if (!deadCell[variable][cell]
          && !scoreBelow(diagram.child(node, cell)).equals(from.plus(own[variable][cell]))) {
        return false;
      }
    }
    return true;
  }

  private boolean isDead(int child) {
    return child < 0 ? score.apply(~child).isEmpty() : dead[child];
  }

  private Exact scoreBelow(int child) {
    return child < 0 ? score.apply(~child).orElseThrow() : start[child];
  }

  /// A variable that adds something must be asked on every way to a score.
  private boolean skipsNone() {
    int[] next = new int[sizes.length + 1];
    next[sizes.length] = sizes.length;
    for (int variable = sizes.length - 1; variable >= 0; variable--) {
      next[variable] = reference[variable] >= 0 ? variable : next[variable + 1];
    }
    for (int node = 0; node < diagram.nodes(); node++) {
      int variable = diagram.variable(node);
      for (int cell = 0; !dead[node] && cell < sizes[variable]; cell++) {
        int child = diagram.child(node, cell);
        int asked = child < 0 ? sizes.length : diagram.variable(child);
        if (!isDead(child) && asked != next[variable + 1]) {
          return false;
        }
      }
    }
    return diagram.variable(diagram.root()) == next[0];
  }

  /// Makes the numbers whole, from zero up, and as small as may be.
  private Optional<SumTable> scaled(IntUnaryOperator code) {
    Exact least = start[diagram.root()];
    BigInteger multiple = BigInteger.ONE;
    for (int variable = 0; variable < sizes.length; variable++) {
      Exact low = lowest(variable);
      least = least.plus(low);
      for (int cell = 0; cell < sizes[variable]; cell++) {
        own[variable][cell] = own[variable][cell].minus(low);
        BigInteger denominator = own[variable][cell].denominator();
        multiple = multiple.divide(multiple.gcd(denominator)).multiply(denominator);
      }
    }
    BigInteger common = BigInteger.ZERO;
    for (int variable = 0; variable < sizes.length; variable++) {
      for (int cell = 0; cell < sizes[variable]; cell++) {
        own[variable][cell] = own[variable][cell].times(Exact.of(multiple, BigInteger.ONE));
        if (!deadCell[variable][cell]) {
          common = common.gcd(own[variable][cell].numerator());
        }
      }
    }
    BigInteger unit = common.max(BigInteger.ONE);
    BigInteger largest = BigInteger.ZERO;
    for (int variable = 0; variable < sizes.length; variable++) {
      largest = largest.add(highest(variable).divide(unit));
    }
    return largest.compareTo(BigInteger.valueOf(MOST_SUMS)) < 0
        ? valued(addends(unit), least, Exact.of(unit, multiple), largest.intValueExact(), code)
        : Optional.empty();
  }

  private Exact lowest(int variable) {
    Exact low = Exact.ZERO;
    for (int cell = 0; cell < sizes[variable]; cell++) {
      if (!deadCell[variable][cell] && low.isAbove(own[variable][cell])) {
        low = own[variable][cell];
      }
    }
    return low;
  }

  private BigInteger highest(int variable) {
    BigInteger high = BigInteger.ZERO;
    for (int cell = 0; cell < sizes[variable]; cell++) {
      if (!deadCell[variable][cell]) {
        high = high.max(own[variable][cell].numerator());
      }
    }
    return high;
  }

  private int[][] addends(BigInteger unit) {
    int[][] addends = new int[sizes.length][];
    for (int variable = 0; variable < sizes.length; variable++) {
      addends[variable] = new int[sizes[variable]];
      for (int cell = 0; cell < sizes[variable]; cell++) {
        addends[variable][cell] =
            deadCell[variable][cell]
                ? SumTable.BEYOND
                : own[variable][cell].numerator().divide(unit).intValue();
      }
    }
    return addends;
  }

  /// Writes down what each score stands for; empty if one score stands for two things.
  private Optional<SumTable> valued(
      int[][] addends, Exact least, Exact step, int largest, IntUnaryOperator code) {
    byte[] values = new byte[largest + 1];
    Arrays.fill(values, (byte) SumTable.NONE);
    for (int node = 0; node < diagram.nodes(); node++) {
      for (int cell = 0; cell < sizes[diagram.variable(node)]; cell++) {
        int child = diagram.child(node, cell);
        if (child < 0 && !isDead(child)) {
          int sum = scoreBelow(child).minus(least).dividedBy(step).numerator().intValueExact();
          int value = code.applyAsInt(~child);
          if (values[sum] != SumTable.NONE && values[sum] != value) {
            return Optional.empty();
          }
          values[sum] = (byte) value;
        }
      }
    }
    return Optional.of(
        new SumTable(addends, values, Optional.of(new SumTable.Scores(least, step))));
  }
}
