package org.parley.core.engine.formula;

import java.util.List;
import java.util.Set;

/// A condition in the few forms that the engine works on.
public sealed interface Formula {

  record Leaf(Atom atom) implements Formula {}

  /// At least so many of the parts hold.
  record Count(List<Formula> parts, int atLeast) implements Formula {}

  record Not(Formula part) implements Formula {}

  record Constant(boolean holds) implements Formula {}

  Constant TRUE = new Constant(true);
  Constant FALSE = new Constant(false);

  static Formula any(List<Formula> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Count(parts, 1);
  }

  static Formula all(List<Formula> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Count(parts, parts.size());
  }

  static Formula both(Formula first, Formula second) {
    return new Count(List.of(first, second), 2);
  }

  /// Adds all tests of a formula to a set.
  static void collect(Formula formula, Set<Atom> atoms) {
    switch (formula) {
      case Leaf(Atom atom) -> atoms.add(atom);
      case Not(Formula part) -> collect(part, atoms);
      case Count(List<Formula> parts, _) -> parts.forEach(part -> collect(part, atoms));
      case Constant _ -> {}
    }
  }
}
