package org.parley.core.engine.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The sets of values that a table of sums can still give where some variables are not known.
///
/// No set of sums is ever listed. The lowest and the highest sum are each possible, and between
/// them no two neighbouring sums lie further apart than the *widest gap*: where the values follow
/// each other in stretches at least that wide, each stretch in between is met. For a set A of span
/// s in which no gap is wider than g, and a set B in which none is wider than h, no gap of A + B is
/// wider than max(g, h − s): the copies of A, one for each number of B, begin at most h apart.
///
/// @param <S> what stands for a set of values
public final class SumSets<S> {

  private static final int MOST_STRETCHES = 127;

  private final SumTable table;

  /// The variables, the narrowest gap first; and the place of each in that order, as a bit.
  private final int[] order;

  private final long[] bit;
  private final int[] least;
  private final int[] span;
  private final int[] gap;
  private final byte[] stretchOf;

  /// What stands for the values from one stretch to another.
  private final List<List<S>> sets = new ArrayList<>();

  private final int narrowest;

  private SumSets(SumTable table, int[][] open, List<Integer> from, LongFunction<S> named) {
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
    this.bit = new long[open.length];
    for (int place = 0; place < order.length; place++) {
      bit[order[place]] = 1L << place;
    }
    this.stretchOf = new byte[table.largest() + 1];
    int narrow = Integer.MAX_VALUE;
    for (int i = 0; i < from.size(); i++) {
      boolean last = i + 1 == from.size();
      int end = last ? stretchOf.length : from.get(i + 1);
      Arrays.fill(stretchOf, from.get(i), end, (byte) i);
      if (i > 0 && !last) {
        narrow = Math.min(narrow, end - from.get(i));
      }
    }
    this.narrowest = narrow;
    nameSets(from, named);
  }

  private void nameSets(List<Integer> from, LongFunction<S> named) {
    for (int i = 0; i < from.size(); i++) {
      List<S> row = new ArrayList<>();
      long mask = 0;
      for (int j = i; j < from.size(); j++) {
        mask |= 1L << table.valueOf(from.get(j));
        row.add(named.apply(mask));
      }
      sets.add(row);
    }
  }

  /// The sets of a table, if its sums are of that kind.
  ///
  /// @param open for each variable the cells that it can be in when nothing is known of it
  /// @param named what stands for a set, given as a mask
  public static <S> Optional<SumSets<S>> of(
      SumTable table, List<BitSet> open, LongFunction<S> named) {
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
    return from.size() > MOST_STRETCHES || from.getFirst() != 0 || open.size() > Long.SIZE
        ? Optional.empty()
        : Optional.of(new SumSets<>(table, addends, from, named));
  }

  /// All values that are possible; null where that is not known in this quick manner.
  ///
  /// @param cellOf gives the cell of a variable, -1 where nothing is known of it, or less where
  ///   more is known than a cell can say
  public @Nullable S valuesAt(IntUnaryOperator cellOf) {
    int low = 0;
    long open = 0;
    for (int variable = 0; variable < bit.length; variable++) {
      int cell = cellOf.applyAsInt(variable);
      if (cell >= 0) {
        low += table.addend(variable, cell);
      } else if (cell == -1) {
        low += least[variable];
        open |= bit[variable];
      } else {
        return null;
      }
    }
    int reach = 0;
    int widest = 0;
    for (; open != 0; open &= open - 1) {
      int variable = order[Long.numberOfTrailingZeros(open)];
      widest = Math.max(widest, gap[variable] - reach);
      reach += span[variable];
    }
    if (low + reach >= stretchOf.length) {
      return null;
    }
    int first = stretchOf[low];
    int further = stretchOf[low + reach] - first;
    return further > 1 && widest > narrowest ? null : sets.get(first).get(further);
  }
}
