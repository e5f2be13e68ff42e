package org.parley.core.engine.diagram;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/// Decision diagrams that share their parts.
///
/// A *reference* to a function is the number of a node, or for a constant c the negative number ~c.
/// Each function has exactly one reference, so that two functions are the same if their references
/// are. Variables are asked in rising order along every path.
public final class Forest {

  /// Thrown when the functions of a scale need more nodes than is sensible.
  public static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge(int nodes) {
      super("more than " + nodes + " nodes");
    }
  }

  /// No constant ends an operation early.
  public static final int NONE = Integer.MIN_VALUE;

  private static final int MOST_NODES = 2_000_000;

  private final int[] sizes;
  private int[] variable = new int[1024];
  private int[][] children = new int[1024][];
  private int[] slots = new int[4096];
  private int nodes;

  /// @param sizes how many cells each variable has
  public Forest(int[] sizes) {
    this.sizes = sizes.clone();
    Arrays.fill(slots, -1);
  }

  /// The function that has the same value everywhere.
  public static int constant(int value) {
    return ~value;
  }

  public static boolean isConstant(int reference) {
    return reference < 0;
  }

  public static int value(int constant) {
    return ~constant;
  }

  int variableOf(int reference) {
    return reference < 0 ? Integer.MAX_VALUE : variable[reference];
  }

  int child(int reference, int cell) {
    return children[reference][cell];
  }

  int childCount(int reference) {
    return children[reference].length;
  }

  /// The function that is the first constant where the variable is in one of the cells, and the
  /// second elsewhere.
  public int in(int asked, BitSet cells, int yes, int no) {
    int[] below = new int[sizes[asked]];
    for (int cell = 0; cell < below.length; cell++) {
      below[cell] = cells.get(cell) ? constant(yes) : constant(no);
    }
    return node(asked, below);
  }

  /// The node that asks a variable and goes on to one child per cell.
  int node(int asked, int[] below) {
    if (allSame(below)) {
      return below[0];
    }
    int slot = slotOf(asked, below);
    if (slots[slot] >= 0) {
      return slots[slot];
    }
    if (nodes == MOST_NODES) {
      throw new TooLarge(MOST_NODES);
    }
    if (nodes == variable.length) {
      variable = Arrays.copyOf(variable, 2 * nodes);
      children = Arrays.copyOf(children, 2 * nodes);
    }
    variable[nodes] = asked;
    children[nodes] = below;
    slots[slot] = nodes;
    nodes++;
    if (2 * nodes > slots.length) {
      rehash();
    }
    return nodes - 1;
  }

  private static boolean allSame(int[] below) {
    for (int child : below) {
      if (child != below[0]) {
        return false;
      }
    }
    return true;
  }

  private int slotOf(int asked, int[] below) {
    int hash = (Arrays.hashCode(below) * 31 + asked) * 0x9E3779B9;
    int slot = (hash >>> 8) & (slots.length - 1);
    while (slots[slot] >= 0
        && !(variable[slots[slot]] == asked && Arrays.equals(children[slots[slot]], below))) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void rehash() {
    slots = new int[2 * slots.length];
    Arrays.fill(slots, -1);
    for (int node = 0; node < nodes; node++) {
      slots[slotOf(variable[node], children[node])] = node;
    }
  }

  /// The function whose value is the operation on the values of two others.
  ///
  /// @param absorbing a constant that decides the operation whatever the other value is (the result
  ///   is then that constant), or [#NONE]
  public int combine(int one, int other, IntBinaryOperator operation, int absorbing) {
    return new Combination(operation, absorbing).of(one, other);
  }

  private final class Combination {
    private final IntBinaryOperator operation;
    private final int absorbing;
    private final Map<Long, Integer> known = new HashMap<>();

    Combination(IntBinaryOperator operation, int absorbing) {
      this.operation = operation;
      this.absorbing = absorbing;
    }

    int of(int one, int other) {
      if (isConstant(one) && isConstant(other)) {
        return constant(operation.applyAsInt(value(one), value(other)));
      }
      if (absorbing != NONE && (one == constant(absorbing) || other == constant(absorbing))) {
        return constant(absorbing);
      }
      long pair = ((long) one << 32) | (other & 0xFFFF_FFFFL);
      Integer done = known.get(pair);
      if (done != null) {
        return done;
      }
      int asked = Math.min(variableOf(one), variableOf(other));
      int[] below = new int[sizes[asked]];
      for (int cell = 0; cell < below.length; cell++) {
        below[cell] = of(follow(one, asked, cell), follow(other, asked, cell));
      }
      int result = node(asked, below);
      known.put(pair, result);
      return result;
    }
  }

  private int follow(int reference, int asked, int cell) {
    return variableOf(reference) == asked ? children[reference][cell] : reference;
  }

  /// The function whose value is the operation on the value of another.
  public int map(int reference, IntUnaryOperator operation) {
    return map(reference, operation, new HashMap<>());
  }

  private int map(int reference, IntUnaryOperator operation, Map<Integer, Integer> known) {
    if (isConstant(reference)) {
      return constant(operation.applyAsInt(value(reference)));
    }
    Integer done = known.get(reference);
    if (done != null) {
      return done;
    }
    int[] below = new int[childCount(reference)];
    for (int cell = 0; cell < below.length; cell++) {
      below[cell] = map(child(reference, cell), operation, known);
    }
    int result = node(variableOf(reference), below);
    known.put(reference, result);
    return result;
  }

  /// The first function where the condition is 1, the second where it is 0.
  public int choose(int condition, int then, int otherwise) {
    return choose(condition, then, otherwise, new HashMap<>());
  }

  private record Triple(int condition, int then, int otherwise) {}

  private int choose(int condition, int then, int otherwise, Map<Triple, Integer> known) {
    if (isConstant(condition)) {
      return value(condition) == 1 ? then : otherwise;
    }
    if (then == otherwise) {
      return then;
    }
    Triple triple = new Triple(condition, then, otherwise);
    Integer done = known.get(triple);
    if (done != null) {
      return done;
    }
    int asked = Math.min(variableOf(condition), Math.min(variableOf(then), variableOf(otherwise)));
    int[] below = new int[sizes[asked]];
    for (int cell = 0; cell < below.length; cell++) {
      below[cell] =
          choose(
              follow(condition, asked, cell),
              follow(then, asked, cell),
              follow(otherwise, asked, cell),
              known);
    }
    int result = node(asked, below);
    known.put(triple, result);
    return result;
  }
}
