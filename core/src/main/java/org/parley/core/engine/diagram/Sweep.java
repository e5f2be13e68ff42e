package org.parley.core.engine.diagram;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One look at a diagram with what is known: which values remain, which remain if a variable were
/// in a certain cell, and which variables still make a difference. Values must be below 64; sets of
/// them are masks.
public final class Sweep {

  private final Diagram diagram;
  private final List<List<BitSet[]>> blocks;
  private final int[] first;
  private final int[] blockOf;
  private final long[] below;
  private final long[][] inWay;
  private final long[][] at;
  private final long[] aside;
  private final BitSet mattering = new BitSet();
  private long settled;
  private long settledHere;

  /// @param blocks for each block of neighbouring variables the ways in which they can stand
  /// @param first for each block the number of its first variable; one more entry for the end
  /// @param sizes how many cells each variable has
  public Sweep(Diagram diagram, List<List<BitSet[]>> blocks, int[] first, int[] sizes) {
    this.diagram = diagram;
    this.blocks = blocks;
    this.first = first;
    this.blockOf = new int[sizes.length];
    for (int block = 0; block < blocks.size(); block++) {
      Arrays.fill(blockOf, first[block], first[block + 1], block);
    }
    this.below = new long[diagram.nodes()];
    int mostWays = blocks.stream().mapToInt(List::size).max().orElse(0);
    this.inWay = new long[mostWays][diagram.nodes()];
    this.aside = new long[sizes.length];
    this.at = new long[sizes.length][];
    for (int variable = 0; variable < sizes.length; variable++) {
      at[variable] = new long[sizes[variable]];
    }
    fillBelow();
    BitSet reached = new BitSet();
    enter(diagram.root(), reached);
    this.settled = diagram.root() < 0 ? values() : 0;
    this.settledHere = settled;
    for (int block = 0; block < blocks.size(); block++) {
      reached = through(block, reached);
    }
    if (Long.bitCount(values()) > 1) {
      findMattering();
    }
  }

  /// All values that remain.
  public long values() {
    return valuesBelow(diagram.root());
  }

  /// The values that remain if the variable is in the cell and all else is as it is.
  public long valuesAt(int variable, int cell) {
    return at[variable][cell] | aside[variable];
  }

  /// Whether two ways to fill in the unknown that differ in this variable alone give different
  /// values.
  public boolean matters(int variable) {
    return mattering.get(variable);
  }

  private long valuesBelow(int reference) {
    return reference < 0 ? 1L << ~reference : below[reference];
  }

  /// Children have lower numbers than their parents, so one pass upwards suffices.
  private void fillBelow() {
    for (int node = 0; node < below.length; node++) {
      int block = blockOf[diagram.variable(node)];
      List<BitSet[]> ways = blocks.get(block);
      for (int way = 0; way < ways.size(); way++) {
        BitSet cells = ways.get(way)[diagram.variable(node) - first[block]];
        long values = 0;
        for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
          values |= valuesIn(way, diagram.child(node, cell), first[block + 1]);
        }
        inWay[way][node] = values;
        below[node] |= values;
      }
    }
  }

  /// What remains below, within one way for the variables before `end`.
  private long valuesIn(int way, int reference, int end) {
    return reference >= 0 && diagram.variable(reference) < end
        ? inWay[way][reference]
        : valuesBelow(reference);
  }

  /// Goes through one block from the nodes at which it is entered.
  private BitSet through(int block, BitSet entered) {
    BitSet beyond = new BitSet();
    List<BitSet[]> ways = blocks.get(block);
    for (int way = 0; way < ways.size(); way++) {
      BitSet open = (BitSet) entered.clone();
      for (int node = entered.nextSetBit(0); node >= 0; node = entered.nextSetBit(node + 1)) {
        pass(block, way, first[block] - 1, node);
      }
      for (int node = open.length() - 1; node >= 0; node = open.previousSetBit(node - 1)) {
        if (diagram.variable(node) >= first[block + 1]) {
          beyond.set(node);
        } else {
          ask(block, way, node, open);
        }
      }
    }
    for (int variable = first[block]; variable < first[block + 1]; variable++) {
      aside[variable] |= settled;
    }
    settled |= settledHere;
    return beyond;
  }

  /// Goes from a node to its children within one way of its block.
  private void ask(int block, int way, int node, BitSet open) {
    int variable = diagram.variable(node);
    List<BitSet[]> ways = blocks.get(block);
    BitSet cells = ways.get(way)[variable - first[block]];
    for (int cell = 0; cell < at[variable].length; cell++) {
      int child = diagram.child(node, cell);
      // What would be if the variable were elsewhere is only asked where there is one way.
      if (ways.size() == 1 || cells.get(cell)) {
        at[variable][cell] |= valuesIn(way, child, first[block + 1]);
      }
      if (cells.get(cell)) {
        pass(block, way, variable, child);
        if (child >= 0) {
          open.set(child);
        } else {
          settledHere |= 1L << ~child;
        }
      }
    }
  }

  /// Notes for the variables of the block that the step from one variable to a node leaves out what
  /// remains whatever they are.
  private void pass(int block, int way, int from, int reference) {
    int end = first[block + 1];
    int to = reference < 0 ? end : Math.min(end, diagram.variable(reference));
    long values = valuesIn(way, reference, end);
    List<BitSet[]> ways = blocks.get(block);
    for (int variable = from + 1; variable < to; variable++) {
      if (ways.size() == 1) {
        aside[variable] |= values;
      } else {
        BitSet cells = ways.get(way)[variable - first[block]];
        for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
          at[variable][cell] |= values;
        }
      }
    }
  }

  private record Shape(int variable, List<Integer> children) {}

  /// Draws the diagram again with the possible cells alone: what is still asked there matters.
  private void findMattering() {
    int[] same = new int[below.length];
    Map<Shape, Integer> known = new HashMap<>();
    for (int node = 0; node < below.length; node++) {
      int variable = diagram.variable(node);
      BitSet cells = possible(variable);
      int parent = node;
      List<Integer> children =
          cells.stream().map(cell -> canonical(diagram.child(parent, cell), same)).boxed().toList();
      boolean asks = children.stream().distinct().count() > 1;
      int own = node;
      same[node] =
          asks
              ? known.computeIfAbsent(new Shape(variable, children), _ -> own)
              : children.isEmpty() ? node : children.getFirst();
    }
    BitSet open = new BitSet();
    enter(canonical(diagram.root(), same), open);
    for (int node = open.length() - 1; node >= 0; node = open.previousSetBit(node - 1)) {
      int variable = diagram.variable(node);
      mattering.set(variable);
      int parent = node;
      possible(variable).stream()
          .forEach(cell -> enter(canonical(diagram.child(parent, cell), same), open));
    }
  }

  private static int canonical(int reference, int[] same) {
    return reference < 0 ? reference : same[reference];
  }

  private static void enter(int reference, BitSet open) {
    if (reference >= 0) {
      open.set(reference);
    }
  }

  private BitSet possible(int variable) {
    int block = blockOf[variable];
    BitSet cells = new BitSet();
    for (BitSet[] way : blocks.get(block)) {
      cells.or(way[variable - first[block]]);
    }
    return cells;
  }
}
