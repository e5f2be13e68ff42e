package org.parley.formats.parley.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Rule;
import org.parley.core.terms.Citation;
import org.parley.formats.parley.Scalars;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Nearest;
import org.parley.formats.tree.Tree;

/// Reads rules that look a grade up in a table of any number of dimensions.
final class MatrixReader {

  private static final int MOST_CELLS = 20_000;
  private static final int MOST_HOLES_TOLD = 5;

  private final Draft draft;
  private final Issues issues;
  private final CriterionReader criteria;

  MatrixReader(Draft draft, CriterionReader criteria) {
    this.draft = draft;
    this.issues = draft.issues();
    this.criteria = criteria;
  }

  Optional<Rule> read(Fields fields, Optional<Citation> cite) {
    List<Tree> items = fields.list("matrix").orElse(List.of());
    List<Criterion> stages = new ArrayList<>();
    for (Tree item : items) {
      Fields.text(item, "a criterion's name", issues)
          .flatMap(name -> criteria.find(name).filter(each -> isStage(each, name)))
          .ifPresent(stages::add);
    }
    Optional<Tree> cells = fields.needAny("cells");
    if (items.isEmpty() && fields.has("matrix")) {
      issues.add(IssueCode.WRONG_SHAPE, fields.place(), "a matrix of no criteria");
    }
    if (items.isEmpty() || stages.size() != items.size() || cells.isEmpty()) {
      return Optional.empty();
    }
    long size =
        stages.stream().mapToLong(stage -> stage.options().size()).reduce(1, Math::multiplyExact);
    if (size > MOST_CELLS) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          fields.place(),
          "the matrix has %d cells, at most %d".formatted(size, MOST_CELLS));
      return Optional.empty();
    }
    Table table = new Table(stages, cite);
    table.fill(cells.get(), 0, "");
    table.tellHoles(cells.get());
    return table.cells.size() == size
        ? Optional.of(new Rule.Matrix(List.copyOf(stages), List.copyOf(table.cells), cite))
        : Optional.empty();
  }

  /// Whether the criterion always gives one of its options.
  private boolean isStage(Criterion criterion, Tree.Text name) {
    boolean gives =
        switch (criterion.body()) {
          case Criterion.Sum _ -> false;
          case Criterion.GravestOf(_, var options, var empty) -> options.contains(empty);
          case Criterion.ByOption _, Criterion.ByCondition _ -> true;
        };
    boolean substitutes =
        criterion.whenUnknown().stream().allMatch(put -> put.option().isPresent())
            && criterion.whenNotApplicable().stream().allMatch(put -> put.option().isPresent());
    if (!gives || !substitutes) {
      issues.add(
          IssueCode.TEST_DOES_NOT_FIT,
          name.place(),
          "criterion %s does not always give an option".formatted(name.text()),
          "in a matrix, `empty`, `whenUnknown` and `whenNotApplicable` name an option, and there"
              + " are no sums");
    }
    return gives && substitutes;
  }

  /// The cells as they are read, row by row.
  private final class Table {
    private final List<Criterion> stages;
    private final Optional<Citation> cite;
    private final List<Rule.Cell> cells = new ArrayList<>();
    private final List<String> holes = new ArrayList<>();

    Table(List<Criterion> stages, Optional<Citation> cite) {
      this.stages = stages;
      this.cite = cite;
    }

    void fill(Tree tree, int depth, String way) {
      if (depth == stages.size()) {
        cell(tree).ifPresent(cells::add);
        return;
      }
      Criterion stage = stages.get(depth);
      List<String> names = stage.options().stream().map(Criterion.Option::name).toList();
      Optional<List<Tree.Entry>> entries =
          Fields.entries(tree, "the row of " + stage.name() + way, issues);
      if (entries.isEmpty()) {
        return;
      }
      tellStrangers(entries.get(), names, stage);
      for (String name : names) {
        String further = way + (way.isEmpty() ? " " : ", ") + name;
        entries.get().stream()
            .filter(entry -> entry.key().equals(name))
            .findFirst()
            .ifPresentOrElse(
                entry -> fill(entry.value(), depth + 1, further), () -> holes.add(further.strip()));
      }
    }

    private void tellStrangers(List<Tree.Entry> entries, List<String> names, Criterion stage) {
      for (Tree.Entry entry : entries) {
        if (!names.contains(entry.key())) {
          issues.add(
              new Issue(
                  IssueCode.UNKNOWN_OPTION,
                  entry.keyMark().place(),
                  "%s is no option of %s".formatted(Scalars.quoted(entry.key()), stage.name()),
                  Nearest.remedy(entry.key(), names)));
        }
      }
    }

    private Optional<Rule.Cell> cell(Tree tree) {
      if (tree instanceof Tree.Mapping(List<Tree.Entry> entries, _) && entries.size() == 1) {
        Tree.Entry entry = entries.getFirst();
        Optional<Citation> own =
            Fields.text(entry.value(), "the source of a cell", issues)
                .map(draft.citations()::parse);
        Tree.Text word = new Tree.Text(entry.key(), Tree.Kind.PLAIN, entry.keyMark());
        return draft.grade(word, own.or(() -> cite)).map(grade -> new Rule.Cell(grade, own));
      }
      Optional<Grade> grade =
          Fields.text(tree, "a cell", issues).flatMap(word -> draft.grade(word, cite));
      return grade.map(each -> new Rule.Cell(each, Optional.empty()));
    }

    void tellHoles(Tree tree) {
      if (holes.isEmpty()) {
        return;
      }
      String some = String.join("; ", holes.subList(0, Math.min(MOST_HOLES_TOLD, holes.size())));
      String more =
          holes.size() > MOST_HOLES_TOLD
              ? "; and %d more".formatted(holes.size() - MOST_HOLES_TOLD)
              : "";
      issues.add(
          IssueCode.HOLE,
          tree.place(),
          "the matrix has no cell for: " + some + more,
          "where the source is silent, write `unsaid` with a source that says so");
    }
  }
}
