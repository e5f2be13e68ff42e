package org.parley.formats.parley.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.Correspondence;
import org.parley.core.fact.TypeList;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Nearest;
import org.parley.formats.tree.Tree;

/// Reads how the types of one list read on another: handbook/types.md.
public final class CorrespondenceReader {

  private final Issues issues = new Issues();
  private final TypeList from;
  private final TypeList to;
  private final Set<String> seen = new HashSet<>();

  private CorrespondenceReader(TypeList from, TypeList to) {
    this.from = from;
    this.to = to;
  }

  public static Checked<Correspondence> read(Tree tree, TypeList from, TypeList to) {
    CorrespondenceReader reader = new CorrespondenceReader(from, to);
    return Verdict.of(Optional.of(reader.correspondence(tree)), reader.issues);
  }

  private Correspondence correspondence(Tree tree) {
    Fields fields = Fields.of(tree, "the correspondence", issues);
    is(fields, "from", from.name());
    is(fields, "to", to.name());
    List<Correspondence.Line> lines = new ArrayList<>();
    for (Tree item : fields.needList("lines").orElse(List.of())) {
      line(item).ifPresent(lines::add);
    }
    for (String type : from.keys()) {
      if (!seen.contains(type)) {
        issues.add(
            IssueCode.HOLE,
            fields.place(),
            "no line says how \"%s\" reads".formatted(type),
            "where the other list has no such type, write relation: none");
      }
    }
    fields.end();
    return new Correspondence(from.name(), to.name(), List.copyOf(lines));
  }

  private void is(Fields fields, String key, String expected) {
    fields
        .needText(key)
        .filter(text -> !text.text().equals(expected))
        .ifPresent(text ->
            issues.add(
                IssueCode.UNKNOWN_NAME,
                text.place(),
                "the file's name says %s: %s".formatted(key, expected)));
  }

  private Optional<Correspondence.Line> line(Tree item) {
    Fields fields = Fields.of(item, "the line", issues);
    Optional<Tree.Text> type = fields.needText("type").filter(text -> isOf(text, from));
    Optional<Correspondence.Relation> relation =
        fields.needText("relation").flatMap(this::relation);
    List<String> others = new ArrayList<>();
    for (Tree other : fields.needList("to").orElse(List.of())) {
      Fields.text(other, "the type", issues)
          .filter(text -> isOf(text, to))
          .ifPresent(text -> others.add(text.text()));
    }
    Optional<Tree.Text> why = fields.needText("why");
    fields.end();
    if (type.isPresent() && !seen.add(type.get().text())) {
      issues.add(
          IssueCode.DUPLICATE_KEY,
          type.get().place(),
          "\"%s\" has a line already".formatted(type.get().text()));
    }
    if (type.isEmpty() || relation.isEmpty() || why.isEmpty()) {
      return Optional.empty();
    }
    if ((relation.get() == Correspondence.Relation.NONE) != others.isEmpty()) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          fields.place(),
          "\"to\" is empty where the relation is none, and nowhere else");
    }
    return Optional.of(
        new Correspondence.Line(
            type.get().text(), relation.get(), List.copyOf(others), why.get().text()));
  }

  private Optional<Correspondence.Relation> relation(Tree.Text text) {
    Optional<Correspondence.Relation> relation = Correspondence.Relation.parse(text.text());
    if (relation.isEmpty()) {
      issues.add(
          IssueCode.UNKNOWN_NAME,
          text.place(),
          ValueReader.quoted(text.text()) + " is no relation",
          "one of exact, close, broader, narrower, none");
    }
    return relation;
  }

  private boolean isOf(Tree.Text text, TypeList list) {
    if (list.keys().contains(text.text())) {
      return true;
    }
    issues.add(
        new Issue(
            IssueCode.UNKNOWN_NAME,
            text.place(),
            "%s has no type %s".formatted(list.name(), ValueReader.quoted(text.text())),
            Nearest.remedy(text.text(), list.keys())));
    return false;
  }
}
