package org.parley.formats.parley.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads the names of options: keys, no two alike, at least two.
public final class OptionNames {

  private OptionNames() {}

  /// The names, or the problems with them.
  public static Optional<List<String>> read(List<Tree> items, Fields fields, Issues issues) {
    List<String> names = new ArrayList<>();
    boolean sound = true;
    for (Tree item : items) {
      Optional<Tree.Text> name =
          Fields.text(item, "an option", issues).filter(text -> TypeListReader.isKey(text, issues));
      sound &= name.isPresent();
      if (name.isPresent() && names.contains(name.get().text())) {
        issues.add(
            IssueCode.DUPLICATE_KEY,
            item.place(),
            "the option \"%s\" stands twice".formatted(name.get().text()));
        sound = false;
      }
      name.ifPresent(text -> names.add(text.text()));
    }
    if (sound && (names.size() < 2 || names.size() > TypeListReader.MOST_OPTIONS)) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          fields.place(),
          "%s has %d options; 2 to %d are possible"
              .formatted(fields.what(), names.size(), TypeListReader.MOST_OPTIONS));
      return Optional.empty();
    }
    return sound ? Optional.of(List.copyOf(names)) : Optional.empty();
  }
}
