package org.parley.formats.contacts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.formats.tree.Tree;

/// The texts of a record by their path, such as `phones.0.number`. What a reader takes is gone;
/// what is left at the end was not understood.
final class Leaves {

  private final Map<String, String> texts = new LinkedHashMap<>();

  static Leaves of(Tree tree) {
    Leaves leaves = new Leaves();
    leaves.gather("", tree);
    return leaves;
  }

  private void gather(String path, Tree tree) {
    String prefix = path.isEmpty() ? "" : path + ".";
    switch (tree) {
      case Tree.Text text -> {
        if (!text.text().isBlank()) {
          texts.put(path, text.text().strip());
        }
      }
      case Tree.Sequence(var items, _) -> {
        int at = 0;
        for (Tree item : items) {
          gather(prefix + at++, item);
        }
      }
      case Tree.Mapping(var entries, _) ->
          entries.forEach(entry -> gather(prefix + entry.key(), entry.value()));
      case Tree.Nothing _ -> {}
    }
  }

  /// The text at a path, taken.
  Optional<String> take(String path) {
    return Optional.ofNullable(texts.remove(path));
  }

  /// The first of several paths that has a text.
  Optional<String> takeFirst(String... paths) {
    for (String path : paths) {
      Optional<String> found = take(path);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /// All texts at or below a path, taken, in the order of the document.
  List<String> takeAll(String path) {
    List<String> found = new ArrayList<>();
    for (String each : List.copyOf(texts.keySet())) {
      if (each.equals(path) || each.startsWith(path + ".")) {
        take(each).ifPresent(found::add);
      }
    }
    return found;
  }

  /// The paths of the items of a list, such as `phones.0`.
  List<String> items(String list) {
    Set<String> items = new LinkedHashSet<>();
    for (String path : texts.keySet()) {
      if (path.startsWith(list + ".")) {
        String rest = path.substring(list.length() + 1);
        int dot = rest.indexOf('.');
        items.add(list + "." + (dot < 0 ? rest : rest.substring(0, dot)));
      }
    }
    return List.copyOf(items);
  }

  boolean has(String path) {
    return texts.containsKey(path) || !items(path).isEmpty();
  }

  Map<String, String> left() {
    return Map.copyOf(texts);
  }

  /// The paths that are left, in the order of the document.
  List<String> leftPaths() {
    return List.copyOf(texts.keySet());
  }
}
