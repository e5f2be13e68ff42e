package org.parley.core.engine.reason;

import java.util.List;
import java.util.stream.Stream;
import org.parley.core.outcome.Step;
import org.parley.core.scale.Criterion;
import org.parley.core.terms.Exact;

/// Something that a criterion can give.
///
/// @param step which tells so; for criteria that look at conditions still without those
/// @param place the place of the option in the criterion, or [#NOWHERE]
/// @param number its number among all that the criterion can give, or [#NOWHERE]
record Given(Step.Scored step, int place, int number) {

  static final int NOWHERE = -1;

  /// A score without an option.
  static Given score(Criterion criterion, Exact score, int number) {
    return of(criterion, List.of(), score, NOWHERE, number);
  }

  private static Given of(
      Criterion criterion, List<String> names, Exact score, int place, int number) {
    Step.Range range = new Step.Range(score, score);
    return new Given(new Step.Scored(criterion, names, range, List.of()), place, number);
  }

  static Given of(Criterion criterion, Criterion.Option option, int number) {
    List<String> same =
        criterion.options().stream().filter(option::equals).map(Criterion.Option::name).toList();
    List<String> names = same.isEmpty() ? List.of(option.name()) : same;
    List<String> all = criterion.options().stream().map(Criterion.Option::name).toList();
    return of(criterion, names, option.score(), all.indexOf(option.name()), number);
  }

  /// What counts where the fact does not apply; a score of nothing where it is refused.
  static Given notApplicable(Criterion criterion, int number) {
    if (criterion.whenNotApplicable().isEmpty()) {
      return score(criterion, Exact.ZERO, number);
    }
    Criterion.Substitute put = criterion.whenNotApplicable().get();
    Criterion.Option option =
        put.option().stream()
            .flatMap(name -> named(criterion, name))
            .findFirst()
            .orElseGet(() -> new Criterion.Option("not-applicable", put.score(), put.cite()));
    return of(criterion, option, number);
  }

  private static Stream<Criterion.Option> named(Criterion criterion, String name) {
    return criterion.options().stream().filter(option -> option.name().equals(name)).limit(1);
  }

  Exact score() {
    return step.scores().low();
  }

  /// The step with the conditions that were looked at.
  Step.Scored with(Step[] looked) {
    return new Step.Scored(step.criterion(), step.options(), step.scores(), List.of(looked));
  }
}
