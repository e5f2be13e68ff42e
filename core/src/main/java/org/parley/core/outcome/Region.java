package org.parley.core.outcome;

import java.util.List;
import org.parley.core.fact.FactKey;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Test;

/// A part of what facts could be, within which the scale makes no difference.
public sealed interface Region {

  /// The facts it speaks about.
  List<FactKey> keys();

  /// A yes-no, ordered or choice fact is one of these options (places in the type's list).
  record OptionsOf(FactKey key, List<Integer> places) implements Region {
    @Override
    public List<FactKey> keys() {
      return List.of(key);
    }
  }

  /// A set has at least one of these options, or none of them.
  record SetHas(FactKey key, long anyOf, boolean has) implements Region {
    @Override
    public List<FactKey> keys() {
      return List.of(key);
    }
  }

  /// A numeric fact, or a count of codes, is within these ends, both included, in quanta of its
  /// type.
  record Interval(FactKey key, long low, long high) implements Region {
    @Override
    public List<FactKey> keys() {
      return List.of(key);
    }
  }

  /// Coupled facts, shares and money: so do the tests turn out.
  record Claims(List<Claim> claims) implements Region {
    @Override
    public List<FactKey> keys() {
      return claims.stream().flatMap(claim -> claim.quantity().keys().stream()).distinct().toList();
    }
  }

  /// A test on a quantity is passed, or is not.
  record Claim(Quantity quantity, Test test, boolean passes) {}
}
