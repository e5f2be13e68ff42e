package org.parley.core.engine.formula;

import java.util.List;
import java.util.Set;
import org.parley.core.fact.FactKey;

/// Something on whose line a test cuts: a numeric fact, or what is computed from facts.
public sealed interface Measure {

  /// The facts it is computed from.
  List<FactKey> keys();

  /// A numeric fact, in its natural unit.
  record OfFact(FactKey key) implements Measure {
    @Override
    public List<FactKey> keys() {
      return List.of(key);
    }
  }

  /// First over second.
  record OfRatio(FactKey part, FactKey whole) implements Measure {
    @Override
    public List<FactKey> keys() {
      return List.of(part, whole);
    }
  }

  /// First times second. The order of the facts makes no difference and is that of their names.
  record OfProduct(FactKey first, FactKey second) implements Measure {

    /// The product of two facts in either order.
    public static OfProduct of(FactKey one, FactKey other) {
      return one.compareTo(other) <= 0 ? new OfProduct(one, other) : new OfProduct(other, one);
    }

    @Override
    public List<FactKey> keys() {
      return List.of(first, second);
    }
  }

  /// Seconds from the first instant to the second.
  record OfSpan(FactKey from, FactKey to) implements Measure {
    @Override
    public List<FactKey> keys() {
      return List.of(from, to);
    }
  }

  /// How many codes, of those among `members`; of all codes where `members` is empty.
  record OfCodes(FactKey key, Set<String> members) implements Measure {
    @Override
    public List<FactKey> keys() {
      return List.of(key);
    }
  }
}
