package org.parley.formats.parley.scale;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
import org.parley.core.terms.Citation;
import org.parley.core.terms.Exact;
import org.parley.formats.parley.Scalars;
import org.parley.formats.parley.fact.ValueTree;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Nearest;
import org.parley.formats.tree.Tree;

/// Reads the section `criteria:`: scale-format.md, section 6.
final class CriterionReader {

  private static final List<String> FORMS = List.of("fact", "gravestOf", "options", "sum");

  private final Draft draft;
  private final Issues issues;
  private final Scalars scalars;
  private final ConditionReader conditions;
  private final SequencedMap<String, Criterion> criteria = new LinkedHashMap<>();
  private final Map<String, Boolean> scored = new LinkedHashMap<>();

  CriterionReader(Draft draft, ConditionReader conditions) {
    this.draft = draft;
    this.issues = draft.issues();
    this.scalars = new Scalars(issues);
    this.conditions = conditions;
  }

  SequencedMap<String, Criterion> read(List<Tree.Entry> entries) {
    for (Tree.Entry entry : entries) {
      scalars.isKey(entry);
      draft.declare("criterion", entry);
      criterion(entry).ifPresent(criterion -> criteria.put(entry.key(), criterion));
      scored.putIfAbsent(entry.key(), false);
    }
    return criteria;
  }

  /// The criterion of this name; one that is not there, or could not be read, is told.
  Optional<Criterion> find(Tree.Text name) {
    draft.use("criterion", name.text());
    if (!scored.containsKey(name.text())) {
      draft.unknown("criterion", name.text(), name.mark(), scored.keySet());
    }
    return Optional.ofNullable(criteria.get(name.text()));
  }

  /// Whether every option of the criterion has a score.
  boolean isScored(Criterion criterion) {
    return criterion.body() instanceof Criterion.Sum
        || scored.getOrDefault(criterion.name(), false);
  }

  private Optional<Criterion> criterion(Tree.Entry entry) {
    Fields fields = Fields.of(entry.value(), "criterion " + entry.key(), issues);
    List<String> forms = FORMS.stream().filter(fields::has).toList();
    Exact weight = fields.text("weight").flatMap(this::weight).orElse(Exact.ONE);
    Optional<Citation> cite = draft.citations().of(fields);
    Optional<Criterion.Body> body = Optional.empty();
    if (forms.size() == 1) {
      body =
          switch (forms.getFirst()) {
            case "fact" -> byOption(fields, entry.key());
            case "gravestOf" -> gravestOf(fields, entry.key());
            case "options" -> byCondition(fields, entry.key());
            default -> sum(fields);
          };
    } else {
      issues.add(
          IssueCode.WRONG_SHAPE,
          fields.place(),
          "%s has %s".formatted(fields.what(), forms.isEmpty() ? "no form" : "several forms"),
          forms.isEmpty() ? fields.oneOf(FORMS) : "keep one of " + String.join(", ", forms));
    }
    List<Criterion.Option> options = body.map(CriterionReader::options).orElse(List.of());
    Optional<Criterion.Substitute> unknown = substitute(fields, "whenUnknown", options);
    Optional<Criterion.Substitute> inapplicable = substitute(fields, "whenNotApplicable", options);
    fields.end();
    return body.map(each -> new Criterion(entry.key(), weight, each, unknown, inapplicable, cite));
  }

  private static List<Criterion.Option> options(Criterion.Body body) {
    return new Criterion("x", Exact.ONE, body, Optional.empty(), Optional.empty(), Optional.empty())
        .options();
  }

  private Optional<Exact> weight(Tree.Text text) {
    Optional<Exact> weight = scalars.exact(text);
    if (weight.isPresent() && weight.get().signum() <= 0) {
      issues.add(IssueCode.BELOW_ZERO, text.place(), "a weight is above zero");
      return Optional.empty();
    }
    return weight;
  }

  private Optional<Criterion.Body> byOption(Fields fields, String name) {
    Optional<FactKey> key = fields.text("fact").flatMap(draft::needKey);
    if (key.isEmpty()) {
      fields.any("scores");
      return Optional.empty();
    }
    FactType type = draft.fact(key.get()).type();
    boolean one =
        type instanceof FactType.YesNo
            || type instanceof FactType.Ordered
            || type instanceof FactType.Choice;
    if (!one) {
      unfit(fields, key.get(), type, "facts of one option; a set stands under `gravestOf`");
      return Optional.empty();
    }
    return scores(fields, name, type.optionNames())
        .map(options -> new Criterion.ByOption(key.get(), options));
  }

