package org.parley.desk.voice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Rule;

/// Tells the cells of a matrix as a tree: options with equal cells stand together, and the criteria
/// follow each other in the order that takes the fewest lines.
final class MatrixText {

  private final ScaleVoice voice;
  private final Page page;

  MatrixText(ScaleVoice voice, Page page) {
    this.voice = voice;
    this.page = page;
  }

  /// A part of a matrix: cells that are all equal, or a criterion with groups of options.
  private sealed interface Part {

    int lines();

    record Same(Rule.Cell cell) implements Part {
      @Override
      public int lines() {
        return 0;
      }
    }

    /// @param groups for each part the options that lead to it
    record Split(int criterion, Map<Part, List<Integer>> groups) implements Part {
      @Override
      public int lines() {
        return groups.keySet().stream().mapToInt(part -> 1 + part.lines()).sum();
      }
    }
  }

  void tell(Rule.Matrix matrix, int indent) {
    List<Integer> criteria = new ArrayList<>();
    for (int number = 0; number < matrix.criteria().size(); number++) {
      criteria.add(number);
    }
    tell(matrix, shortest(matrix, criteria, new int[criteria.size()]), indent);
  }

  /// @param open numbers of the criteria that are not chosen yet
  /// @param chosen the option of each criterion that is
  private static Part shortest(Rule.Matrix matrix, List<Integer> open, int[] chosen) {
    if (open.isEmpty()) {
      return new Part.Same(cell(matrix, chosen));
    }
    return open.stream()
        .map(criterion -> split(matrix, open, chosen, criterion))
        .min(Comparator.comparingInt(Part::lines))
        .orElseThrow();
  }

  private static Part split(Rule.Matrix matrix, List<Integer> open, int[] chosen, int criterion) {
    List<Integer> rest = open.stream().filter(each -> each != criterion).toList();
    Map<Part, List<Integer>> groups = new LinkedHashMap<>();
    for (int option = 0; option < matrix.criteria().get(criterion).options().size(); option++) {
      int[] next = chosen.clone();
      next[criterion] = option;
      groups.computeIfAbsent(shortest(matrix, rest, next), _ -> new ArrayList<>()).add(option);
    }
    return groups.size() == 1
        ? groups.keySet().iterator().next()
        : new Part.Split(criterion, groups);
  }

  private static Rule.Cell cell(Rule.Matrix matrix, int[] chosen) {
    int index = 0;
    for (int criterion = 0; criterion < chosen.length; criterion++) {
      index = index * matrix.criteria().get(criterion).options().size() + chosen[criterion];
    }
    return matrix.cells().get(index);
  }

  private void tell(Rule.Matrix matrix, Part part, int indent) {
    switch (part) {
      case Part.Same(Rule.Cell cell) -> page.paragraph(indent, 2, grade(cell));
      case Part.Split(int number, var groups) -> {
        Criterion criterion = matrix.criteria().get(number);
        String name = voice.phrases().criterion(criterion.name());
        groups.forEach((next, options) -> {
          List<String> names = options.stream().map(place -> option(criterion, place)).toList();
          String line =
              voice
                  .words()
                  .say("line.labelled", name, page.paint().strong(String.join(" · ", names)));
          if (next instanceof Part.Same(Rule.Cell cell)) {
            page.paragraph(indent, 4, line + "  →  " + grade(cell));
          } else {
            page.paragraph(indent, 4, line);
            tell(matrix, next, indent + 2);
          }
        });
      }
    }
  }

  private String grade(Rule.Cell cell) {
    return voice.grade(cell.grade(), page.paint())
        + cell.cite().map(each -> page.paint().faint("  [" + each + "]")).orElse("");
  }

  private String option(Criterion criterion, int place) {
    return switch (criterion.body()) {
      case Criterion.ByOption(var key, _) -> voice.values().option(key, place);
      case Criterion.GravestOf(var key, _, _) -> voice.values().option(key, place);
      case Criterion.ByCondition(var options, _) ->
          voice.labels().of("options." + criterion.name() + "." + options.get(place).name());
      case Criterion.Sum _ -> throw new IllegalStateException("a sum has no options");
    };
  }
}
