package org.parley.formats.exchange.plain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.core.JsonGenerator;

/// The numbered lines of plain text as the items of a statement.
final class PlainItems {

  private final PlainJson whole;
  private final SequencedMap<String, List<LineReader.Entry>> byNumber = new LinkedHashMap<>();

  PlainItems(PlainJson whole, List<LineReader.Entry> entries) {
    this.whole = whole;
    for (LineReader.Entry entry : entries) {
      boolean numbered = entry.tag().endsWith(".");
      if (numbered && !entry.value().equals(Tags.NOT_GIVEN)) {
        String number = entry.tag().replaceFirst("[/T.].*", "");
        byNumber.computeIfAbsent(number, _ -> new ArrayList<>()).add(entry);
      }
    }
  }

  void write(JsonGenerator json) {
    json.writeArrayPropertyStart("items");
    byNumber.forEach((number, lines) -> {
      json.writeStartObject();
      PlainParts.number(json, "number", number);
      said(json, lines.stream().filter(line -> !isTranslation(line)).toList());
      translations(json, lines.stream().filter(PlainItems::isTranslation).toList());
      whole.salt(json, number);
      json.writeEndObject();
    });
    json.writeEndArray();
  }

  private static boolean isTranslation(LineReader.Entry line) {
    return line.tag().endsWith("T.");
  }

  private void said(JsonGenerator json, List<LineReader.Entry> lines) {
    String first = lines.isEmpty() ? "" : lines.getFirst().value();
    if (first.equals(Tags.NIL)) {
      json.writeBooleanProperty("nil", true);
    } else if (first.startsWith(Tags.ABSENT + " ")) {
      String reason = PlainParts.word(first, 1).toLowerCase(Locale.ROOT);
      String words = PlainParts.rest(first, 2);
      json.writeStringProperty("absent", reason);
      if (!words.isEmpty()) {
        json.writeStringProperty("words", whole.decoded(words));
      }
    } else {
      values(json, "value", lines.stream().map(line -> whole.decoded(line.value())).toList());
    }
  }

  private void translations(JsonGenerator json, List<LineReader.Entry> lines) {
    Map<String, List<String>> byLanguage = new LinkedHashMap<>();
    for (LineReader.Entry line : lines) {
      String language = whole.decoded(PlainParts.word(line.value(), 0));
      byLanguage
          .computeIfAbsent(language, _ -> new ArrayList<>())
          .add(whole.decoded(PlainParts.rest(line.value(), 1)));
    }
    if (!byLanguage.isEmpty()) {
      json.writeObjectPropertyStart("translations");
      byLanguage.forEach((language, texts) -> values(json, language, texts));
      json.writeEndObject();
    }
  }

  private static void values(JsonGenerator json, String field, List<String> texts) {
    if (texts.size() == 1) {
      json.writeStringProperty(field, texts.getFirst());
    } else {
      json.writeArrayPropertyStart(field);
      texts.forEach(text -> json.writeString(text));
      json.writeEndArray();
    }
  }
}
