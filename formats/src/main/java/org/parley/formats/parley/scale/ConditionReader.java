package org.parley.formats.parley.scale;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Notes;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Test;
import org.parley.core.terms.Citation;
import org.parley.formats.parley.Scalars;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Mark;
import org.parley.formats.tree.Tree;

/// Reads conditions, and finds those that carry a name: scale-format.md, section 5.
final class ConditionReader {

  private static final Set<String> BESIDE = Set.of("cite", "as", "whenUnknown");

  private final Draft draft;
  private final Issues issues;
  private final Scalars scalars;
  private final QuantityReader quantities;
  private final TestReader tests;
  private final Map<String, Tree.Entry> entries = new LinkedHashMap<>();
  private final Map<String, Optional<Condition>> named = new LinkedHashMap<>();
  private final Set<String> underWay = new LinkedHashSet<>();

  ConditionReader(Draft draft, QuantityReader quantities, List<Tree.Entry> conditions) {
    this.draft = draft;
    this.issues = draft.issues();
    this.scalars = new Scalars(issues);
    this.quantities = quantities;
    this.tests = new TestReader(draft);
    for (Tree.Entry entry : conditions) {
      scalars.isKey(entry);
      draft.declare("condition", entry);
      entries.put(entry.key(), entry);
    }
  }

  /// Reads the named conditions that nothing used, so that what is wrong in them is told too.
  void readRest() {
    entries.values().forEach(this::body);
  }

