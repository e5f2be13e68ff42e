package org.parley.formats.parley.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Rule;
import org.parley.core.terms.Citation;
import org.parley.core.terms.Exact;
import org.parley.formats.parley.Scalars;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads rules that compute a score and cut it into bands.
final class ScoreRuleReader {

  private static final int MOST_DECIMALS = 6;
  private static final int DECIMALS = 2;

  private static final Map<String, Rule.Operation> OPERATIONS =
      HeadReader.words(Rule.Operation.values());

  private final Draft draft;
  private final Issues issues;
  private final Scalars scalars;
  private final CriterionReader criteria;

  ScoreRuleReader(Draft draft, CriterionReader criteria) {
    this.draft = draft;
    this.issues = draft.issues();
    this.scalars = new Scalars(issues);
    this.criteria = criteria;
  }

  Optional<Rule> weightedMean(Fields fields, Optional<Citation> cite) {
    List<Criterion> chosen = new ArrayList<>();
    List<Tree> items = fields.list("weightedMean").orElse(List.of());
    for (Tree item : items) {
      Fields.text(item, "a criterion's name", issues)
          .flatMap(name -> scored(name).filter(criterion -> hasOptions(criterion, name)))
          .filter(criterion -> isNew(criterion, chosen, item))
          .ifPresent(chosen::add);
    }
    Optional<Exact> minMax =
        fields
            .map("normalise")
            .flatMap(map -> {
              Optional<Exact> most = map.needText("minMax").flatMap(scalars::exact);
              map.end();
              return most.filter(number -> isAboveZero(number, map));
            });
    Optional<Rule.Bands> bands = bands(fields);
    if (minMax.isPresent() && !chosen.isEmpty() && isFlat(chosen)) {
      issues.add(
          IssueCode.BANDS,
          fields.place(),
          "all options score the same, so there is nothing to stretch");
      return Optional.empty();
    }
    boolean complete = !items.isEmpty() && chosen.size() == items.size();
    if (items.isEmpty() && fields.has("weightedMean")) {
      issues.add(IssueCode.WRONG_SHAPE, fields.place(), "a mean of no criteria");
    }
    return complete && (minMax.isPresent() || !fields.has("normalise"))
        ? bands.map(each -> new Rule.WeightedMean(List.copyOf(chosen), minMax, each, cite))
        : Optional.empty();
  }

  private boolean isAboveZero(Exact number, Fields map) {
    if (number.signum() <= 0) {
      issues.add(IssueCode.BELOW_ZERO, map.place(), "`minMax` is above zero");
    }
    return number.signum() > 0;
  }

  private static boolean isFlat(List<Criterion> chosen) {
    return chosen.stream()
        .allMatch(criterion ->
            criterion.options().stream().map(Criterion.Option::score).distinct().count() == 1);
  }

  private Optional<Criterion> scored(Tree.Text name) {
    Optional<Criterion> criterion = criteria.find(name);
    if (criterion.isPresent() && !criteria.isScored(criterion.get())) {
      issues.add(
          IssueCode.HOLE,
          name.place(),
          "criterion %s has no scores".formatted(name.text()),
          "add `scores:` to it");
      return Optional.empty();
    }
    return criterion;
  }

  private boolean hasOptions(Criterion criterion, Tree.Text name) {
    if (criterion.body() instanceof Criterion.Sum) {
      issues.add(
          IssueCode.TEST_DOES_NOT_FIT,
          name.place(),
          "criterion %s is a sum; a mean is made of options".formatted(name.text()),
          "write the rule as `score:` with an expression");
      return false;
    }
    return true;
  }

  private boolean isNew(Criterion criterion, List<Criterion> before, Tree item) {
    if (before.contains(criterion)) {
      issues.add(
          IssueCode.DUPLICATE_KEY,
          item.place(),
          "criterion %s stands twice in the mean".formatted(criterion.name()));
      return false;
    }
    return true;
  }

  Optional<Rule> score(Fields fields, Optional<Citation> cite) {
    Optional<Rule.Expression> expression = fields.any("score").flatMap(this::expression);
    Optional<Rule.Bands> bands = bands(fields);
    return expression.flatMap(each -> bands.map(cut -> new Rule.Score(each, cut, cite)));
  }

  private Optional<Rule.Expression> expression(Tree tree) {
    return switch (tree) {
      case Tree.Text text when Exact.parse(text.text()).isPresent() ->
          Exact.parse(text.text()).map(Rule.Expression.Constant::new);
      case Tree.Text name -> scored(name).map(Rule.Expression.Of::new);
      case Tree.Mapping(List<Tree.Entry> entries, _) when entries.size() == 1 ->
          combined(entries.getFirst());
      case Tree.Mapping _, Tree.Sequence _, Tree.Nothing _ -> {
        issues.add(
            IssueCode.WRONG_SHAPE,
            tree.place(),
            "this is no expression",
            "write a criterion's name, a number, or one of {sum: [ … ]}, {product: [ … ]},"
                + " {max: [ … ]}, {min: [ … ]}");
        yield Optional.empty();
      }
    };
  }

  private Optional<Rule.Expression> combined(Tree.Entry entry) {
    Tree.Text word = new Tree.Text(entry.key(), Tree.Kind.PLAIN, entry.keyMark());
    Optional<Rule.Operation> operation = scalars.word(word, "operation", OPERATIONS);
    List<Tree> items =
        Fields.list(entry.value(), "`%s`".formatted(entry.key()), issues).orElse(List.of());
    List<Rule.Expression> parts = new ArrayList<>();
    items.forEach(item -> expression(item).ifPresent(parts::add));
    if (entry.value() instanceof Tree.Sequence && items.isEmpty()) {
      issues.add(
          IssueCode.WRONG_SHAPE, entry.value().place(), "`%s` of nothing".formatted(entry.key()));
    }
    return !items.isEmpty() && parts.size() == items.size()
        ? operation.map(each -> new Rule.Expression.Combined(each, List.copyOf(parts)))
        : Optional.empty();
  }

  private Optional<Rule.Bands> bands(Fields fields) {
    Optional<List<Tree>> items = fields.needList("bands");
    List<Exact> from = new ArrayList<>();
    for (Tree item : items.orElse(List.of())) {
      Optional<Exact> bound = Fields.text(item, "a bound", issues).flatMap(scalars::exact);
      bound.filter(each -> isRising(each, from, item)).ifPresent(from::add);
    }
    int decimals = DECIMALS;
    Optional<Fields> shown = fields.map("shown");
    if (shown.isPresent()) {
      decimals =
          shown
              .get()
              .needText("decimals")
              .flatMap(text -> scalars.whole(text, 0, MOST_DECIMALS))
              .orElse(DECIMALS);
      shown.get().end();
    }
    int levels = draft.levels().count();
    if (items.isPresent() && items.get().size() != levels) {
      issues.add(
          IssueCode.BANDS,
          fields.any("bands").orElseThrow().place(),
          "%d bands for %d levels".formatted(items.get().size(), levels),
          "give the lower bound of every level, mildest first; the first is where the scale starts");
      return Optional.empty();
    }
    return from.size() == levels && levels > 0
        ? Optional.of(new Rule.Bands(List.copyOf(from), decimals))
        : Optional.empty();
  }

  private boolean isRising(Exact bound, List<Exact> before, Tree item) {
    if (!before.isEmpty() && !bound.isAbove(before.getLast())) {
      issues.add(
          IssueCode.BANDS,
          item.place(),
          "the bands do not rise: %s after %s".formatted(bound, before.getLast()));
      return false;
    }
    return true;
  }
}
