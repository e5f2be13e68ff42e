package org.parley.desk.workbench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.draft.DraftPart;
import org.parley.core.issue.Issues;
import org.parley.formats.draft.YamlText;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;
import org.parley.formats.tree.YamlScalar;

/// Writes names into a draft's file of labels, each in its place.
public final class LabelText {

  private LabelText() {}

  /// The file of a language with these names, by path.
  ///
  /// @param text the file as it stands; may be empty
  public static String with(String text, String language, Map<String, String> names) {
    String file = text.isBlank() ? "language: " + language + "\n" : text;
    for (Map.Entry<String, String> each : names.entrySet()) {
      file = with(file, each.getKey(), each.getValue().strip());
    }
    return file;
  }

  private static String with(String text, String path, String name) {
    Optional<Tree> tree =
        Trees.read(
            text.getBytes(StandardCharsets.UTF_8),
            DraftPart.labels("en").name(),
            Limits.DOCUMENT,
            new Issues());
    if (tree.isEmpty() || !(tree.get() instanceof Tree.Mapping top)) {
      return text;
    }
    YamlText yaml = new YamlText(text);
    put(yaml, top, Arrays.asList(path.split("\\.")), name);
    return yaml.text();
  }

  private static void put(YamlText yaml, Tree.Mapping map, List<String> keys, String name) {
    Optional<Tree> there = map.find(keys.getFirst());
    List<String> rest = keys.subList(1, keys.size());
    if (there.isEmpty()) {
      if (!name.isEmpty()) {
        yaml.addEntry(map, keys.getFirst(), nested(rest, name));
      }
    } else if (rest.isEmpty()) {
      if (there.get() instanceof Tree.Text text) {
        if (!name.isEmpty() && !text.text().equals(name)) {
          put(yaml, text, name);
        }
      } else if (there.get() instanceof Tree.Nothing nothing && !name.isEmpty()) {
        yaml.put(nothing, " " + YamlScalar.written(name));
      }
    } else if (there.get() instanceof Tree.Mapping deeper) {
      put(yaml, deeper, rest, name);
    }
  }

  private static void put(YamlText yaml, Tree.Text text, String name) {
    if (yaml.canReplace(text)) {
      yaml.replace(text, name);
    } else {
      yaml.put(text, YamlScalar.quoted(name));
    }
  }

  /// A name under keys that are not there yet, on one line.
  private static String nested(List<String> keys, String name) {
    return keys.isEmpty()
        ? YamlScalar.written(name)
        : "{"
            + YamlScalar.written(keys.getFirst())
            + ": "
            + nested(keys.subList(1, keys.size()), name)
            + "}";
  }
}
