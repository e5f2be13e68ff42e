package org.parley.formats.veris;

import org.parley.core.fact.Fact;
import org.parley.core.fact.FactType;

/// What a value of a record says about a fact whose values are options.
///
/// @param is for a set: the options it surely holds; else the options it may be one of
/// @param may for a set: the options it may hold besides
/// @param not for a set: the options it surely does not hold
record Hint(Fact fact, long is, long may, long not) {

  /// The fact is left open.
  static Hint anything(Fact fact) {
    return isSet(fact) ? new Hint(fact, 0, all(fact), 0) : new Hint(fact, all(fact), 0, 0);
  }

  static boolean isSet(Fact fact) {
    return fact.type() instanceof FactType.Options;
  }

  /// All options of the fact, as bits.
  static long all(Fact fact) {
    return (1L << fact.type().optionNames().size()) - 1;
  }

  /// This hint and another about the same fact as one: sets are united; of ordered options the
  /// graver counts; a choice may be any that one of the two allows.
  Hint and(Hint other) {
    return switch (fact.type()) {
      case FactType.Options _ -> new Hint(fact, is | other.is, may | other.may, not | other.not);
      case FactType.Choice _ -> new Hint(fact, is | other.is, 0, 0);
      case FactType.Ordered _, FactType.YesNo _ -> new Hint(fact, gravest(is, other.is), 0, 0);
      case FactType.Count _,
          FactType.Quantity _,
          FactType.Money _,
          FactType.Duration _,
          FactType.Share _,
          FactType.Instant _,
          FactType.Codes _,
          FactType.Group _,
          FactType.Text _ ->
          throw new IllegalStateException(fact.id() + " has no options");
    };
  }

  /// The options that can be the graver of one of `these` and one of `those`.
  private static long gravest(long these, long those) {
    long lowest = Math.max(Long.lowestOneBit(these), Long.lowestOneBit(those));
    return (these | those) & -lowest;
  }

  /// No graver than the option.
  Hint atMost(int option) {
    long capped = is & ((2L << option) - 1);
    boolean cut = capped != is;
    return new Hint(fact, cut ? capped | 1L << option : capped, may, not);
  }
}
