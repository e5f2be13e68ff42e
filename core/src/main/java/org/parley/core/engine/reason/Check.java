package org.parley.core.engine.reason;

import java.util.List;
import org.parley.core.engine.block.Exchange;
import org.parley.core.engine.block.Facts;
import org.parley.core.engine.formula.Atom;
import org.parley.core.engine.formula.Formula;

/// A formula put to a sheet.
sealed interface Check {

  boolean holds(Sight sight);

  static Check of(Formula formula, Facts facts, Exchange exchange) {
    return switch (formula) {
      case Formula.Leaf(Atom atom) -> new One(Probe.of(atom, facts, exchange));
      case Formula.Constant(boolean holds) -> new Constant(holds);
      case Formula.Not(Formula part) -> new Not(of(part, facts, exchange));
      case Formula.Count(var parts, int atLeast) ->
          new Count(parts.stream().map(part -> of(part, facts, exchange)).toList(), atLeast);
    };
  }

  record One(Probe probe) implements Check {
    @Override
    public boolean holds(Sight sight) {
      return probe.holds(sight);
    }
  }

  record Constant(boolean holds) implements Check {
    @Override
    public boolean holds(Sight sight) {
      return holds;
    }
  }

  record Not(Check part) implements Check {
    @Override
    public boolean holds(Sight sight) {
      return !part.holds(sight);
    }
  }

  record Count(List<Check> parts, int atLeast) implements Check {
    @Override
    public boolean holds(Sight sight) {
      int holding = 0;
      for (Check part : parts) {
        holding += part.holds(sight) ? 1 : 0;
      }
      return holding >= atLeast;
    }
  }
}
