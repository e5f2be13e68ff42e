package org.parley.formats.result;

import java.util.List;
import org.parley.core.fact.FactKey;
import org.parley.core.outcome.IssuerRuling;
import org.parley.core.scale.Grade;
import tools.jackson.core.JsonGenerator;

/// Writes what the issuer's own rule for the unknown gives.
final class RulingJson {

  private RulingJson() {}

  static void write(JsonGenerator json, IssuerRuling ruling) {
    if (ruling instanceof IssuerRuling.NotNeeded) {
      return;
    }
    json.writeObjectPropertyStart("issuerRule");
    switch (ruling) {
      case IssuerRuling.NotNeeded _ -> {}
      case IssuerRuling.Substituted(List<Grade> possible, var puttings) -> {
        policy(json, "substitute");
        grades(json, possible);
        json.writeArrayPropertyStart("putIn");
        for (IssuerRuling.Putting putting : puttings) {
          json.writeStartObject();
          json.writeStringProperty("for", putting.subject());
          json.writeStringProperty("value", putting.put());
          putting.cite().ifPresent(cite -> json.writeStringProperty("cite", cite.toString()));
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      case IssuerRuling.MustEstimate(var keys, _) -> {
        policy(json, "estimate");
        keys(json, keys);
      }
      case IssuerRuling.DueLater(List<Grade> known, var keys, _) -> {
        policy(json, "later");
        grades(json, known);
        keys(json, keys);
      }
      case IssuerRuling.NotComputed(var keys, _) -> {
        policy(json, "refuse");
        keys(json, keys);
      }
      case IssuerRuling.Silent _ -> policy(json, "silent");
    }
    json.writeEndObject();
  }

  private static void policy(JsonGenerator json, String policy) {
    json.writeStringProperty("policy", policy);
  }

  private static void grades(JsonGenerator json, List<Grade> possible) {
    ResultLine.words(json, "possible", possible.stream().map(Grade::word).toList());
    if (possible.size() == 1 && possible.getFirst() instanceof Grade.Level(int rank, String name)) {
      json.writeStringProperty("level", name);
      json.writeNumberProperty("rank", rank);
    }
  }

  private static void keys(JsonGenerator json, List<FactKey> keys) {
    ResultLine.words(json, "facts", keys.stream().map(FactKey::toString).toList());
  }
}
