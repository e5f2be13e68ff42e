package org.parley.formats.parley.people;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.people.Action;
import org.parley.core.people.Permissions;
import org.parley.core.people.Relation;
import org.parley.core.people.Role;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads the table of permissions: library/people/permissions.yaml. Every role has to stand in it,
/// so that none is forgotten.
public final class PermissionsReader {

  private final Issues issues = new Issues();

  private PermissionsReader() {}

  public static Checked<Permissions> read(Tree tree) {
    PermissionsReader reader = new PermissionsReader();
    return Verdict.of(reader.table(tree), reader.issues);
  }

  private Optional<Permissions> table(Tree tree) {
    Fields fields = Fields.of(tree, "the table of permissions", issues);
    fields
        .needText("permissions")
        .filter(edition -> !edition.text().equals("1"))
        .ifPresent(edition ->
            issues.add(IssueCode.WRONG_SHAPE, edition.place(), "only edition 1 is known"));
    Map<Role, Map<Action, Set<Relation>>> table = new EnumMap<>(Role.class);
    for (Tree.Entry entry : fields.needNamed("roles").orElse(List.of())) {
      named(entry, Role::parse, "role").ifPresent(role -> table.put(role, actions(entry)));
    }
    for (Role role : Role.values()) {
      if (!table.containsKey(role)) {
        issues.add(
            IssueCode.MISSING_KEY,
            fields.place(),
            "the role %s does not stand in the table".formatted(role.word()),
            "Write it down, with nothing behind it if it may do nothing.");
      }
    }
    fields.end();
    return Optional.of(new Permissions(table));
  }

  private Map<Action, Set<Relation>> actions(Tree.Entry role) {
    Map<Action, Set<Relation>> actions = new EnumMap<>(Action.class);
    List<Tree.Entry> entries =
        Fields.entries(role.value(), "the role " + role.key(), issues).orElse(List.of());
    for (Tree.Entry entry : entries) {
      named(entry, Action::parse, "action")
          .ifPresent(action -> actions.put(action, relations(entry)));
    }
    return actions;
  }

  private Set<Relation> relations(Tree.Entry action) {
    Set<Relation> relations = EnumSet.noneOf(Relation.class);
    List<Tree> items =
        Fields.list(action.value(), "the action " + action.key(), issues).orElse(List.of());
    for (Tree item : items) {
      Optional<Tree.Text> word = Fields.text(item, "a relation", issues);
      Optional<Relation> relation = word.map(Tree.Text::text).flatMap(Relation::parse);
      if (word.isPresent() && relation.isEmpty()) {
        unknown(word.get().text(), "relation", item);
      }
      relation.ifPresent(relations::add);
    }
    return relations;
  }

  private <T> Optional<T> named(
      Tree.Entry entry, Function<String, Optional<T>> parse, String what) {
    Optional<T> found = parse.apply(entry.key());
    if (found.isEmpty()) {
      unknown(entry.key(), what, entry.value());
    }
    return found;
  }

  private void unknown(String word, String what, Tree at) {
    issues.add(IssueCode.UNKNOWN_NAME, at.place(), "there is no %s \"%s\"".formatted(what, word));
  }
}
