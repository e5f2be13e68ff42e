package org.parley.formats.parley.schema;

import java.util.List;
import java.util.stream.Collectors;
import org.parley.formats.tree.Tree;

/// A YAML file as the JSON that an ordinary YAML 1.2 editor sees when it applies a schema.
final class JsonText {

  private JsonText() {}

  static String of(Tree tree) {
    return switch (tree) {
      case Tree.Text(String text, Tree.Kind kind, _) -> scalar(text, kind);
      case Tree.Sequence(List<Tree> items, _) ->
          items.stream().map(JsonText::of).collect(Collectors.joining(",", "[", "]"));
      case Tree.Mapping(List<Tree.Entry> entries, _) ->
          entries.stream()
              .map(entry -> quoted(entry.key()) + ":" + of(entry.value()))
              .collect(Collectors.joining(",", "{", "}"));
      case Tree.Nothing _ -> "null";
    };
  }

  private static String scalar(String text, Tree.Kind kind) {
    boolean plain = kind != Tree.Kind.QUOTED;
    boolean truth = text.equals("true") || text.equals("false");
    return plain && (truth || text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?")) ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char each : text.toCharArray()) {
      if (each == '"' || each == '\\') {
        out.append('\\').append(each);
      } else if (each < ' ') {
        out.append("\\u%04x".formatted((int) each));
      } else {
        out.append(each);
      }
    }
    return out.append('"').toString();
  }
}
