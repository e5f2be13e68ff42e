package org.parley.core.engine.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// The sets of values that a table of sums can still give where some variables are not known.
///
/// No set of sums is ever listed. The lowest and the highest sum are each possible, and between
/// them no two neighbouring sums lie further apart than the *widest gap*: where the values follow
/// each other in stretches at least that wide, each stretch in between is met. For a set A of span
/// s in which no gap is wider than g, and a set B in which none is wider than h, no gap of A + B is
/// wider than max(g, h − s): the copies of A, one for each number of B, begin at most h apart.
public final class SumSets {

  private static final int MOST_STRETCHES = 127;

  private final SumTable table;
  private final int[] order;
  private final int[] least;
  private final int[] span;
  private final int[] gap;
  private final byte[] stretchOf;
  private final long[][] masks;
  private final int narrowest;

  private SumSets(SumTable table, int[][] open, List<Integer> from) {
    this.table = table;
    this.least = new int[open.length];
    this.span = new int[open.length];
    this.gap = new int[open.length];
    for (int variable = 0; variable < open.length; variable++) {
      int[] sorted = open[variable];
      least[variable] = sorted[0];
      span[variable] = sorted[sorted.length - 1] - sorted[0];
      for (int i = 1; i < sorted.length; i++) {
        gap[variable] = Math.max(gap[variable], sorted[i] - sorted[i - 1]);
      }
    }
    this.order =
        IntStream.range(0, open.length)
            .boxed()
            .sorted(Comparator.comparingInt(variable -> gap[variable]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.stretchOf = new byte[table.largest() + 1];
    this.masks = new long[from.size()][from.size()];
    int narrow = Integer.MAX_VALUE;
    for (int i = 0; i < from.size(); i++) {
      boolean last = i + 1 == from.size();
      int end = last ? stretchOf.length : from.get(i + 1);
      Arrays.fill(stretchOf, from.get(i), end, (byte) i);
      long mask = 0;
      for (int j = i; j < from.size(); j++) {
        mask |= 1L << table.valueOf(from.get(j));
        masks[i][j] = mask;
      }
      if (i > 0 && !last) {
        narrow = Math.min(narrow, end - from.get(i));
      }
    }
    this.narrowest = narrow;
  }

  /// The sets of a table, if its sums are of that kind.
  ///
  /// @param open for each variable the cells that it can be in when nothing is known of it
  public static Optional<SumSets> of(SumTable table, List<BitSet> open) {
    int[][] addends = new int[open.size()][];
    for (int variable = 0; variable < addends.length; variable++) {
      int own = variable;
      addends[variable] =
          open.get(variable).stream().map(cell -> table.addend(own, cell)).sorted().toArray();
      if (addends[variable].length == 0
          || addends[variable][addends[variable].length - 1] >= SumTable.BEYOND) {
        return Optional.empty();
      }
    }
    List<Integer> from = new ArrayList<>();
    for (int sum = 0, before = SumTable.NONE; sum <= table.largest(); sum++) {
      int value = table.valueOf(sum);
      if (value != SumTable.NONE && value != before) {
        from.add(sum);
        before = value;
      }
    }
    return from.size() > MOST_STRETCHES || from.getFirst() != 0
        ? Optional.empty()
        : Optional.of(new SumSets(table, addends, from));
  }

  /// All values that are possible, as a mask; 0 where that is not known in this quick manner.
  ///
  /// @param cellOf gives the cell of a variable, -1 where nothing is known of it, or less where
  ///   more is known than a cell can say
  public long valuesAt(IntUnaryOperator cellOf) {
    int low = 0;
    int reach = 0;
    int widest = 0;
    for (int variable : order) {
      int cell = cellOf.applyAsInt(variable);
      if (cell >= 0) {
        low += table.addend(variable, cell);
      } else if (cell == -1) {
        low += least[variable];
        widest = Math.max(widest, gap[variable] - reach);
        reach += span[variable];
      } else {
        return 0;
      }
    }
    if (low + reach >= stretchOf.length) {
      return 0;
    }
    int first = stretchOf[low];
    int last = stretchOf[low + reach];
    return last - first > 1 && widest > narrowest ? 0 : masks[first][last];
  }
}
