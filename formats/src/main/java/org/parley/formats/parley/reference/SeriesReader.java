package org.parley.formats.parley.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.scale.Quantity;
import org.parley.core.terms.Certainty;
import org.parley.core.terms.Exact;
import org.parley.formats.parley.Scalars;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads series of yearly figures, such as gross domestic products.
public final class SeriesReader {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  private final Issues issues = new Issues();
  private final Scalars scalars = new Scalars(issues);

  private SeriesReader() {}

  /// The series; which year counts is said by the scale that names it.
  public static Checked<Quantity.Series> read(Tree tree) {
    SeriesReader reader = new SeriesReader();
    return Verdict.of(reader.series(tree), reader.issues);
  }

  private Optional<Quantity.Series> series(Tree tree) {
    Fields file = Fields.of(tree, "the series", issues);
    Optional<Tree.Text> name = file.needText("reference");
    Optional<Tree.Text> unit = file.needText("unit");
    List<Quantity.Figure> figures = new ArrayList<>();
    for (Tree item : file.needList("figures").orElse(List.of())) {
      figure(item, figures).ifPresent(figures::add);
    }
    file.end();
    if (figures.isEmpty() && file.has("figures")) {
      issues.add(IssueCode.WRONG_SHAPE, file.place(), "the series holds no figure");
    }
    return name.isPresent() && !figures.isEmpty()
        ? unit.map(text ->
            new Quantity.Series(name.get().text(), text.text(), "previous", List.copyOf(figures)))
        : Optional.empty();
  }

  private Optional<Quantity.Figure> figure(Tree item, List<Quantity.Figure> before) {
    Fields fields = Fields.of(item, "the figure", issues);
    Optional<Integer> year =
        fields.needText("year").flatMap(text -> scalars.whole(text, FIRST_YEAR, LAST_YEAR));
    Optional<Exact> value = fields.needText("value").flatMap(scalars::exact);
    Optional<Certainty> certainty = fields.needText("certainty").flatMap(scalars::certainty);
    fields.text("note");
    fields.end();
    if (value.isPresent() && value.get().signum() <= 0) {
      issues.add(IssueCode.BELOW_ZERO, fields.place(), "a figure that divides is above zero");
      return Optional.empty();
    }
    if (year.isPresent() && !before.isEmpty() && before.getLast().year() >= year.get()) {
      issues.add(IssueCode.WRONG_SHAPE, fields.place(), "the years do not rise");
      return Optional.empty();
    }
    return year.isPresent() && value.isPresent()
        ? certainty.map(sure -> new Quantity.Figure(year.get(), value.get(), sure))
        : Optional.empty();
  }
}
