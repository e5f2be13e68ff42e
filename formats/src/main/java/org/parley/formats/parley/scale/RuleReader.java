package org.parley.formats.parley.scale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Rule;
import org.parley.core.terms.Citation;
import org.parley.formats.parley.Scalars;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Nearest;
import org.parley.formats.tree.Tree;

/// Reads rules: scale-format.md, section 7.
final class RuleReader {

  private static final List<String> FORMS =
      List.of(
          "ladder", "weightedMean", "score", "matrix", "gravestOf", "gate", "byOption", "level");

  private final Draft draft;
  private final Issues issues;
  private final Scalars scalars;
  private final ConditionReader conditions;
  private final ScoreRuleReader scores;
  private final MatrixReader matrices;

  RuleReader(Draft draft, ConditionReader conditions, CriterionReader criteria) {
    this.draft = draft;
    this.issues = draft.issues();
    this.scalars = new Scalars(issues);
    this.conditions = conditions;
    this.scores = new ScoreRuleReader(draft, criteria);
    this.matrices = new MatrixReader(draft, criteria);
  }

  /// @param what what the rule decides, for problems: `the rule`, `dimension danger`
  Optional<Rule> read(Tree tree, String what) {
    Fields fields = Fields.of(tree, what, issues);
    List<String> forms = FORMS.stream().filter(fields::has).toList();
    Optional<Citation> cite = draft.citations().of(fields);
    Optional<Rule> rule = Optional.empty();
    if (forms.size() == 1) {
      rule =
          switch (forms.getFirst()) {
            case "ladder" -> ladder(fields, cite);
            case "weightedMean" -> scores.weightedMean(fields, cite);
            case "score" -> scores.score(fields, cite);
            case "matrix" -> matrices.read(fields, cite);
            case "gravestOf" -> gravestOf(fields, cite);
            case "gate" -> gate(fields, cite);
            case "byOption" -> byOption(fields, cite);
            default -> fixed(fields, cite);
          };
      fields.end();
    } else if (tree instanceof Tree.Mapping) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          fields.place(),
          "%s has %s".formatted(what, forms.isEmpty() ? "no form" : "several forms"),
          forms.isEmpty() ? fields.oneOf(FORMS) : "keep one of " + String.join(", ", forms));
    }
    return rule;
  }

  private Optional<Rule> fixed(Fields fields, Optional<Citation> cite) {
    return fields
        .text("level")
        .flatMap(text -> draft.grade(text, cite))
        .map(grade -> new Rule.Fixed(grade, cite));
  }

  private Optional<Rule> ladder(Fields fields, Optional<Citation> cite) {
    List<Rule.Row> rows = new ArrayList<>();
    List<Tree.Entry> entries = fields.named("ladder").orElse(List.of());
    for (Tree.Entry entry : entries) {
      Optional<Grade.Level> level = draft.level(entry.key(), entry.keyMark());
      Optional<Condition> when = conditions.read(entry.value());
      if (level.isPresent() && when.isPresent()) {
        rows.add(new Rule.Row(level.get(), when.get()));
      }
    }
    rows.sort(Comparator.comparing((Rule.Row row) -> row.level().rank()).reversed());
    Optional<Rule.Row> always =
        rows.stream()
            .filter(row -> row.when() instanceof Condition.Always(boolean holds, _) && holds)
            .findFirst();
    Optional<Tree.Text> word = fields.text("otherwise");
    Optional<Grade> otherwise = word.flatMap(text -> draft.grade(text, cite));
    boolean complete = always.isPresent() || fields.has("otherwise");
    if (!complete && rows.size() == entries.size()) {
      issues.add(
          IssueCode.HOLE,
          fields.place(),
          fields.what() + " does not say what holds when no row of its ladder does",
          "add `otherwise: %s`, or a row {always: yes}".formatted(mildest()));
    }
    always.ifPresent(row -> tellBelow(row, rows, word, entries));
    return otherwise
        .or(() -> always.map(Rule.Row::level))
        .map(grade -> new Rule.Ladder(List.copyOf(rows), grade, cite));
  }

  private String mildest() {
    List<Grade.Level> levels = draft.levels().mildestFirst();
    return levels.isEmpty() ? "…" : levels.getFirst().name();
  }

  /// Notes rows that are never reached, because a graver one always holds.
  private void tellBelow(
      Rule.Row always,
      List<Rule.Row> rows,
      Optional<Tree.Text> otherwise,
      List<Tree.Entry> entries) {
    for (Rule.Row row : rows.subList(rows.indexOf(always) + 1, rows.size())) {
      entries.stream()
          .filter(entry -> entry.key().equals(row.level().name()))
          .findFirst()
          .ifPresent(entry ->
              issues.add(
                  IssueCode.UNREACHABLE,
                  entry.keyMark().place(),
                  "this row is never reached: \"%s\" above it always holds"
                      .formatted(always.level().name())));
    }
    otherwise.ifPresent(text ->
        issues.add(
            IssueCode.UNREACHABLE,
            text.place(),
            "`otherwise` is never reached: \"%s\" always holds".formatted(always.level().name())));
  }

  private Optional<Rule> gravestOf(Fields fields, Optional<Citation> cite) {
    LinkedHashMap<String, Rule> dimensions = new LinkedHashMap<>();
    List<Tree.Entry> entries = fields.named("gravestOf").orElse(List.of());
    for (Tree.Entry entry : entries) {
      scalars.isKey(entry);
      read(entry.value(), "dimension " + entry.key())
          .ifPresent(rule -> dimensions.put(entry.key(), rule));
    }
    if (entries.size() < 2 && fields.has("gravestOf")) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          fields.place(),
          "the gravest of fewer than two dimensions",
          "write the one rule by itself");
    }
    return dimensions.size() == entries.size() && entries.size() > 1
        ? Optional.of(new Rule.GravestOf(dimensions, cite))
        : Optional.empty();
  }

  private Optional<Rule> gate(Fields fields, Optional<Citation> cite) {
    Optional<Condition> gate = fields.any("gate").flatMap(conditions::read);
    Optional<Grade> closed = fields.needText("closed").flatMap(text -> draft.grade(text, cite));
    Optional<Rule> open =
        fields.needAny("open").flatMap(tree -> read(tree, "the rule behind the gate"));
    return gate.isPresent() && closed.isPresent()
        ? open.map(rule -> new Rule.Gate(gate.get(), closed.get(), rule, cite))
        : Optional.empty();
  }

  private Optional<Rule> byOption(Fields fields, Optional<Citation> cite) {
    Optional<FactKey> key =
        fields.text("byOption").flatMap(draft::needKey).filter(found -> hasOptions(found, fields));
    Optional<Grade> otherwise =
        fields.needText("otherwise").flatMap(text -> draft.grade(text, cite));
    Map<Integer, Rule> cases = new LinkedHashMap<>();
    boolean sound = true;
    for (Tree.Entry entry : fields.needNamed("cases").orElse(List.of())) {
      Optional<Rule> rule = read(entry.value(), "case " + entry.key());
      sound &= rule.isPresent();
      if (key.isPresent()) {
        List<Integer> places = places(entry, draft.fact(key.get()).type().optionNames(), cases);
        rule.ifPresent(each -> places.forEach(place -> cases.put(place, each)));
      }
    }
    return sound && key.isPresent()
        ? otherwise.map(grade -> new Rule.ByOption(key.get(), cases, grade, cite))
        : Optional.empty();
  }

  private boolean hasOptions(FactKey key, Fields fields) {
    FactType type = draft.fact(key).type();
    boolean fits =
        type instanceof FactType.YesNo
            || type instanceof FactType.Ordered
            || type instanceof FactType.Choice;
    if (!fits) {
      issues.add(
          IssueCode.TEST_DOES_NOT_FIT,
          fields.place(),
          "%s is no fact of one option".formatted(key),
          "`byOption` takes yes-no, ordered and choice facts");
    }
    return fits;
  }

  /// The places of the options that a key names, separated by commas.
  private List<Integer> places(Tree.Entry entry, List<String> options, Map<Integer, Rule> before) {
    List<Integer> places = new ArrayList<>();
    for (String name : entry.key().strip().split("\\s*,\\s*", -1)) {
      int place = options.indexOf(name);
      if (place < 0) {
        issues.add(
            new Issue(
                IssueCode.UNKNOWN_OPTION,
                entry.keyMark().place(),
                Scalars.quoted(name) + " is none of the options",
                Nearest.remedy(name, options)));
      } else if (before.containsKey(place) || places.contains(place)) {
        issues.add(
            IssueCode.DUPLICATE_KEY,
            entry.keyMark().place(),
            "the option \"%s\" has two cases".formatted(name));
      } else {
        places.add(place);
      }
    }
    return places;
  }
}
