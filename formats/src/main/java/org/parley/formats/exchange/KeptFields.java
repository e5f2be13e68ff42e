package org.parley.formats.exchange;

import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import org.parley.core.exchange.Kept;
import org.parley.formats.tree.Tree;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Fields at the top of a document that nobody here understands, as JSON text.
final class KeptFields {

  private static final JsonFactory JSON = new JsonFactory();

  private KeptFields() {}

  static List<Kept> of(Tree document, Set<String> known) {
    if (!(document instanceof Tree.Mapping(var entries, _))) {
      return List.of();
    }
    return of(entries.stream().filter(entry -> !known.contains(entry.key())).toList());
  }

  static List<Kept> of(List<Tree.Entry> entries) {
    return entries.stream().map(entry -> new Kept(entry.key(), json(entry.value()))).toList();
  }

  /// The value as JSON text without blanks; numbers stay digit by digit as they were.
  private static String json(Tree tree) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      write(json, tree);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Tree tree) {
    switch (tree) {
      case Tree.Text(String text, Tree.Kind kind, _) -> {
        switch (kind) {
          case PLAIN, QUOTED -> json.writeString(text);
          case NUMBER, TRUTH -> json.writeRawValue(text);
        }
      }
      case Tree.Sequence(var items, _) -> {
        json.writeStartArray();
        items.forEach(item -> write(json, item));
        json.writeEndArray();
      }
      case Tree.Mapping(var entries, _) -> {
        json.writeStartObject();
        for (Tree.Entry entry : entries) {
          json.writeName(entry.key());
          write(json, entry.value());
        }
        json.writeEndObject();
      }
      case Tree.Nothing _ -> json.writeNull();
    }
  }
}
