package org.parley.cli.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.terms.Octets;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.tree.Tree;
import tools.jackson.core.JsonGenerator;

/// Parts of documents, and documents made of such parts.
final class Told {

  private Told() {}

  static Optional<Tree> at(Tree document, String key) {
    return document instanceof Tree.Mapping map ? map.find(key) : Optional.empty();
  }

  /// A text; empty where there is none.
  static String text(Tree document, String key) {
    return at(document, key)
        .map(each -> each instanceof Tree.Text text ? text.text() : "")
        .orElse("");
  }

  /// The marking of a document, as people write it.
  static String marking(Tree document) {
    return at(document, "marking")
        .map(marking -> {
          List<String> words = new ArrayList<>();
          words.add("TLP:" + text(marking, "tlp"));
          at(marking, "pap").ifPresent(_ -> words.add("PAP:" + text(marking, "pap")));
          list(marking, "grades")
              .forEach(
                  each -> words.add("[" + text(each, "state") + " " + text(each, "words") + "]"));
          list(marking, "unknown").stream()
              .filter(Tree.Text.class::isInstance)
              .forEach(each -> words.add("[?" + ((Tree.Text) each).text() + "]"));
          return String.join(" ", words);
        })
        .orElse("");
  }

  static List<Tree> list(Tree document, String key) {
    return at(document, key)
        .map(each -> each instanceof Tree.Sequence items ? items.items() : List.<Tree>of())
        .orElse(List.of());
  }

  /// One JSON object of these entries, in their order.
  static Octets json(List<Tree.Entry> entries) {
    return JsonBytes.write(json -> {
      for (Tree.Entry entry : entries) {
        json.writeName(entry.key());
        write(json, entry.value());
      }
    });
  }

  private static void write(JsonGenerator json, Tree tree) {
    switch (tree) {
      case Tree.Text text when text.kind() == Tree.Kind.TRUTH ->
          json.writeBoolean(Boolean.parseBoolean(text.text()));
      case Tree.Text text when text.kind() == Tree.Kind.NUMBER -> json.writeRawValue(text.text());
      case Tree.Text text -> json.writeString(text.text());
      case Tree.Sequence items -> {
        json.writeStartArray();
        items.items().forEach(each -> write(json, each));
        json.writeEndArray();
      }
      case Tree.Mapping map -> {
        json.writeStartObject();
        for (Tree.Entry entry : map.entries()) {
          json.writeName(entry.key());
          write(json, entry.value());
        }
        json.writeEndObject();
      }
      case Tree.Nothing _ -> json.writeNull();
    }
  }
}
