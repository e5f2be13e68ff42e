package org.parley.formats.parley.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Statement;
import org.parley.core.fact.Value;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads what is said about one fact, in every form of handbook/facts.md.
public final class StatedReader {

  private static final List<String> FORMS =
      List.of("value", "from", "to", "oneOf", "unknown", "notApplicable", "includes", "mayInclude");

  private final Issues issues;

  public StatedReader(Issues issues) {
    this.issues = issues;
  }

  /// All statements about a key: one, or several that stand side by side.
  public List<Statement> statements(FactKey key, FactType type, Tree tree) {
    if (tree instanceof Tree.Sequence(List<Tree> items, _)
        && items.stream().anyMatch(Tree.Mapping.class::isInstance)) {
      List<Statement> several = new ArrayList<>();
      items.forEach(item -> statement(key, type, item).ifPresent(several::add));
      return several;
    }
    return statement(key, type, tree).map(List::of).orElse(List.of());
  }

  private Optional<Statement> statement(FactKey key, FactType type, Tree tree) {
    if (!(tree instanceof Tree.Mapping)) {
      return ValueTree.stated(type, tree, issues)
          .map(stated -> new Statement(key, stated, Statement.Origin.NONE));
    }
    Fields fields = Fields.of(tree, "the statement about " + key.fact(), issues);
    Optional<Stated> stated = stated(type, fields);
    Statement.Origin origin = origin(fields);
    fields.end();
    return stated.map(said -> new Statement(key, said, origin));
  }

  private Optional<Stated> stated(FactType type, Fields fields) {
    List<String> present = FORMS.stream().filter(fields::has).toList();
    return switch (String.join(" ", present)) {
      case "value" -> fields.any("value").flatMap(tree -> ValueTree.stated(type, tree, issues));
      case "from", "to", "from to" -> between(type, fields);
      case "oneOf" -> oneOf(type, fields);
      case "unknown" -> fields.text("unknown").map(why -> new Stated.Unknown(why.text()));
      case "notApplicable" ->
          fields.text("notApplicable").map(why -> new Stated.NotApplicable(why.text()));
      case "includes", "mayInclude", "includes mayInclude" -> inPart(type, fields);
      default -> {
        issues.add(
            IssueCode.WRONG_SHAPE,
            fields.place(),
            present.isEmpty()
                ? fields.what() + " says nothing"
                : fields.what() + " says several things: " + String.join(", ", present),
            "write one of value, from and to, oneOf, unknown, notApplicable,"
                + " includes and mayInclude");
        yield Optional.empty();
      }
    };
  }

  private Optional<Stated> between(FactType type, Fields fields) {
    if (!type.isNumeric() && !(type instanceof FactType.Ordered)) {
      issues.add(
          IssueCode.WRONG_TYPE,
          fields.place(),
          "%s has no range, for it is %s".formatted(fields.what(), ValueTree.name(type)),
          "write {oneOf: [a, b]}");
      fields.any("from");
      fields.any("to");
      return Optional.empty();
    }
    Optional<Stated> low = fields.any("from").flatMap(tree -> ValueTree.stated(type, tree, issues));
    Optional<Stated> high = fields.any("to").flatMap(tree -> ValueTree.stated(type, tree, issues));
    boolean complete =
        low.isPresent() == fields.has("from") && high.isPresent() == fields.has("to");
    if (!complete) {
      return Optional.empty();
    }
    Optional<Value> from = low.map(StatedReader::least);
    Optional<Value> to = high.map(StatedReader::most);
    if (from.isPresent() && to.isPresent() && !inOrder(from.get(), to.get(), fields)) {
      return Optional.empty();
    }
    return Optional.of(new Stated.Between(from, to));
  }

  /// The first second of a day that is only named, as the day is.
  private static Value least(Stated end) {
    return end instanceof Stated.Between(Optional<Value> low, _)
        ? low.orElseThrow()
        : ((Stated.Exactly) end).value();
  }

  private static Value most(Stated end) {
    return end instanceof Stated.Between(_, Optional<Value> high)
        ? high.orElseThrow()
        : ((Stated.Exactly) end).value();
  }

