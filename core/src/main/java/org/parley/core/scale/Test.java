package org.parley.core.scale;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.FactKey;
import org.parley.core.terms.Exact;

/// What a value must pass.
public sealed interface Test {

  /// The verbs that compare numbers and ordered options.
  enum Verb {
    OVER("over"),
    AT_LEAST("atLeast"),
    UNDER("under"),
    AT_MOST("atMost"),
    IS("is");

    private final String word;

    Verb(String word) {
      this.word = word;
    }

    /// The word that files use.
    public String word() {
      return word;
    }

    /// Whether a value that stands so to the bound (-1 below, 0 at, 1 above) passes.
    public boolean passes(int comparison) {
      return switch (this) {
        case OVER -> comparison > 0;
        case AT_LEAST -> comparison >= 0;
        case UNDER -> comparison < 0;
        case AT_MOST -> comparison <= 0;
        case IS -> comparison == 0;
      };
    }
  }

  /// A number against one bound, in the natural unit of the quantity: persons, seconds, whole
  /// currency units, a part of one.
  ///
  /// @param currency the currency of the bound, for money
  record Compare(Verb verb, Exact bound, Optional<String> currency) implements Test {}

  /// A number against a share of another fact: `part verb share × whole`. Holds too where the whole
  /// is zero.
  ///
  /// @param verb OVER or AT_LEAST
  record CompareShare(Verb verb, Exact share, FactKey whole) implements Test {}

  /// An option of a yes-no, ordered or choice fact: one of those accepted.
  ///
  /// @param verb how the file says it; for OVER, AT_LEAST, UNDER, AT_MOST `operands` is the one
  ///   option named
  /// @param accepted places of the accepted options in the type's list
  record OptionIn(Verb verb, List<String> operands, Set<Integer> accepted) implements Test {}

  /// A set of options that has at least one of `mask`.
  record HasAny(List<String> operands, long mask) implements Test {}

  /// A set of options that has all of `mask`.
  record HasAll(List<String> operands, long mask) implements Test {}

  /// A set, of options or codes, that is empty (or is not, where `empty` is false).
  record Empty(boolean empty) implements Test {}

  /// Two tests on the same quantity, both to be passed.
  record Both(Test first, Test second) implements Test {}

  /// Over (or at least) the lowest or highest of several bounds: a [Compare] or [CompareShare]
  /// each.
  ///
  /// Over the lowest of the bounds is over any of them; over the highest is over all of them.
  record Bounds(Verb verb, boolean lowest, List<Test> bounds) implements Test {}
}