  /// Reads one condition.
  Optional<Condition> read(Tree tree) {
    if (!(tree instanceof Tree.Mapping(List<Tree.Entry> all, Mark mark))) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          tree.place(),
          "a condition is a map, and here stands " + tree.shape(),
          "write {fact: test}, such as {downtime: {over: PT24H}}");
      return Optional.empty();
    }
    List<Tree.Entry> bodies =
        all.stream()
            .filter(entry -> !BESIDE.contains(entry.key()))
            .filter(entry -> !(entry.key().equals("atLeast") && has(all, "countOf")))
            .toList();
    Notes notes = notes(tree);
    if (bodies.size() != 1) {
      several(bodies, mark);
      return Optional.empty();
    }
    Tree.Entry body = bodies.getFirst();
    if (has(all, "whenUnknown") && isStructure(body.key())) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          mark.place(),
          "`whenUnknown` stands beside the test of a fact only",
          "put it beside the fact that may be unknown");
    }
    return read(body, tree, notes);
  }

  private static boolean has(List<Tree.Entry> entries, String key) {
    return entries.stream().anyMatch(entry -> entry.key().equals(key));
  }

  private static boolean isStructure(String key) {
    return switch (key) {
      case "any", "all", "none", "countOf", "condition", "causedOrCapable", "always" -> true;
      default -> false;
    };
  }

  private void several(List<Tree.Entry> bodies, Mark mark) {
    if (bodies.isEmpty()) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          mark.place(),
          "the condition says nothing",
          "name a fact with its test, or any, all, none, countOf, condition, always");
      return;
    }
    String names = String.join(", ", bodies.stream().map(Tree.Entry::key).toList());
    issues.add(
        IssueCode.WRONG_SHAPE,
        bodies.get(1).keyMark().place(),
        "a condition says one thing, this one several: " + names,
        "put them into a list under `all:` or `any:`");
  }

  private Notes notes(Tree tree) {
    Tree.Mapping mapping = (Tree.Mapping) tree;
    Optional<Citation> cite =
        mapping
            .find("cite")
            .flatMap(value -> Fields.text(value, "`cite`", issues))
            .map(draft.citations()::parse);
    Optional<String> label =
        mapping
            .find("as")
            .flatMap(value -> Fields.text(value, "`as`", issues))
            .filter(scalars::isKey)
            .map(Tree.Text::text);
    return cite.isEmpty() && label.isEmpty() ? Notes.NONE : new Notes(cite, label);
  }

  private Optional<Condition> read(Tree.Entry body, Tree whole, Notes notes) {
    return switch (body.key()) {
      case "any" ->
          parts(body).map(parts -> new Condition.CountOf(parts, 1, Condition.Wording.ANY, notes));
      case "all" ->
          parts(body)
              .map(parts ->
                  new Condition.CountOf(parts, parts.size(), Condition.Wording.ALL, notes));
      case "none" -> parts(body).map(parts -> new Condition.NoneOf(parts, notes));
      case "countOf" -> countOf(body, whole, notes);
      case "condition" ->
          Fields.text(body.value(), "the condition's name", issues)
              .flatMap(text -> named(text, notes));
      case "causedOrCapable" -> causedOrCapable(body, notes);
      case "always" ->
          Fields.text(body.value(), "`always`", issues)
              .flatMap(scalars::yesNo)
              .map(holds -> new Condition.Always(holds, notes));
      default -> passes(body, whole, notes);
    };
  }

  /// Reads a list of conditions; one that cannot be read is told and left out.
  private Optional<List<Condition>> parts(Tree.Entry body) {
    Optional<List<Tree>> items = Fields.list(body.value(), "`%s`".formatted(body.key()), issues);
    List<Condition> parts = new ArrayList<>();
    items.ifPresent(list -> list.forEach(item -> read(item).ifPresent(parts::add)));
    if (items.isPresent() && items.get().isEmpty()) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          body.value().place(),
          "`%s` lists no condition".formatted(body.key()));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(parts));
  }

  private Optional<Condition> countOf(Tree.Entry body, Tree whole, Notes notes) {
    Optional<List<Condition>> parts = parts(body);
    Optional<Tree> number = ((Tree.Mapping) whole).find("atLeast");
    if (number.isEmpty()) {
      issues.add(
          IssueCode.MISSING_KEY,
          body.keyMark().place(),
          "`countOf` does not say how many must hold",
          "write `atLeast: 2` beside it");
      return Optional.empty();
    }
    int most = body.value() instanceof Tree.Sequence list ? Math.max(1, list.items().size()) : 1;
    return Fields.text(number.get(), "`atLeast`", issues)
        .flatMap(text -> scalars.whole(text, 1, most))
        .flatMap(count ->
            parts.map(list -> new Condition.CountOf(list, count, Condition.Wording.COUNT, notes)));
  }

  private Optional<Condition> causedOrCapable(Tree.Entry body, Notes notes) {
    Optional<Condition> actual = read(body.value());
    if (actual.isEmpty()) {
      return Optional.empty();
    }
    Optional<Condition> potential = new Potential(draft, body.keyMark()).of(actual.get());
    if (potential.isEmpty()) {
      issues.add(
          IssueCode.NOT_POTENTIAL,
          body.keyMark().place(),
          "no fact in this condition can be stated as potential",
          "write the condition without `causedOrCapable`");
    }
    return potential.map(capable ->
        new Condition.CountOf(
            List.of(actual.get(), capable), 1, Condition.Wording.CAUSED_OR_CAPABLE, notes));
  }

  private Optional<Condition> passes(Tree.Entry body, Tree whole, Notes notes) {
    Optional<Condition.Assumed> assumed =
        ((Tree.Mapping) whole).find("whenUnknown").flatMap(this::assumed);
    Optional<Quantity> quantity = quantities.find(body.key(), body.keyMark());
    if (quantity.isEmpty()) {
      return Optional.empty();
    }
    Optional<Test> test = tests.read(quantity.get(), body.value());
    return test.map(put -> new Condition.Passes(quantity.get(), put, assumed, notes));
  }

  private Optional<Condition.Assumed> assumed(Tree tree) {
    Fields fields = Fields.of(tree, "`whenUnknown`", issues);
    Optional<Boolean> holds = fields.needText("holds").flatMap(scalars::yesNo);
    Optional<Citation> cite = draft.citations().of(fields);
    fields.end();
    return holds.map(yes -> new Condition.Assumed(yes, cite));
  }

  private Optional<Condition> named(Tree.Text name, Notes notes) {
    Tree.Entry entry = entries.get(name.text());
    if (entry == null) {
      draft.unknown("condition", name.text(), name.mark(), entries.keySet());
      return Optional.empty();
    }
    draft.use("condition", name.text());
    if (underWay.contains(name.text())) {
      issues.add(
          IssueCode.CIRCLE,
          name.place(),
          "condition \"%s\" rests on itself: %s"
              .formatted(name.text(), String.join(" → ", underWay) + " → " + name.text()));
      return Optional.empty();
    }
    return body(entry).map(body -> new Condition.Named(name.text(), body, notes));
  }

  private Optional<Condition> body(Tree.Entry entry) {
    Optional<Condition> before = named.get(entry.key());
    if (before != null) {
      return before;
    }
    underWay.add(entry.key());
    Optional<Condition> body = read(entry.value());
    underWay.remove(entry.key());
    named.put(entry.key(), body);
    return body;
  }
}
