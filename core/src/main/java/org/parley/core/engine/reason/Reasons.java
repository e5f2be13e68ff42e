package org.parley.core.engine.reason;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.core.engine.block.Exchange;
import org.parley.core.engine.block.Facts;
import org.parley.core.engine.drawing.Conditions;
import org.parley.core.engine.drawing.Substitutes;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Sheet;
import org.parley.core.outcome.Step;
import org.parley.core.outcome.Truth;
import org.parley.core.scale.Grade;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.Citation;

/// The reasons for a grade, for sheets on which all that the rule looks at is known: every step,
/// with what was seen, in the order of the rule.
///
/// Names, scores, grades and citations are prepared for everything that a criterion, a condition or
/// a cell can give, and are the same objects in the steps of all sheets. Immutable, but for scores
/// that are kept once they were added up.
public final class Reasons {

  private final @Nullable Scope scope;
  private final Giving rule;
  private final Adjusting[] adjustments;

  /// What is asked before the rule.
  private record Scope(Looking when, Optional<Citation> cite) {}

  /// What changes the grade after the rule.
  private record Adjusting(Giving.Row row, boolean floor, Grade.Level level) {

    Step.Gave give(Sight sight) {
      return row.give(sight);
    }

    List<Grade> changed(List<Grade> ruled) {
      if (ruled.isEmpty()) {
        return ruled;
      }
      boolean stays =
          switch (ruled.getFirst()) {
            case Grade.OutOfScope _ -> true;
            case Grade.Unsaid _ -> floor;
            case Grade.Level now -> floor && now.isGraverThan(level);
          };
      return stays ? ruled : row.grade();
    }
  }

  private Reasons(@Nullable Scope scope, Giving rule, Adjusting[] adjustments) {
    this.scope = scope;
    this.rule = rule;
    this.adjustments = adjustments;
  }

  /// Prepares the reasons of an edition that the engine can draw.
  public static Reasons of(ScaleEdition edition, Catalogue catalogue, LocalDate decidingDay) {
    Facts facts = new Facts(catalogue.with(edition.vocabulary().judgements().values()));
    Conditions conditions =
        new Conditions(facts, decidingDay, new Substitutes(Set.of()), new ArrayList<>());
    Exchange exchange = new Exchange(edition.vocabulary().rates());
    Preparing preparing = new Preparing(facts, exchange, conditions, edition.levels());
    return new Reasons(
        edition
            .around()
            .scope()
            .map(one -> new Scope(preparing.looking(one.when()), one.cite()))
            .orElse(null),
        preparing.giving(edition.rule()),
        edition.around().adjustments().stream()
            .map(one -> adjusting(one, preparing))
            .toArray(Adjusting[]::new));
  }

  private static Adjusting adjusting(ScaleEdition.Adjustment one, Preparing preparing) {
    String place = (one.floor() ? "floor " : "set ") + one.level().name();
    Giving.Row row =
        new Giving.Row(place, List.of(one.level()), one.cite(), preparing.looking(one.when()));
    return new Adjusting(row, one.floor(), one.level());
  }

  /// Every step of the rule; null where it looks at something that is not known exactly.
  public Step.@Nullable Gave on(Sheet sheet) {
    Sight sight = new Sight(sheet);
    Step.Gave gave = scope == null ? ruled(sight, List.of()) : scoped(scope, sight);
    return sight.isUntold() ? null : gave;
  }

  private static final List<Grade> OUTSIDE = List.of(Grade.OUT_OF_SCOPE);

  private Step.Gave scoped(Scope asked, Sight sight) {
    Step.Looked looked = asked.when().look(sight);
    boolean inside = looked.truth() == Truth.HOLDS;
    Step.Gave step =
        new Step.Gave(
            "scope", inside ? List.of() : OUTSIDE, Optional.empty(), asked.cite(), List.of(looked));
    return inside
        ? ruled(sight, List.of(step))
        : new Step.Gave("edition", OUTSIDE, Optional.empty(), Optional.empty(), List.of(step));
  }

  private Step.Gave ruled(Sight sight, List<Step> before) {
    Step.Gave gave = rule.give(sight);
    List<Grade> possible = gave.possible();
    Step[] parts = new Step[before.size() + 1 + adjustments.length];
    int at = 0;
    for (Step step : before) {
      parts[at++] = step;
    }
    parts[at++] = gave;
    for (Adjusting adjustment : adjustments) {
      Step.Gave adjusted = adjustment.give(sight);
      parts[at++] = adjusted;
      possible = adjusted.possible().isEmpty() ? possible : adjustment.changed(possible);
    }
    return new Step.Gave("edition", possible, gave.score(), Optional.empty(), List.of(parts));
  }
}
