package org.parley.core.engine.diagram;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.parley.core.terms.Exact;

/// A function of cells that is looked up by one sum: every variable adds a number of its own for
/// its cell, and the sum says the value.
///
/// A function over few cells is always one: the sum is the place in a table of all combinations. A
/// weighted mean in bands is one however many criteria it has. Immutable.
public final class SumTable {

  /// No value is known in this quick manner.
  public static final int NONE = -1;

  /// Added for a cell in which there is no sum; more than any sum.
  static final int BEYOND = 1 << 24;

  /// The most variables, so that not even all of them beyond overflow the sum.
  static final int MOST_VARIABLES = 100;

  private static final int MOST_COMBINATIONS = 1 << 16;

  private final int shift;
  private final int variables;
  private final int[] addends;
  private final byte[] values;
  private final Optional<Scores> scores;

  /// What a sum says of the score of which it is made: least + sum × step.
  record Scores(Exact least, Exact step) {}

  /// A table on its own, without scores.
  ///
  /// @param addends for each variable one number for each of its cells, not negative
  /// @param values for each sum the value, or [#NONE]
  public SumTable(int[][] addends, byte[] values) {
    this(addends, values, Optional.empty());
  }

  SumTable(int[][] addends, byte[] values, Optional<Scores> scores) {
    this.scores = scores;
    int widest = 1;
    for (int[] own : addends) {
      widest = Math.max(widest, own.length);
    }
    this.shift = Integer.SIZE - Integer.numberOfLeadingZeros(widest - 1);
    this.variables = addends.length;
    this.addends = new int[variables << shift];
    Arrays.fill(this.addends, BEYOND);
    for (int variable = 0; variable < variables; variable++) {
      System.arraycopy(
          addends[variable], 0, this.addends, variable << shift, addends[variable].length);
    }
    this.values = values;
  }

  /// A table of all combinations of cells, if they are not too many.
  ///
  /// @param sizes how many cells each variable has
  public static Optional<SumTable> ofAll(Diagram diagram, int[] sizes) {
    long combinations = 1;
    for (int size : sizes) {
      combinations *= size;
      if (combinations > MOST_COMBINATIONS || sizes.length > MOST_VARIABLES) {
        return Optional.empty();
      }
    }
    int[][] addends = new int[sizes.length][];
    int stride = 1;
    for (int variable = 0; variable < sizes.length; variable++) {
      addends[variable] = new int[sizes[variable]];
      for (int cell = 0; cell < sizes[variable]; cell++) {
        addends[variable][cell] = cell * stride;
      }
      stride *= sizes[variable];
    }
    byte[] values = new byte[stride];
    int[] cells = new int[sizes.length];
    for (int place = 0; place < stride; place++) {
      int rest = place;
      for (int variable = 0; variable < sizes.length; variable++) {
        cells[variable] = rest % sizes[variable];
        rest /= sizes[variable];
      }
      values[place] = (byte) diagram.valueAt(cells);
    }
    return Optional.of(new SumTable(addends, values));
  }

  /// A table of sums, if the scores of the diagram add up.
  ///
  /// @param score the score of a value of the diagram; empty where there is none
  /// @param code what a value of the diagram is turned into, from 0 to 63
  public static Optional<SumTable> ofScores(
      Diagram diagram, int[] sizes, IntFunction<Optional<Exact>> score, IntUnaryOperator code) {
    return new SumSearch(diagram, sizes, score).table(code);
  }

  /// The same function for packed cells: those of as many neighbouring variables as fit go into one
  /// byte.
  public PackedTable packed(int[] sizes) {
    return new PackedTable(this, sizes);
  }

  /// The value for one cell of each variable, or [#NONE].
  public int valueAt(int[] cells) {
    int sum = 0;
    for (int variable = 0; variable < variables; variable++) {
      sum += addend(variable, cells[variable]);
    }
    return valueOf(sum);
  }

  /// What a variable adds for a cell.
  public int addend(int variable, int cell) {
    return addends[(variable << shift) + cell];
  }

  /// What a variable adds for each of its cells; for cells that it does not have, more than any
  /// sum.
  public int[] addends(int variable) {
    return Arrays.copyOfRange(addends, variable << shift, variable + 1 << shift);
  }

  /// The score that a sum stands for; empty where the function has none.
  public Optional<Exact> scoreOf(int sum) {
    return scores.map(line -> line.least().plus(line.step().times(Exact.of(sum))));
  }

  public int variables() {
    return variables;
  }

  /// The largest sum that has a value.
  public int largest() {
    return values.length - 1;
  }

  /// The value for a sum of one addend of each variable, or [#NONE].
  public int valueOf(int sum) {
    return sum < values.length ? values[sum] : NONE;
  }
}
