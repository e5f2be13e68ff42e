package org.parley.formats.parley.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Constraint;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactId;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Together;
import org.parley.core.fact.TypeList;
import org.parley.core.fact.Value;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.formats.parley.Parsed;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Nearest;
import org.parley.formats.tree.Tree;

/// Reads the fact catalogue: handbook/facts.md.
public final class CatalogueReader {

  private final Issues issues = new Issues();
  private final TypeReader types;
  private final Map<FactId, Fact> facts = new LinkedHashMap<>();

  private CatalogueReader(Function<String, Optional<TypeList>> lists) {
    this.types = new TypeReader(lists, issues);
  }

  /// @param lists finds a list of types by the name in `optionsFrom`, such as `types/rsit`
  public static Checked<Catalogue> read(Parsed file, Function<String, Optional<TypeList>> lists) {
    CatalogueReader reader = new CatalogueReader(lists);
    return Verdict.of(reader.catalogue(file), reader.issues);
  }

  private Optional<Catalogue> catalogue(Parsed file) {
    Fields fields = Fields.of(file.tree(), "the catalogue", issues);
    fields.needText("catalogue");
    Optional<Tree.Text> edition = fields.needText("edition");
    Set<String> groups = new HashSet<>();
    for (Tree group : fields.needList("groups").orElse(List.of())) {
      Fields.text(group, "a group", issues).ifPresent(text -> groups.add(text.text()));
    }
    for (Tree.Entry entry : fields.needNamed("facts").orElse(List.of())) {
      fact(entry, groups).ifPresent(fact -> facts.put(fact.id(), fact));
    }
    List<Constraint> constraints = new ArrayList<>();
    for (Tree item : fields.list("constraints").orElse(List.of())) {
      constraint(item).ifPresent(constraints::add);
    }
    fields.end();
    return edition.map(
        text -> new Catalogue(text.text(), file.digest(), facts.values(), constraints));
  }

  private Optional<Fact> fact(Tree.Entry entry, Set<String> groups) {
    Optional<FactId> id = FactId.parse(entry.key());
    if (id.isEmpty()) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          entry.keyMark().place(),
          "\"%s\" cannot be the name of a fact".formatted(entry.key()),
          "begin with a small letter, then letters and digits; an issuer's own fact is es/name");
    }
    Fields fields = Fields.of(entry.value(), "the fact " + entry.key(), issues);
    Optional<Tree.Text> group = fields.needText("group");
    group
        .filter(text -> !groups.contains(text.text()))
        .ifPresent(text -> unknown(text, "group", groups));
    Optional<FactType> type = types.read(fields);
    boolean potential = flag(fields, "potential");
    boolean regional = regional(fields);
    Optional<Value> baseline = baseline(fields, type);
    Optional<Together> together = together(fields, type);
    Optional<Tree.Text> means = fields.needText("means");
    fields.end();
    if (id.isEmpty() || group.isEmpty() || type.isEmpty() || together.isEmpty()) {
      return Optional.empty();
    }
    return means.map(text ->
        new Fact(
            id.get(),
            group.get().text(),
            type.get(),
            baseline,
            new Fact.Reach(potential, regional),
            together.get(),
            text.text()));
  }

  private Optional<Value> baseline(Fields fields, Optional<FactType> type) {
    Optional<Tree> tree = fields.any("baseline");
    return tree.isEmpty() || type.isEmpty()
        ? Optional.empty()
        : ValueTree.value(type.get(), tree.get(), issues);
  }

  private boolean flag(Fields fields, String key) {
    return fields
        .text(key)
        .flatMap(text -> ValueReader.parse(new FactType.YesNo(), text.text(), text.place(), issues))
        .map(new Value.Option(1)::equals)
        .orElse(false);
  }

  private boolean regional(Fields fields) {
    Optional<Tree.Text> per = fields.text("per");
    per.filter(text -> !text.text().equals("region"))
        .ifPresent(text -> unknown(text, "qualifier", Set.of("region")));
    return per.isPresent();
  }

  private Optional<Together> together(Fields fields, Optional<FactType> type) {
    Optional<Tree.Text> word = fields.needText("together");
    Optional<Together> together = word.flatMap(text -> Together.parse(text.text()));
    if (word.isPresent() && together.isEmpty()) {
      unknown(
          word.get(),
          "way to join",
          List.of("sum", "max", "min", "any", "union", "same", "refuse"));
    }
    if (together.isPresent() && type.isPresent() && !fits(together.get(), type.get())) {
      issues.add(
          IssueCode.WRONG_TYPE,
          word.get().place(),
          "\"%s\" does not join values of this type".formatted(word.get().text()));
    }
    return together;
  }

  private static boolean fits(Together together, FactType type) {
    return switch (together) {
      case SUM -> type.isNumeric() && !(type instanceof FactType.Instant);
      case MAX, MIN -> type.isNumeric() || type instanceof FactType.Ordered;
      case ANY -> type instanceof FactType.YesNo;
      case LONGEST -> type instanceof FactType.Instant;
      case UNION -> ValueTree.isSet(type);
      case SAME, REFUSE -> true;
    };
  }

  private Optional<Constraint> constraint(Tree item) {
    Fields fields = Fields.of(item, "the constraint", issues);
    Optional<List<Tree>> notAbove = fields.list("notAbove");
    Optional<List<Tree>> notBefore = fields.list("notBefore");
    fields.end();
    if (notAbove.isPresent() == notBefore.isPresent()) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          fields.place(),
          "a constraint has one of the keys notAbove and notBefore");
      return Optional.empty();
    }
    List<FactId> two = new ArrayList<>();
    for (Tree side : notAbove.or(() -> notBefore).orElse(List.of())) {
      numeric(side).ifPresent(two::add);
    }
    if (two.size() != 2) {
      issues.add(
          IssueCode.WRONG_SHAPE, fields.place(), "a constraint names two facts that are numbers");
      return Optional.empty();
    }
    return Optional.of(
        notAbove.isPresent()
            ? new Constraint.NotAbove(two.get(0), two.get(1))
            : new Constraint.NotBefore(two.get(0), two.get(1)));
  }

  private Optional<FactId> numeric(Tree side) {
    Optional<Tree.Text> name = Fields.text(side, "a fact's name", issues);
    Optional<Fact> fact =
        name.flatMap(text -> FactId.parse(text.text()))
            .flatMap(id -> Optional.ofNullable(facts.get(id)));
    if (name.isPresent() && fact.isEmpty()) {
      unknown(name.get(), "fact", facts.keySet().stream().map(FactId::text).toList());
    }
    return fact.filter(found -> found.type().isNumeric()).map(Fact::id);
  }

  private void unknown(Tree.Text text, String what, java.util.Collection<String> known) {
    issues.add(
        new Issue(
            what.equals("fact") ? IssueCode.UNKNOWN_FACT : IssueCode.UNKNOWN_OPTION,
            text.place(),
            "there is no %s %s".formatted(what, ValueReader.quoted(text.text())),
            Nearest.remedy(text.text(), known)));
  }
}
