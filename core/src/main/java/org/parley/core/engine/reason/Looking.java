package org.parley.core.engine.reason;

import java.util.List;
import org.parley.core.outcome.Step;
import org.parley.core.outcome.Truth;
import org.parley.core.scale.Condition;

/// Looks at a condition, where all that it asks is known.
sealed interface Looking {

  Step.Looked look(Sight sight);

  /// A test on a quantity, with its step where it holds and where not.
  record Passing(Check check, Step.Looked holds, Step.Looked fails) implements Looking {
    @Override
    public Step.Looked look(Sight sight) {
      return check.holds(sight) ? holds : fails;
    }
  }

  /// So many of several.
  ///
  /// @param none whether it holds where not so many do
  record Counting(Condition condition, Looking[] parts, int atLeast, boolean none)
      implements Looking {
    @Override
    public Step.Looked look(Sight sight) {
      Step[] looked = new Step[parts.length];
      int holding = 0;
      for (int i = 0; i < looked.length; i++) {
        Step.Looked part = parts[i].look(sight);
        holding += part.truth() == Truth.HOLDS ? 1 : 0;
        looked[i] = part;
      }
      Truth truth = Truth.of(holding >= atLeast != none);
      return new Step.Looked(condition, truth, List.of(looked));
    }
  }

  /// A condition under a name.
  record Naming(Condition condition, Looking body) implements Looking {
    @Override
    public Step.Looked look(Sight sight) {
      Step.Looked part = body.look(sight);
      return new Step.Looked(condition, part.truth(), List.of(part));
    }
  }

  /// Whatever is stated.
  record Constant(Step.Looked looked) implements Looking {
    @Override
    public Step.Looked look(Sight sight) {
      return looked;
    }
  }
}