  private boolean inOrder(Value from, Value to, Fields fields) {
    if (from instanceof Value.Money(_, String one)
        && to instanceof Value.Money(_, String other)
        && !one.equals(other)) {
      issues.add(
          IssueCode.WRONG_TYPE,
          fields.place(),
          "the ends of the range are in two currencies, %s and %s".formatted(one, other));
      return false;
    }
    if (Ends.compare(from, to) <= 0) {
      return true;
    }
    issues.add(
        IssueCode.RANGE_REVERSED,
        fields.place(),
        "the range begins above its end",
        "swap from and to");
    return false;
  }

  private Optional<Stated> oneOf(FactType type, Fields fields) {
    List<Value> values = new ArrayList<>();
    List<Tree> items = fields.list("oneOf").orElse(List.of());
    for (Tree item : items) {
      ValueTree.value(type, item, issues)
          .filter(value -> !values.contains(value))
          .ifPresent(values::add);
    }
    if (items.isEmpty()) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          fields.place(),
          fields.what() + " is one of nothing",
          "name at least one value");
    }
    return switch (values.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new Stated.Exactly(values.getFirst()));
      default -> Optional.of(new Stated.OneOf(List.copyOf(values)));
    };
  }

  private Optional<Stated> inPart(FactType type, Fields fields) {
    if (!ValueTree.isSet(type)) {
      issues.add(
          IssueCode.WRONG_TYPE,
          fields.place(),
          "%s is no set, it is %s".formatted(fields.what(), ValueTree.name(type)));
      fields.any("includes");
      fields.any("mayInclude");
      return Optional.empty();
    }
    Optional<Value> includes =
        fields.has("includes")
            ? fields.any("includes").flatMap(tree -> ValueTree.value(type, tree, issues))
            : Optional.of(
                type instanceof FactType.Codes
                    ? new Value.Codes(new TreeSet<>())
                    : new Value.Options(0));
    Optional<Tree> more = fields.any("mayInclude");
    if (more.isEmpty()) {
      issues.add(
          IssueCode.MISSING_KEY,
          fields.place(),
          fields.what() + " does not say what else there may be",
          "write `mayInclude: anything`, name what may be, or write a plain list if it is all");
      return Optional.empty();
    }
    boolean anything =
        more.get() instanceof Tree.Text(String word, _, _) && word.equals("anything");
    return includes.flatMap(sure -> inPart(type, sure, more.get(), anything));
  }

  private Optional<Stated> inPart(FactType type, Value sure, Tree more, boolean anything) {
    return switch (sure) {
      case Value.Options(long must) when anything ->
          Optional.of(new Stated.SetBetween(must, all(type) & ~must));
      case Value.Options(long must) ->
          ValueTree.value(type, more, issues)
              .map(may -> new Stated.SetBetween(must, ((Value.Options) may).mask() & ~must));
      case Value.Codes(var codes) when anything ->
          Optional.of(new Stated.CodesBetween(codes, true));
      case Value.Codes(var codes)
          when more instanceof Tree.Sequence(List<Tree> none, _) && none.isEmpty() ->
          Optional.of(new Stated.CodesBetween(codes, false));
      default -> {
        issues.add(
            IssueCode.WRONG_SHAPE,
            more.place(),
            "for codes, only `mayInclude: anything` can be said",
            "name the codes that are sure, and write `mayInclude: anything`");
        yield Optional.empty();
      }
    };
  }

  private static long all(FactType type) {
    return (1L << type.optionNames().size()) - 1;
  }

  private Statement.Origin origin(Fields fields) {
    List<String> states = new ArrayList<>();
    for (Tree item : fields.list("releasableTo").orElse(List.of())) {
      ValueTree.value(
              new FactType.Codes("states"), new Tree.Sequence(List.of(item), item.mark()), issues)
          .ifPresent(value -> states.addAll(((Value.Codes) value).codes()));
    }
    Optional<Tree.Text> asOf = fields.text("asOf");
    asOf.ifPresent(text -> Moments.take(text.text()).orTell(text.place(), issues));
    return new Statement.Origin(
        fields.text("source").map(Tree.Text::text),
        asOf.map(Tree.Text::text),
        fields.text("by").map(Tree.Text::text),
        fields.text("confidence").map(Tree.Text::text),
        List.copyOf(states));
  }
}
