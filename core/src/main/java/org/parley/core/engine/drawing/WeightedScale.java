package org.parley.core.engine.drawing;

import java.util.Optional;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Rule;
import org.parley.core.terms.Exact;

/// How the weighted sum of a mean becomes the score: exactly (sum − origin) × factor.
///
/// @param factor above zero
/// @param most for a stretched mean its largest value; what the issuer puts in for a fact may lie
///   outside the criterion's own options, and the score is then held within 0 and this
public record WeightedScale(Exact origin, Exact factor, Optional<Exact> most) {

  /// Empty where there is nothing to divide by.
  public static Optional<WeightedScale> of(Rule.WeightedMean rule) {
    if (rule.minMax().isEmpty()) {
      Exact weights =
          rule.criteria().stream().map(Criterion::weight).reduce(Exact.ZERO, Exact::plus);
      return weights.signum() <= 0
          ? Optional.empty()
          : Optional.of(
              new WeightedScale(Exact.ZERO, Exact.ONE.dividedBy(weights), Optional.empty()));
    }
    Exact smallest = Exact.ZERO;
    Exact largest = Exact.ZERO;
    for (Criterion criterion : rule.criteria()) {
      boolean positive = criterion.weight().signum() >= 0;
      smallest = smallest.plus(criterion.weight().times(Scoring.extreme(criterion, !positive)));
      largest = largest.plus(criterion.weight().times(Scoring.extreme(criterion, positive)));
    }
    Exact factor = rule.minMax().get();
    Exact width = largest.minus(smallest);
    return width.signum() <= 0 || factor.signum() <= 0
        ? Optional.empty()
        : Optional.of(new WeightedScale(smallest, factor.dividedBy(width), rule.minMax()));
  }

  public Exact shown(Exact sum) {
    Exact score = sum.minus(origin).times(factor);
    return most.map(highest -> held(score, highest)).orElse(score);
  }

  private static Exact held(Exact score, Exact highest) {
    return score.signum() < 0 ? Exact.ZERO : score.isAbove(highest) ? highest : score;
  }
}
