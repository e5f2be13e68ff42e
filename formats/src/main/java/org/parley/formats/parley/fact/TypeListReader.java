package org.parley.formats.parley.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.TypeList;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads lists of incident types: handbook/types.md.
public final class TypeListReader {

  /// A set of options is kept in the bits of a long.
  static final int MOST_OPTIONS = 62;

  private static final String KEY = "[a-z0-9][a-z0-9-]{0,59}";

  private final Issues issues = new Issues();
  private final Set<String> seen = new HashSet<>();

  private TypeListReader() {}

  public static Checked<TypeList> read(Tree tree) {
    TypeListReader reader = new TypeListReader();
    return Verdict.of(reader.list(tree), reader.issues);
  }

  private Optional<TypeList> list(Tree tree) {
    Fields fields = Fields.of(tree, "the list", issues);
    Optional<Tree.Text> name = fields.needText("types").filter(text -> isKey(text, issues));
    Optional<Tree.Text> edition = fields.needText("edition");
    Optional<Tree.Text> title = fields.needText("title");
    Optional<Tree.Text> issuer = fields.needText("issuer");
    fields.needNamed("sources");
    List<TypeList.TypeClass> classes = new ArrayList<>();
    Set<String> classKeys = new HashSet<>();
    for (Tree item : fields.needList("classes").orElse(List.of())) {
      typeClass(item, classKeys).ifPresent(classes::add);
    }
    fields.end();
    if (seen.size() > MOST_OPTIONS) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          fields.place(),
          "the list has %d types, at most %d".formatted(seen.size(), MOST_OPTIONS));
    }
    if (name.isEmpty() || edition.isEmpty() || title.isEmpty() || issuer.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TypeList(
            name.get().text(),
            edition.get().text(),
            title.get().text(),
            issuer.get().text(),
            List.copyOf(classes)));
  }

  private Optional<TypeList.TypeClass> typeClass(Tree item, Set<String> classKeys) {
    Fields fields = Fields.of(item, "the class", issues);
    Optional<Tree.Text> key = fields.needText("class").filter(text -> isKey(text, issues));
    key.ifPresent(text -> once(text, classKeys, "class"));
    List<TypeList.Type> types = new ArrayList<>();
    for (Tree entry : fields.needList("types").orElse(List.of())) {
      Fields type = Fields.of(entry, "the type", issues);
      Optional<Tree.Text> typeKey = type.needText("type").filter(text -> isKey(text, issues));
      Optional<Tree.Text> means = type.needText("means");
      type.end();
      typeKey.ifPresent(text -> once(text, seen, "type"));
      if (typeKey.isPresent() && means.isPresent()) {
        types.add(new TypeList.Type(typeKey.get().text(), means.get().text()));
      }
    }
    fields.end();
    return key.map(text -> new TypeList.TypeClass(text.text(), List.copyOf(types)));
  }

  private void once(Tree.Text key, Set<String> before, String what) {
    if (!before.add(key.text())) {
      issues.add(
          IssueCode.DUPLICATE_KEY,
          key.place(),
          "the %s \"%s\" stands twice in the list".formatted(what, key.text()));
    }
  }

  /// Whether the text can be the key of an option; if not, that is told.
  static boolean isKey(Tree.Text text, Issues issues) {
    if (text.text().matches(KEY)) {
      return true;
    }
    issues.add(
        IssueCode.WRONG_SHAPE,
        text.place(),
        ValueReader.quoted(text.text()) + " is no key",
        "keys have lower-case letters, digits and hyphens");
    return false;
  }
}
