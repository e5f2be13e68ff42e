package org.parley.core.engine.reason;

import java.util.List;
import java.util.stream.Stream;
import org.parley.core.outcome.Step;
import org.parley.core.scale.Criterion;
import org.parley.core.terms.Exact;

/// Something that a criterion can give, as its step tells it.
///
/// @param names the name of the option, if it is one
/// @param range its score, twice
/// @param place the place of the option in the criterion, or [#NOWHERE]
/// @param number its number among all that the criterion can give, or [#NOWHERE]
record Given(List<String> names, Step.Range range, int place, int number) {

  static final int NOWHERE = -1;

  /// Where the score is refused.
  static Given refused(int number) {
    return new Given(List.of(), one(Exact.ZERO), NOWHERE, number);
  }

  static Given sum(Exact score, int number) {
    return new Given(List.of(), one(score), NOWHERE, number);
  }

  static Given of(Criterion criterion, Criterion.Option option, int number) {
    List<String> same =
        criterion.options().stream().filter(option::equals).map(Criterion.Option::name).toList();
    List<String> names = same.isEmpty() ? List.of(option.name()) : same;
    List<String> all = criterion.options().stream().map(Criterion.Option::name).toList();
    return new Given(names, one(option.score()), all.indexOf(option.name()), number);
  }

  /// What counts where the fact does not apply.
  static Given notApplicable(Criterion criterion, int number) {
    if (criterion.whenNotApplicable().isEmpty()) {
      return refused(number);
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

  private static Step.Range one(Exact score) {
    return new Step.Range(score, score);
  }

  Exact score() {
    return range.low();
  }
}
