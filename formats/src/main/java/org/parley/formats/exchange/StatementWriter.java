package org.parley.formats.exchange;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.parley.core.exchange.Attachment;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Kept;
import org.parley.core.exchange.Severity;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.ledger.Outline;
import org.parley.core.terms.Octets;
import tools.jackson.core.JsonGenerator;

/// Writes a statement as the exact bytes that are signed: one JSON object, always the same bytes
/// for the same statement. The form is described in `handbook/exchange.md`.
public final class StatementWriter {

  private StatementWriter() {}

  public static Octets write(Statement statement) {
    return JsonBytes.write(json -> {
      json.writeStringProperty("parley", "statement/1");
      HeadWriter.write(json, Outline.of(statement));
      json.writeArrayPropertyStart("items");
      statement.items().forEach(item -> item(json, item));
      json.writeEndArray();
      statement.rest().severity().ifPresent(severity -> severity(json, severity));
      if (!statement.rest().attachments().isEmpty()) {
        json.writeArrayPropertyStart("attachments");
        statement.rest().attachments().forEach(each -> attachment(json, each));
        json.writeEndArray();
      }
      for (Kept kept : statement.rest().unknown()) {
        json.writeName(kept.name());
        json.writeRawValue(kept.json());
      }
    });
  }

  private static void item(JsonGenerator json, Item item) {
    json.writeStartObject();
    json.writeNumberProperty("number", item.number());
    switch (item.said()) {
      case Item.Value(List<String> texts) -> values(json, "value", texts);
      case Item.Nil() -> json.writeBooleanProperty("nil", true);
      case Item.Absent(Item.Reason reason, Optional<String> words) -> {
        json.writeStringProperty("absent", reason.word());
        words.ifPresent(more -> json.writeStringProperty("words", more));
      }
    }
    if (!item.translations().isEmpty()) {
      json.writeObjectPropertyStart("translations");
      item.translations().forEach((language, texts) -> values(json, language, texts));
      json.writeEndObject();
    }
    salt(json, item.salt());
    json.writeEndObject();
  }

  /// One text, or a list where there are several.
  private static void values(JsonGenerator json, String name, List<String> texts) {
    if (texts.size() == 1) {
      json.writeStringProperty(name, texts.getFirst());
    } else {
      JsonBytes.texts(json, name, texts);
    }
  }

  private static void salt(JsonGenerator json, Octets salt) {
    json.writeStringProperty("salt", Base64.getEncoder().encodeToString(salt.toArray()));
  }

  private static void severity(JsonGenerator json, Severity severity) {
    json.writeObjectPropertyStart("severity");
    severity
        .stated()
        .ifPresent(stated -> {
          json.writeObjectPropertyStart("stated");
          json.writeStringProperty("scale", stated.scale().toString());
          json.writeStringProperty("edition", stated.edition());
          json.writeStringProperty("level", stated.level());
          stated.type().ifPresent(type -> json.writeStringProperty("type", type));
          json.writeEndObject();
        });
    severity
        .basis()
        .ifPresent(basis -> {
          json.writeObjectPropertyStart("basis");
          json.writeStringProperty("scale", basis.edition().scale().toString());
          json.writeStringProperty("edition", basis.edition().edition());
          json.writeStringProperty("sha256", basis.edition().digest().hex());
          JsonBytes.texts(json, "facts", basis.facts());
          JsonBytes.texts(json, "possible", basis.possible());
          json.writeEndObject();
        });
    salt(json, severity.salt());
    json.writeEndObject();
  }

  private static void attachment(JsonGenerator json, Attachment attachment) {
    json.writeStartObject();
    json.writeStringProperty("name", attachment.name());
    json.writeNumberProperty("bytes", attachment.bytes());
    json.writeStringProperty("sha256", attachment.digest().hex());
    json.writeEndObject();
  }
}