  private Optional<Criterion.Body> gravestOf(Fields fields, String name) {
    Optional<FactKey> key = fields.text("gravestOf").flatMap(draft::needKey);
    if (key.isEmpty()) {
      fields.any("scores");
      fields.any("empty");
      return Optional.empty();
    }
    FactType type = draft.fact(key.get()).type();
    if (!(type instanceof FactType.Options(List<String> names))) {
      unfit(fields, key.get(), type, "sets; a fact of one option stands under `fact`");
      fields.any("empty");
      return Optional.empty();
    }
    Optional<List<Criterion.Option>> options = scores(fields, name, names);
    Optional<Criterion.Option> empty =
        fields.needAny("empty").flatMap(tree -> empty(tree, options.orElse(List.of())));
    return empty.flatMap(
        none -> options.map(some -> new Criterion.GravestOf(key.get(), some, none)));
  }

  private void unfit(Fields fields, FactKey key, FactType type, String fitting) {
    fields.any("scores");
    issues.add(
        IssueCode.TEST_DOES_NOT_FIT,
        fields.place(),
        "%s is %s".formatted(key, ValueTree.name(type)),
        "here fit " + fitting);
  }

  /// The empty set counts as one of the options, or has a score of its own.
  private Optional<Criterion.Option> empty(Tree tree, List<Criterion.Option> options) {
    if (tree instanceof Tree.Mapping mapping && mapping.find("option").isPresent()) {
      Fields fields = Fields.of(tree, "`empty`", issues);
      Optional<Criterion.Option> option =
          fields.needText("option").flatMap(text -> option(text, options));
      draft.citations().of(fields);
      fields.end();
      return option;
    }
    return score("empty", tree).map(Scored::option);
  }

  private Optional<Criterion.Option> option(Tree.Text text, List<Criterion.Option> options) {
    Optional<Criterion.Option> found =
        options.stream().filter(option -> option.name().equals(text.text())).findFirst();
    if (found.isEmpty() && !options.isEmpty()) {
      issues.add(
          new Issue(
              IssueCode.UNKNOWN_OPTION,
              text.place(),
              Scalars.quoted(text.text()) + " is none of the options",
              Nearest.remedy(text.text(), options.stream().map(Criterion.Option::name).toList())));
    }
    return found;
  }

  private record Scored(Criterion.Option option) {}

  private Optional<Scored> score(String name, Tree tree) {
    if (tree instanceof Tree.Text text) {
      return scalars
          .exact(text)
          .map(score -> new Scored(new Criterion.Option(name, score, Optional.empty())));
    }
    Fields fields = Fields.of(tree, "the score of " + name, issues);
    Optional<Exact> score = fields.needText("score").flatMap(scalars::exact);
    Optional<Citation> cite = draft.citations().of(fields);
    fields.end();
    return score.map(number -> new Scored(new Criterion.Option(name, number, cite)));
  }

  /// The options with their scores, in the order of `names`; without scores all count nought.
  private Optional<List<Criterion.Option>> scores(
      Fields fields, String criterion, List<String> names) {
    if (!fields.has("scores")) {
      return Optional.of(
          names.stream()
              .map(name -> new Criterion.Option(name, Exact.ZERO, Optional.empty()))
              .toList());
    }
    Map<String, Criterion.Option> given = new LinkedHashMap<>();
    List<Tree.Entry> entries = fields.named("scores").orElse(List.of());
    for (Tree.Entry entry : entries) {
      if (!names.contains(entry.key())) {
        issues.add(
            new Issue(
                IssueCode.UNKNOWN_OPTION,
                entry.keyMark().place(),
                Scalars.quoted(entry.key()) + " is none of the options",
                Nearest.remedy(entry.key(), names)));
      }
      score(entry.key(), entry.value())
          .ifPresent(scoredOption -> given.put(entry.key(), scoredOption.option()));
    }
    List<String> missing =
        names.stream()
            .filter(name -> entries.stream().noneMatch(entry -> entry.key().equals(name)))
            .toList();
    if (!missing.isEmpty()) {
      issues.add(
          IssueCode.HOLE,
          fields.place(),
          "%s gives no score to %s".formatted(fields.what(), String.join(", ", missing)),
          "every option needs a score; where the source gives none, say how you read it and cite that");
    }
    scored.put(criterion, missing.isEmpty());
    return missing.isEmpty() && given.keySet().containsAll(names)
        ? Optional.of(names.stream().map(given::get).toList())
        : Optional.empty();
  }

