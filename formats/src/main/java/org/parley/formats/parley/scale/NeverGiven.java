package org.parley.formats.parley.scale;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.core.issue.IssueCode;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Levels;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;
import org.parley.formats.tree.Fields;

/// Finds levels that no part of a scale ever gives.
final class NeverGiven {

  private NeverGiven() {}

  static void tell(Levels levels, Rule rule, ScaleEdition.Around around, Fields fields) {
    Set<Grade> given = new LinkedHashSet<>();
    collect(rule, levels, given);
    around.adjustments().forEach(adjustment -> given.add(adjustment.level()));
    List<String> never =
        levels.mildestFirst().stream()
            .filter(level -> !given.contains(level))
            .map(Grade.Level::name)
            .toList();
    if (!never.isEmpty()) {
      fields
          .any("levels")
          .ifPresent(tree ->
              fields
                  .issues()
                  .add(
                      IssueCode.UNREACHABLE,
                      tree.place(),
                      never.stream()
                          .collect(Collectors.joining(", ", "the rule never gives ", ""))));
    }
  }

  private static void collect(Rule rule, Levels levels, Set<Grade> given) {
    switch (rule) {
      case Rule.Fixed(Grade grade, _) -> given.add(grade);
      case Rule.Ladder(var rows, Grade otherwise, _) -> {
        rows.forEach(row -> given.add(row.level()));
        given.add(otherwise);
      }
      case Rule.WeightedMean _, Rule.Score _ -> given.addAll(levels.mildestFirst());
      case Rule.Matrix(_, var cells, _) -> cells.forEach(cell -> given.add(cell.grade()));
      case Rule.GravestOf(var dimensions, _) ->
          dimensions.values().forEach(each -> collect(each, levels, given));
      case Rule.Gate(_, Grade closed, Rule open, _) -> {
        given.add(closed);
        collect(open, levels, given);
      }
      case Rule.ByOption(_, var cases, Grade otherwise, _) -> {
        cases.values().forEach(each -> collect(each, levels, given));
        given.add(otherwise);
      }
    }
  }
}
