package org.parley.formats.archive;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.parley.core.issue.Issue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes a rejected record as one line of JSON: where it stood, why it was rejected, and the
/// record itself, so that it can be mended and tried again.
final class RejectLine {

  private static final JsonFactory JSON = new JsonFactory();

  private RejectLine() {}

  static String of(Line line, List<Issue> issues) {
    var out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("line", line.number());
      json.writeStringProperty("sha256", line.digest().hex());
      json.writeNumberProperty("bytes", line.length());
      json.writeArrayPropertyStart("issues");
      issues.forEach(issue -> write(json, issue));
      json.writeEndArray();
      if (line.state() != Line.State.TOO_LONG) {
        writeRecord(json, line.bytes());
      }
      json.writeEndObject();
    }
    return out.toString();
  }

  private static void write(JsonGenerator json, Issue issue) {
    json.writeStartObject();
    json.writeStringProperty("code", issue.code().label());
    json.writeStringProperty("at", issue.place().toString());
    json.writeStringProperty("message", issue.message());
    issue.remedy().ifPresent(remedy -> json.writeStringProperty("remedy", remedy));
    json.writeEndObject();
  }

  /// As text where it is text, else in Base64, so that no byte changes.
  private static void writeRecord(JsonGenerator json, byte[] bytes) {
    if (Utf8.faultIn(bytes).isEmpty()) {
      json.writeStringProperty("text", new String(bytes, StandardCharsets.UTF_8));
    } else {
      json.writeStringProperty("base64", Base64.getEncoder().encodeToString(bytes));
    }
  }
}
