package org.parley.core.engine;

import java.util.List;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.ScaleEdition;

/// Finds the criteria that refuse a sheet: their fact does not apply, and the edition does not say
/// what counts then.
///
/// @param catalogue with the edition's judgements
record Refusals(ScaleEdition edition, Catalogue catalogue) {

  /// Names of the criteria, in the order of the edition.
  List<String> on(Sheet sheet) {
    return edition.vocabulary().criteria().values().stream()
        .filter(criterion -> criterion.whenNotApplicable().isEmpty())
        .filter(criterion -> refuses(criterion, sheet))
        .map(Criterion::name)
        .toList();
  }

  private boolean refuses(Criterion criterion, Sheet sheet) {
    return switch (criterion.body()) {
      case Criterion.ByOption(FactKey key, _) -> doesNotApply(key, sheet);
      case Criterion.GravestOf(FactKey key, _, _) -> doesNotApply(key, sheet);
      case Criterion.ByCondition _, Criterion.Sum _ -> false;
    };
  }

  private boolean doesNotApply(FactKey key, Sheet sheet) {
    return catalogue
        .find(key.fact())
        .map(fact -> sheet.possible(key, fact))
        .orElse(List.of())
        .stream()
        .anyMatch(Stated.NotApplicable.class::isInstance);
  }
}
