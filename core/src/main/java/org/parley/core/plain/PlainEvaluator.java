package org.parley.core.plain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Sheet;
import org.parley.core.outcome.Step;
import org.parley.core.outcome.Truth;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Grade;
import org.parley.core.scale.ScaleEdition;

/// Applies an edition to a sheet the slow way and keeps every step.
public final class PlainEvaluator {

  private final ScaleEdition edition;
  private final Catalogue catalogue;
  private final LocalDate day;

  /// @param catalogue the catalogue; the edition's judgements need not be in it
  /// @param day the deciding day, in the issuer's zone; it chooses yearly reference figures
  public PlainEvaluator(ScaleEdition edition, Catalogue catalogue, LocalDate day) {
    this.edition = edition;
    this.catalogue = catalogue.with(edition.vocabulary().judgements().values());
    this.day = day;
  }

  /// Whether a condition of the edition holds of a sheet.
  public Truth holds(Condition condition, Sheet sheet) {
    return new Conditions(new FactReader(catalogue, edition.vocabulary().rates(), day, sheet))
        .look(condition)
        .truth();
  }

  /// The reasons: every step of the rule with what was seen.
  ///
  /// On a sheet where every fact the rule looks at is known, the grade is the only one possible.
  /// Where facts are unknown, each step is judged by itself, so the grades listed are at least
  /// those that are possible together.
  public Step.Gave trace(Sheet sheet) {
    FactReader facts = new FactReader(catalogue, edition.vocabulary().rates(), day, sheet);
    Conditions conditions = new Conditions(facts);
    Criteria criteria = new Criteria(facts, conditions);
    List<Step> parts = new ArrayList<>();
    Set<Grade> possible = new LinkedHashSet<>();
    Truth inScope = Truth.HOLDS;
    if (edition.around().scope().isPresent()) {
      ScaleEdition.Scope scope = edition.around().scope().get();
      Step.Looked looked = conditions.look(scope.when());
      inScope = looked.truth();
      List<Grade> gives = inScope == Truth.HOLDS ? List.of() : List.of(Grade.OUT_OF_SCOPE);
      possible.addAll(gives);
      parts.add(new Step.Gave("scope", gives, Optional.empty(), scope.cite(), List.of(looked)));
    }
    Optional<Step.Range> score = Optional.empty();
    if (inScope != Truth.FAILS) {
      Step.Gave ruled =
          new Rules(facts, conditions, criteria, edition.levels()).apply(edition.rule());
      parts.add(ruled);
      score = ruled.score();
      possible.addAll(adjusted(ruled.possible(), conditions, parts));
    }
    return new Step.Gave("edition", Grades.sorted(possible), score, Optional.empty(), parts);
  }

  private List<Grade> adjusted(List<Grade> ruled, Conditions conditions, List<Step> parts) {
    List<Grade> grades = ruled;
    for (ScaleEdition.Adjustment adjustment : edition.around().adjustments()) {
      Step.Looked looked = conditions.look(adjustment.when());
      Set<Grade> after = new LinkedHashSet<>();
      if (looked.truth() != Truth.HOLDS) {
        after.addAll(grades);
      }
      if (looked.truth() != Truth.FAILS) {
        grades.forEach(grade -> after.add(changed(grade, adjustment)));
      }
      grades = Grades.sorted(after);
      parts.add(
          new Step.Gave(
              (adjustment.floor() ? "floor " : "set ") + adjustment.level().name(),
              looked.truth() == Truth.FAILS ? List.of() : List.of(adjustment.level()),
              Optional.empty(),
              adjustment.cite(),
              List.of(looked)));
    }
    return grades;
  }

  private static Grade changed(Grade grade, ScaleEdition.Adjustment adjustment) {
    return switch (grade) {
      case Grade.OutOfScope out -> out;
      case Grade.Unsaid unsaid -> adjustment.floor() ? unsaid : adjustment.level();
      case Grade.Level level ->
          adjustment.floor() && level.isGraverThan(adjustment.level()) ? level : adjustment.level();
    };
  }
}
