package org.parley.formats.exchange.plain;

import static org.parley.formats.exchange.plain.PlainParts.rest;
import static org.parley.formats.exchange.plain.PlainParts.word;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.terms.Octets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Makes of the lines of plain text the JSON that they stand for, so that a statement is checked in
/// one place only, however it came.
final class PlainJson {

  private static final JsonFactory JSON = new JsonFactory();

  private final Alphabet alphabet;
  private final Issues issues;
  private final List<LineReader.Entry> entries = new ArrayList<>();

  PlainJson(Alphabet alphabet, Issues issues) {
    this.alphabet = alphabet;
    this.issues = issues;
  }

  boolean isExercise() {
    return entries.stream().anyMatch(entry -> entry.tag().equals(Tags.EXERCISE));
  }

  /// @param encoded the lines between the first and the last
  Optional<Octets> bytes(List<LineReader.Entry> encoded) {
    entries.addAll(encoded);
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("parley", "statement/1");
      heading(json);
      marking(json);
      ties(json);
      new PlainItems(this, encoded).write(json);
      severity(json);
      files(json);
      kept(json);
      json.writeEndObject();
    } catch (JacksonException broken) {
      issues.add(IssueCode.SYNTAX, Place.of("text"), "a field kept from a later edition is broken");
      return Optional.empty();
    }
    return Optional.of(Octets.of(text.toString()));
  }

  private void heading(JsonGenerator json) {
    one(json, "format", Tags.FORMAT);
    one(json, "conversation", Tags.CONVERSATION);
    one(json, "realm", Tags.REALM);
    one(json, "number", Tags.NUMBER);
    json.writeObjectPropertyStart("from");
    one(json, "office", Tags.FROM);
    one(json, "node", Tags.NODE);
    one(json, "certificates", Tags.CERTIFICATES);
    json.writeEndObject();
    several(json, "to", Tags.TO, true);
    several(json, "copy", Tags.COPY, false);
    one(json, "language", Tags.LANGUAGE);
    if (has(Tags.TRANSLATED)) {
      json.writeObjectPropertyStart("translations");
      all(Tags.TRANSLATED).forEach(each -> json.writeStringProperty(rest(each, 1), word(each, 0)));
      json.writeEndObject();
    }
    several(json, "alsoAuthentic", Tags.ALSO_AUTHENTIC, false);
    one(json, "created", Tags.CREATED);
  }

  private void marking(JsonGenerator json) {
    json.writeObjectPropertyStart("marking");
    one(json, "tlp", Tags.TLP);
    one(json, "pap", Tags.PAP);
    if (has(Tags.GRADE)) {
      json.writeArrayPropertyStart("grades");
      for (String each : all(Tags.GRADE)) {
        json.writeStartObject();
        json.writeStringProperty("state", word(each, 0));
        json.writeStringProperty("words", rest(each, 1));
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    several(json, "unknown", Tags.UNKNOWN, false);
    json.writeEndObject();
  }

  private void ties(JsonGenerator json) {
    for (String each : all(Tags.ANSWERS)) {
      json.writeObjectPropertyStart("inReplyTo");
      json.writeStringProperty("statement", rest(each, 1));
      json.writeStringProperty("extent", word(each, 0));
      json.writeEndObject();
    }
    one(json, "supersedes", Tags.SUPERSEDES);
    one(json, "replyBy", Tags.REPLY_BY);
    for (String each : all(Tags.ANCHOR)) {
      json.writeObjectPropertyStart("anchor");
      json.writeStringProperty("log", rest(each, 2));
      PlainParts.number(json, "size", word(each, 0));
      json.writeStringProperty("root", word(each, 1));
      json.writeEndObject();
    }
  }

  private void severity(JsonGenerator json) {
    if (!has(Tags.STATED_SCALE) && !has(Tags.BASIS_SCALE)) {
      return;
    }
    json.writeObjectPropertyStart("severity");
    if (has(Tags.STATED_SCALE)) {
      json.writeObjectPropertyStart("stated");
      one(json, "scale", Tags.STATED_SCALE);
      one(json, "edition", Tags.STATED_EDITION);
      one(json, "level", Tags.STATED_LEVEL);
      one(json, "type", Tags.STATED_TYPE);
      json.writeEndObject();
    }
    if (has(Tags.BASIS_SCALE)) {
      json.writeObjectPropertyStart("basis");
      one(json, "scale", Tags.BASIS_SCALE);
      one(json, "edition", Tags.BASIS_EDITION);
      one(json, "sha256", Tags.BASIS_SHA256);
      several(json, "facts", Tags.BASIS_FACT, true);
      several(json, "possible", Tags.BASIS_GRADE, true);
      json.writeEndObject();
    }
    salt(json, "0");
    json.writeEndObject();
  }

  private void files(JsonGenerator json) {
    if (has(Tags.FILE)) {
      json.writeArrayPropertyStart("attachments");
      for (String each : all(Tags.FILE)) {
        json.writeStartObject();
        json.writeStringProperty("name", rest(each, 2));
        PlainParts.number(json, "bytes", word(each, 0));
        json.writeStringProperty("sha256", word(each, 1));
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private void kept(JsonGenerator json) {
    List<String> names = all(Tags.KEPT);
    List<String> values = all(Tags.KEPT_VALUE);
    for (int place = 0; place < Math.min(names.size(), values.size()); place++) {
      json.writeName(names.get(place));
      json.writeRawValue(values.get(place));
    }
  }

  /// The salt that a line gives for a number.
  void salt(JsonGenerator json, String number) {
    for (String each : all(Tags.SALT)) {
      if (word(each, 0).equals(number)) {
        PlainParts.salt(json, rest(each, 1));
      }
    }
  }

  private void one(JsonGenerator json, String field, String tag) {
    all(tag).forEach(value -> json.writeStringProperty(field, value));
  }

  private void several(JsonGenerator json, String field, String tag, boolean also) {
    if (also || has(tag)) {
      json.writeArrayPropertyStart(field);
      all(tag).forEach(value -> json.writeString(value));
      json.writeEndArray();
    }
  }

  private boolean has(String tag) {
    return entries.stream().anyMatch(entry -> entry.tag().equals(tag));
  }

  private List<String> all(String tag) {
    return entries.stream()
        .filter(entry -> entry.tag().equals(tag))
        .map(entry -> decoded(entry.value()))
        .toList();
  }

  String decoded(String value) {
    Optional<String> text = alphabet.decode(value);
    if (text.isEmpty()) {
      issues.add(IssueCode.SYNTAX, Place.of("text"), "an escape is broken in \"" + value + "\"");
    }
    return text.orElse("");
  }
}
