package org.parley.formats.exchange;

import java.util.List;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Route;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.ledger.Outline;
import tools.jackson.core.JsonGenerator;

/// Writes what a statement and its outline have in common.
final class HeadWriter {

  private HeadWriter() {}

  static void write(JsonGenerator json, Outline outline) {
    heading(json, outline.heading());
    route(json, outline.route());
    languages(json, outline.heading().languages());
    json.writeName("marking");
    MarkingJson.write(json, outline.marking());
    json.writeStringProperty("created", outline.heading().created().toString());
    ties(json, outline.ties());
  }

  private static void heading(JsonGenerator json, Heading heading) {
    json.writeStringProperty("format", heading.format().toString());
    json.writeStringProperty("conversation", heading.conversation().toString());
    json.writeStringProperty("realm", heading.realm().word());
    json.writeStringProperty("number", heading.number().toString());
  }

  private static void route(JsonGenerator json, Route route) {
    json.writeObjectPropertyStart("from");
    json.writeStringProperty("office", route.from().toString());
    json.writeStringProperty("node", route.node().toString());
    json.writeStringProperty("certificates", route.certificates().hex());
    json.writeEndObject();
    JsonBytes.texts(json, "to", route.to());
    if (!route.copy().isEmpty()) {
      JsonBytes.texts(json, "copy", route.copy());
    }
  }

  private static void languages(JsonGenerator json, Heading.Languages languages) {
    json.writeStringProperty("language", languages.authentic());
    if (!languages.translations().isEmpty()) {
      json.writeObjectPropertyStart("translations");
      languages
          .translations()
          .forEach((language, made) -> json.writeStringProperty(language, word(made)));
      json.writeEndObject();
    }
    List<String> equal = languages.equal();
    if (!equal.isEmpty()) {
      JsonBytes.texts(json, "alsoAuthentic", equal);
    }
  }

  /// Nodes that do not know of equal texts read them as what a person translated.
  static String word(Heading.Made made) {
    return switch (made) {
      case PERSON, EQUAL -> "person";
      case MACHINE -> "machine";
    };
  }

  private static void ties(JsonGenerator json, Ties ties) {
    ties.inReplyTo()
        .ifPresent(reply -> {
          json.writeObjectPropertyStart("inReplyTo");
          json.writeStringProperty("statement", reply.statement().hex());
          json.writeStringProperty("extent", reply.extent().word());
          json.writeEndObject();
        });
    ties.supersedes().ifPresent(other -> json.writeStringProperty("supersedes", other.hex()));
    ties.replyBy().ifPresent(by -> json.writeStringProperty("replyBy", by.toString()));
    ties.anchor()
        .ifPresent(anchor -> {
          json.writeObjectPropertyStart("anchor");
          json.writeStringProperty("log", anchor.log());
          json.writeNumberProperty("size", anchor.size());
          json.writeStringProperty("root", anchor.root().hex());
          json.writeEndObject();
        });
  }
}
