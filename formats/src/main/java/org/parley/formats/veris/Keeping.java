package org.parley.formats.veris;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.core.issue.IssueCode;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Names in the report whatever no reading has used: fields that are kept in the source for a
/// reason, and fields that nobody knows.
final class Keeping {

  private static final int FIELDS_NAMED = 30;

  private final Map<String, String> reasons = new TreeMap<>();
  private final String targeted;

  Keeping(List<Tree> rows, String targeted, Facts facts) {
    this.targeted = targeted;
    for (Tree tree : rows) {
      Fields row = Fields.of(tree, "what is kept", facts.issues());
      String reason = row.needText("because").map(Tree.Text::text).orElse("");
      facts.words(row, "under").forEach(path -> reasons.put(path, reason));
      row.end();
    }
  }

  /// Puts every value that is still open into the report.
  void tell(RecordView record) {
    Map<String, List<Leaf>> kept = new LinkedHashMap<>();
    Map<String, List<Leaf>> strange = new LinkedHashMap<>();
    for (Leaf leaf : record.leaves()) {
      if (leaf.fate() == Leaf.Fate.OPEN) {
        Optional<String> under = under(RecordView.key(leaf.path()));
        (under.isPresent() ? kept : strange)
            .computeIfAbsent(under.orElse(leaf.path()), _ -> new ArrayList<>())
            .add(leaf);
      }
    }
    kept.forEach((under, leaves) ->
        record.note(
            IssueCode.KEPT_AS_IS, leaves, named(under, leaves) + ": " + reasons.get(under)));
    strange.forEach((path, leaves) -> tellStrange(record, path, leaves));
  }

  private void tellStrange(RecordView record, String path, List<Leaf> leaves) {
    if (leaves.stream().allMatch(Leaf::empty)) {
      record.note(IssueCode.KEPT_AS_IS, leaves, path + " is there, but empty");
    } else if (RecordView.key(path).equals(targeted)) {
      record.note(
          IssueCode.KEPT_AS_IS, leaves, path + ": of use only for actors that work for a State");
    } else {
      record.note(
          IssueCode.NOT_UNDERSTOOD,
          leaves,
          path + " says nothing to VERIS 1.3 to 1.4 here; kept in the source");
    }
  }

  /// The longest path that is kept and that the field lies under.
  private Optional<String> under(String field) {
    for (String path = field; !path.isEmpty(); path = upwards(path)) {
      if (reasons.containsKey(path)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  private static String upwards(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }

  /// The path, and where it holds several fields, their names.
  private static String named(String under, List<Leaf> leaves) {
    List<String> inside =
        leaves.stream()
            .map(leaf -> leaf.path().substring(under.length()))
            .filter(rest -> !rest.isEmpty())
            .map(rest -> rest.substring(1))
            .distinct()
            .toList();
    String path = leaves.getFirst().path().substring(0, under.length());
    if (inside.isEmpty()) {
      return path;
    }
    String more = inside.size() > FIELDS_NAMED ? ", …" : "";
    return path
        + " ("
        + String.join(", ", inside.stream().limit(FIELDS_NAMED).toList())
        + more
        + ")";
  }
}
