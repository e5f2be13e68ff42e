package org.parley.core.outcome;

import java.util.List;
import java.util.Optional;
import org.parley.core.fact.FactKey;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Grade;
import org.parley.core.terms.Citation;
import org.parley.core.terms.Exact;

/// One step of the reasons for a result, with the steps it rests on, in the order of the rule.
///
/// What was stated is not repeated in a step: it stands on the sheet, see [Trace].
public sealed interface Step {

  List<Step> parts();

  /// A condition was looked at.
  record Looked(Condition condition, Truth truth, List<Step> parts) implements Step {

    /// The facts that were looked at, for a condition that tests a quantity.
    public List<FactKey> facts() {
      return condition instanceof Condition.Passes passes ? passes.quantity().keys() : List.of();
    }
  }

  /// A criterion gave one of its options, or a score, or can still give several.
  ///
  /// @param options names of the options that are possible, in order; none for a sum
  /// @param scores the possible scores, smallest and largest
  record Scored(Criterion criterion, List<String> options, Range scores, List<Step> parts)
      implements Step {}

  /// From the smallest to the largest possible value, both included.
  record Range(Exact low, Exact high) {
    public boolean isOne() {
      return low.equals(high);
    }

    public Range plus(Range other) {
      return new Range(low.plus(other.low), high.plus(other.high));
    }
  }

  /// Part of the rule gave grades.
  ///
  /// @param place where in the rule: `ladder`, `gate`, `scope`, `dimension danger`, `case
  ///   cloud-provider` …
  /// @param possible what this part can give on what is known, at most as exact as its steps seen
  ///   one by one
  /// @param score the score, for weighted means and scores
  record Gave(
      String place,
      List<Grade> possible,
      Optional<Range> score,
      Optional<Citation> cite,
      List<Step> parts)
      implements Step {}
}
