package org.parley.formats.library;

import java.util.HashMap;
import java.util.Map;
import org.parley.formats.tree.Tree;

/// The texts of a label file by their path: `levels.low`, `facts.downtime.label`.
public final class Texts {

  private Texts() {}

  public static Map<String, String> of(Tree tree) {
    Map<String, String> texts = new HashMap<>();
    collect("", tree, texts);
    return texts;
  }

  private static void collect(String path, Tree tree, Map<String, String> texts) {
    switch (tree) {
      case Tree.Text(String text, _, _) -> texts.put(path, text);
      case Tree.Mapping(var entries, _) ->
          entries.forEach(entry ->
              collect(
                  path.isEmpty() ? entry.key() : path + "." + entry.key(), entry.value(), texts));
      case Tree.Sequence _, Tree.Nothing _ -> {}
    }
  }
}