  private Optional<Criterion.Body> byCondition(Fields fields, String name) {
    List<String> names = new ArrayList<>();
    for (Tree item : fields.list("options").orElse(List.of())) {
      Fields.text(item, "an option", issues)
          .filter(scalars::isKey)
          .filter(text -> isNew(text, names))
          .ifPresent(text -> names.add(text.text()));
    }
    if (names.size() < 2) {
      issues.add(
          IssueCode.WRONG_SHAPE, fields.place(), fields.what() + " has fewer than two options");
    }
    Map<String, Condition> when = new LinkedHashMap<>();
    List<Tree.Entry> entries = fields.needNamed("when").orElse(List.of());
    for (Tree.Entry entry : entries) {
      hasPlace(entry, names);
      conditions.read(entry.value()).ifPresent(condition -> when.put(entry.key(), condition));
    }
    List<String> later = names.stream().skip(1).toList();
    List<String> missing =
        later.stream()
            .filter(option -> entries.stream().noneMatch(entry -> entry.key().equals(option)))
            .toList();
    if (!missing.isEmpty() && fields.has("when")) {
      issues.add(
          IssueCode.HOLE,
          fields.place(),
          "%s does not say when %s".formatted(fields.what(), String.join(", ", missing)),
          "every option but the first needs a condition under `when:`");
    }
    Optional<List<Criterion.Option>> options = scores(fields, name, names);
    return options.isPresent() && when.keySet().containsAll(later) && names.size() > 1
        ? Optional.of(
            new Criterion.ByCondition(options.get(), later.stream().map(when::get).toList()))
        : Optional.empty();
  }

  private boolean isNew(Tree.Text text, List<String> before) {
    if (before.contains(text.text())) {
      issues.add(
          IssueCode.DUPLICATE_KEY,
          text.place(),
          "the option \"%s\" stands twice".formatted(text.text()));
      return false;
    }
    return true;
  }

  private void hasPlace(Tree.Entry entry, List<String> names) {
    int place = names.indexOf(entry.key());
    if (place == 0) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          entry.keyMark().place(),
          "\"%s\" is the first option and needs no condition".formatted(entry.key()),
          "it counts when no other does");
    } else if (place < 0) {
      issues.add(
          new Issue(
              IssueCode.UNKNOWN_OPTION,
              entry.keyMark().place(),
              Scalars.quoted(entry.key()) + " is none of the options",
              Nearest.remedy(entry.key(), names)));
    }
  }

  private Optional<Criterion.Body> sum(Fields fields) {
    List<Criterion.Addend> addends = new ArrayList<>();
    for (Tree item : fields.list("sum").orElse(List.of())) {
      Fields addend = Fields.of(item, "the addend", issues);
      Optional<Exact> add = addend.needText("add").flatMap(scalars::exact);
      Optional<Condition> when = addend.needAny("when").flatMap(conditions::read);
      Optional<Citation> cite = draft.citations().of(addend);
      addend.end();
      if (add.isPresent() && when.isPresent()) {
        addends.add(new Criterion.Addend(add.get(), Cited.by(cite, when.get())));
      }
    }
    if (addends.isEmpty() && !issues.hasErrors()) {
      issues.add(IssueCode.WRONG_SHAPE, fields.place(), fields.what() + " sums up nothing");
    }
    return Optional.of(new Criterion.Sum(List.copyOf(addends)));
  }

  private Optional<Criterion.Substitute> substitute(
      Fields fields, String key, List<Criterion.Option> options) {
    Optional<Fields> map = fields.map(key);
    if (map.isEmpty()) {
      return Optional.empty();
    }
    Optional<Exact> score = map.get().text("score").flatMap(scalars::exact);
    Optional<Criterion.Option> option =
        map.get().text("option").flatMap(text -> option(text, options));
    Optional<Citation> cite = draft.citations().of(map.get());
    if (map.get().has("score") == map.get().has("option")) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          map.get().place(),
          "%s names a score or an option".formatted(map.get().what()));
    }
    map.get().end();
    return option
        .map(put -> new Criterion.Substitute(Optional.of(put.name()), put.score(), cite))
        .or(() -> score.map(put -> new Criterion.Substitute(Optional.empty(), put, cite)));
  }
}
