package org.parley.formats.parley.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Value;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.formats.parley.Citations;
import org.parley.formats.parley.Scalars;
import org.parley.formats.parley.Verdict;
import org.parley.formats.parley.fact.ValueTree;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads groups of codes: `groups: {eu: {codes: [AT, BE, …]}}`.
public final class GroupsReader {

  private final Issues issues = new Issues();

  private GroupsReader() {}

  /// The codes of each group by its name.
  public static Checked<Map<String, Set<String>>> read(Tree tree) {
    GroupsReader reader = new GroupsReader();
    return Verdict.of(reader.groups(tree), reader.issues);
  }

  private Optional<Map<String, Set<String>>> groups(Tree tree) {
    Fields file = Fields.of(tree, "the groups", issues);
    Citations citations = Citations.read(file);
    Map<String, Set<String>> groups = new LinkedHashMap<>();
    for (Tree.Entry entry : file.needNamed("groups").orElse(List.of())) {
      new Scalars(issues).isKey(entry);
      Fields fields = Fields.of(entry.value(), "group " + entry.key(), issues);
      fields.needText("title");
      fields.needText("edition");
      citations.of(fields);
      fields
          .needAny("codes")
          .flatMap(codes -> codes(codes))
          .ifPresent(codes -> groups.put(entry.key(), codes));
      fields.end();
    }
    file.end();
    return Optional.of(groups);
  }

  private Optional<Set<String>> codes(Tree tree) {
    Optional<Value> value = ValueTree.value(new FactType.Codes("states"), tree, issues);
    if (tree instanceof Tree.Sequence(var items, _)
        && value.isPresent()
        && value.get() instanceof Value.Codes(var codes)
        && codes.size() != items.size()) {
      issues.add(IssueCode.DUPLICATE_KEY, tree.place(), "a code stands twice in the group");
    }
    return value.map(each -> new TreeSet<>(((Value.Codes) each).codes()));
  }
}
