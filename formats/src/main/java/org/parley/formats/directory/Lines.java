package org.parley.formats.directory;

import java.io.StringWriter;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.parley.core.terms.Octets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes JSON the same way each time.
record Lines(JsonGenerator json) {

  private static final JsonFactory JSON = new JsonFactory();

  static Octets document(String kind, Consumer<Lines> fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("parley", kind);
      fields.accept(new Lines(json));
      json.writeEndObject();
    }
    return Octets.of(text.toString());
  }

  void text(String key, Object value) {
    json.writeStringProperty(key, value.toString());
  }

  void number(String key, long value) {
    json.writeNumberProperty(key, value);
  }

  void octets(String key, Octets value) {
    text(key, base64(value));
  }

  static String base64(Octets value) {
    return Base64.getEncoder().encodeToString(value.toArray());
  }

  <T> void texts(String key, List<T> values) {
    json.writeArrayPropertyStart(key);
    values.forEach(value -> json.writeString(value.toString()));
    json.writeEndArray();
  }

  <T> void parts(String key, List<T> values, Consumer<T> fields) {
    json.writeArrayPropertyStart(key);
    for (T value : values) {
      json.writeStartObject();
      fields.accept(value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void part(String key, Runnable fields) {
    json.writeObjectPropertyStart(key);
    fields.run();
    json.writeEndObject();
  }
}
