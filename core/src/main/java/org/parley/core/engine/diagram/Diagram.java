package org.parley.core.engine.diagram;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One function of the variables, ready to be walked. Immutable.
public final class Diagram {

  /// The function that is 0 everywhere.
  public static final Diagram NONE = new Diagram(Forest.constant(0), new int[0], new int[0][]);

  private final int root;
  private final int[] variable;
  private final int[][] children;

  private Diagram(int root, int[] variable, int[][] children) {
    this.root = root;
    this.variable = variable;
    this.children = children;
  }

  /// A function as it was written down.
  ///
  /// @param root where a walk begins: the number of a node, or ~value
  /// @param variable the variable that each node asks
  /// @param children for each node where a walk goes on from each cell
  public static Diagram of(int root, int[] variable, int[][] children) {
    return new Diagram(root, variable, children);
  }

  /// The function on its own, without the rest of the forest.
  public static Diagram of(Forest forest, int reference) {
    Map<Integer, Integer> place = new HashMap<>();
    List<Integer> order = new ArrayList<>();
    number(forest, reference, place, order);
    int[] variables = new int[order.size()];
    int[][] below = new int[order.size()][];
    for (int i = 0; i < order.size(); i++) {
      int node = order.get(i);
      variables[i] = forest.variableOf(node);
      below[i] = new int[forest.childCount(node)];
      for (int cell = 0; cell < below[i].length; cell++) {
        int child = forest.child(node, cell);
        below[i][cell] = Forest.isConstant(child) ? child : place.getOrDefault(child, child);
      }
    }
    return new Diagram(
        Forest.isConstant(reference) ? reference : place.getOrDefault(reference, reference),
        variables,
        below);
  }

  private static void number(
      Forest forest, int reference, Map<Integer, Integer> place, List<Integer> order) {
    if (Forest.isConstant(reference) || place.containsKey(reference)) {
      return;
    }
    for (int cell = 0; cell < forest.childCount(reference); cell++) {
      number(forest, forest.child(reference, cell), place, order);
    }
    place.put(reference, order.size());
    order.add(reference);
  }

  /// Where a walk begins: the number of a node, or ~value at the end of it.
  public int root() {
    return root;
  }

  /// The variable that a node asks.
  public int variable(int node) {
    return variable[node];
  }

  /// Where a walk goes on: the number of a node, or ~value at the end of it.
  public int child(int node, int cell) {
    return children[node][cell];
  }

  /// How many cells the variable has that a node asks.
  public int cells(int node) {
    return children[node].length;
  }

  public int nodes() {
    return variable.length;
  }

  /// The value for one cell of each variable.
  public int valueAt(int[] cells) {
    int at = root;
    while (at >= 0) {
      at = children[at][cells[variable[at]]];
    }
    return ~at;
  }

  /// All values, each below 64, that the function takes, as a mask. Like [#values(List, int[])].
  public long mask(List<List<BitSet[]>> blocks, int[] first) {
    long mask = 0;
    BitSet values = values(blocks, first);
    for (int value = values.nextSetBit(0); value >= 0; value = values.nextSetBit(value + 1)) {
      mask |= 1L << value;
    }
    return mask;
  }

  /// All values that the function takes.
  ///
  /// @param blocks for each block of neighbouring variables the ways in which they can stand, as
  ///   cells per variable
  /// @param first for each block the number of its first variable; one more entry for the end
  public BitSet values(List<List<BitSet[]>> blocks, int[] first) {
    BitSet values = new BitSet();
    BitSet at = new BitSet();
    enter(root, at, values);
    for (int block = 0; block < blocks.size() && !at.isEmpty(); block++) {
      at = through(at, blocks.get(block), first[block], first[block + 1], values);
    }
    return values;
  }

  private static void enter(int reference, BitSet nodes, BitSet values) {
    if (reference >= 0) {
      nodes.set(reference);
    } else {
      values.set(~reference);
    }
  }

  /// The nodes beyond a block that can be reached through it.
  private BitSet through(BitSet at, List<BitSet[]> ways, int from, int to, BitSet values) {
    BitSet beyond = new BitSet();
    for (BitSet[] way : ways) {
      BitSet open = (BitSet) at.clone();
      // Children have lower numbers than their parents, so one pass from the top down suffices.
      for (int node = open.length() - 1; node >= 0; node = open.previousSetBit(node - 1)) {
        if (variable[node] >= to) {
          beyond.set(node);
        } else {
          BitSet cells = way[variable[node] - from];
          for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
            enter(children[node][cell], open, values);
          }
        }
      }
    }
    return beyond;
  }
}
