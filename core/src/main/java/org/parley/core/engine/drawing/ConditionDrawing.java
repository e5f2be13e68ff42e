package org.parley.core.engine.drawing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.parley.core.engine.diagram.Forest;
import org.parley.core.engine.formula.Formula;
import org.parley.core.engine.space.Seen;
import org.parley.core.engine.space.Space;

/// Draws conditions through the variables of a space.
final class ConditionDrawing implements ToIntFunction<Formula> {

  private final Forest forest;
  private final Space space;
  private final Map<Formula, Integer> known = new HashMap<>();

  ConditionDrawing(Forest forest, Space space) {
    this.forest = forest;
    this.space = space;
  }

  @Override
  public int applyAsInt(Formula formula) {
    Integer done = known.get(formula);
    if (done == null) {
      done = draw(space.see(formula));
      known.put(formula, done);
    }
    return done;
  }

  private int draw(Seen seen) {
    return switch (seen) {
      case Seen.In(int variable, BitSet cells) -> forest.in(variable, cells, 1, 0);
      case Seen.Constant(boolean holds) -> Forest.constant(holds ? 1 : 0);
      case Seen.Not(var part) -> forest.map(draw(part), value -> 1 - value);
      case Seen.Count(var parts, int atLeast) -> count(parts, atLeast);
    };
  }

  private int count(List<Seen> parts, int atLeast) {
    if (atLeast <= 0) {
      return Forest.constant(1);
    }
    List<Integer> drawn = new ArrayList<>();
    parts.forEach(part -> drawn.add(draw(part)));
    if (atLeast == parts.size()) {
      int all = Forest.constant(1);
      for (int one : drawn.reversed()) {
        all = forest.combine(one, all, Math::min, 0);
      }
      return all;
    }
    int counted = Forest.constant(0);
    for (int one : drawn.reversed()) {
      counted = forest.combine(one, counted, (x, y) -> Math.min(atLeast, x + y), Forest.NONE);
    }
    return forest.map(counted, value -> value == atLeast ? 1 : 0);
  }
}
