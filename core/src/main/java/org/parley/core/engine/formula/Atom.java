package org.parley.core.engine.formula;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.FactKey;
import org.parley.core.terms.Exact;

/// One test on one quantity, false wherever the quantity has no value.
public sealed interface Atom {

  /// The facts it looks at.
  List<FactKey> keys();

  /// A number lies beyond one cut and not beyond another.
  ///
  /// @param currency the currency of the bounds, for money
  /// @param overZero what holds where the measure is a share of a whole that is zero
  record Within(
      Measure measure,
      Optional<Bound> from,
      Optional<Bound> to,
      Optional<String> currency,
      OverZero overZero)
      implements Atom {
    @Override
    public List<FactKey> keys() {
      return measure.keys();
    }
  }

  /// An end of what passes.
  ///
  /// @param at the bound in the natural unit of the measure
  /// @param after whether what passes or fails begins just after the bound, and not at it
  record Bound(Exact at, boolean after) {}

  /// What a comparison with a share of a whole gives where the whole is zero.
  enum OverZero {
    /// A ratio over zero has no value.
    FAILS,
    /// `part > share × 0` holds for a part above zero.
    HOLDS_ABOVE_ZERO,
    /// `part >= share × 0` always holds.
    HOLDS
  }

  /// A fact of options is at one of these places.
  record Among(FactKey key, Set<Integer> places) implements Atom {
    @Override
    public List<FactKey> keys() {
      return List.of(key);
    }
  }

  /// A set of options has at least one of `mask`.
  record HasAny(FactKey key, long mask) implements Atom {
    @Override
    public List<FactKey> keys() {
      return List.of(key);
    }
  }

  /// A set of options has all of `mask`.
  record HasAll(FactKey key, long mask) implements Atom {
    @Override
    public List<FactKey> keys() {
      return List.of(key);
    }
  }

  /// The question about the fact arises.
  record Applies(FactKey key) implements Atom {
    @Override
    public List<FactKey> keys() {
      return List.of(key);
    }
  }
}
