package org.parley.formats.result;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.fact.Catalogue;
import org.parley.core.incident.Incident;
import org.parley.core.incident.Revision;
import org.parley.core.issue.Issue;
import org.parley.core.outcome.Classification;
import org.parley.core.outcome.Flip;
import org.parley.core.outcome.OpenQuestion;
import org.parley.core.outcome.Outcome;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Source;
import org.parley.core.terms.Exact;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes one result as one line of JSON, UTF-8, without a line end. The form is described in
/// `handbook/results.md`.
public final class ResultLine {

  private static final JsonFactory JSON = new JsonFactory();

  private ResultLine() {}

  /// What is known of the type of an incident in one list of types.
  ///
  /// @param list the name of the list, such as `rsit`
  /// @param sure types that apply
  /// @param perhaps types that may apply besides; empty where nothing is open
  /// @param open whether any other type may apply too
  /// @param derived what they were derived from, where nobody stated them
  public record Types(
      String list,
      List<String> sure,
      List<String> perhaps,
      boolean open,
      Optional<Derived> derived) {}

  /// Where types come from that nobody stated.
  ///
  /// @param list the name of the list in which types were stated
  /// @param correspondence the name of the correspondence by which they were read
  public record Derived(String list, String correspondence) {}

  /// One incident at one revision, with all that is said of it.
  ///
  /// @param notes what the importer lost or doubted
  public record Result(
      Incident incident,
      Revision revision,
      List<Types> types,
      List<Said> said,
      List<Issue> notes) {}

  /// What one scale says.
  ///
  /// @param decimals how many decimals its score is shown with
  /// @param flips the single-fact changes, where they were asked for
  public record Said(Classification classification, int decimals, Optional<List<Flip>> flips) {}

  /// @param catalogue without the judgements of any edition
  public static String of(Result result, Catalogue catalogue) {
    StringWriter text = new StringWriter(1024);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("incident", result.incident().id());
      json.writeNumberProperty("revision", result.revision().number());
      json.writeStringProperty("realm", result.incident().realm().word());
      json.writeObjectPropertyStart("source");
      json.writeStringProperty("sha256", result.incident().source().hex());
      json.writeEndObject();
      result
          .revision()
          .nothingElse()
          .ifPresent(who -> json.writeStringProperty("nothingElseHappenedBy", who));
      types(json, result.types());
      json.writeArrayPropertyStart("classifications");
      result.said().forEach(said -> classification(json, said, catalogue));
      json.writeEndArray();
      notes(json, result.notes());
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void types(JsonGenerator json, List<Types> types) {
    json.writeArrayPropertyStart("types");
    for (Types each : types) {
      json.writeStartObject();
      json.writeStringProperty("list", each.list());
      words(json, "types", each.sure());
      if (!each.perhaps().isEmpty()) {
        words(json, "perhaps", each.perhaps());
      }
      if (each.open()) {
        json.writeBooleanProperty("othersPossible", true);
      }
      each.derived()
          .ifPresent(from -> {
            json.writeObjectPropertyStart("derivedFrom");
            json.writeStringProperty("list", from.list());
            json.writeStringProperty("correspondence", from.correspondence());
            json.writeEndObject();
          });
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void classification(JsonGenerator json, Said said, Catalogue catalogue) {
    Classification made = said.classification();
    RegionJson regions =
        new RegionJson(catalogue.with(made.edition().vocabulary().judgements().values()));
    json.writeStartObject();
    json.writeStringProperty("scale", made.edition().heading().id().toString());
    json.writeStringProperty("edition", made.edition().heading().edition());
    json.writeStringProperty("hash", made.edition().digest().hex());
    json.writeStringProperty("catalogue", made.catalogue().hex());
    words(json, "possible", made.outcome().possible().stream().map(Grade::word).toList());
    outcome(json, made.outcome(), said.decimals(), regions);
    if (!made.dimensions().isEmpty()) {
      json.writeObjectPropertyStart("dimensions");
      made.dimensions()
          .forEach((name, grades) -> words(json, name, grades.stream().map(Grade::word).toList()));
      json.writeEndObject();
    }
    RulingJson.write(json, made.ruling());
    said.flips().ifPresent(flips -> flips(json, flips, regions));
    unsure(json, made.unsure());
    json.writeEndObject();
  }

  private static void outcome(
      JsonGenerator json, Outcome outcome, int decimals, RegionJson regions) {
    switch (outcome) {
      case Outcome.Settled(Grade.Level level, Optional<Exact> score) -> {
        json.writeStringProperty("outcome", "settled");
        json.writeStringProperty("level", level.name());
        json.writeNumberProperty("rank", level.rank());
        score.ifPresent(exact -> json.writeStringProperty("score", exact.shown(decimals)));
      }
      case Outcome.Bounded bounded -> {
        json.writeStringProperty("outcome", "bounded");
        bounded.mildest().ifPresent(level -> level(json, "mildest", level));
        bounded.gravest().ifPresent(level -> level(json, "gravest", level));
        json.writeArrayPropertyStart("openQuestions");
        bounded.questions().forEach(question -> question(json, question, regions));
        json.writeEndArray();
      }
      case Outcome.OutOfScope(var cite) -> {
        json.writeStringProperty("outcome", "out-of-scope");
        json.writeStringProperty("reason", cite.map(Object::toString).orElse("scope"));
      }
      case Outcome.Unsaid(var cite) -> {
        json.writeStringProperty("outcome", "unsaid");
        json.writeStringProperty(
            "reason", cite.map(Object::toString).orElse("the source leaves this case open"));
      }
      case Outcome.Refused(var criteria) -> {
        json.writeStringProperty("outcome", "refused");
        json.writeStringProperty(
            "reason", "not applicable, but scored: " + String.join(", ", criteria));
      }
    }
  }

  private static void level(JsonGenerator json, String name, Grade.Level level) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("level", level.name());
    json.writeNumberProperty("rank", level.rank());
    json.writeEndObject();
  }

  private static void question(JsonGenerator json, OpenQuestion question, RegionJson regions) {
    json.writeStartObject();
    words(json, "facts", question.keys().stream().map(Object::toString).toList());
    json.writeArrayPropertyStart("answers");
    for (OpenQuestion.Answer answer : question.answers()) {
      json.writeStartObject();
      regions.write(json, answer.region());
      words(json, "leaves", answer.leaves().stream().map(Grade::word).toList());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void flips(JsonGenerator json, List<Flip> flips, RegionJson regions) {
    json.writeArrayPropertyStart("oneFactWouldChangeIt");
    for (Flip flip : flips) {
      json.writeStartObject();
      regions.write(json, flip.region());
      words(json, "gives", flip.gives().stream().map(Grade::word).toList());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void unsure(JsonGenerator json, List<Source> sources) {
    if (sources.isEmpty()) {
      return;
    }
    json.writeObjectPropertyStart("restsOn");
    for (Map.Entry<String, String> each : byKey(sources).entrySet()) {
      json.writeStringProperty(each.getKey(), each.getValue());
    }
    json.writeEndObject();
  }

  private static Map<String, String> byKey(List<Source> sources) {
    Map<String, String> certainties = new java.util.LinkedHashMap<>();
    sources.forEach(source -> certainties.put(source.key(), source.certainty().word()));
    return certainties;
  }

  private static void notes(JsonGenerator json, List<Issue> notes) {
    if (notes.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("notes");
    for (Issue note : notes) {
      json.writeStartObject();
      json.writeStringProperty("code", note.code().label());
      json.writeStringProperty(
          "kind", note.code().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
      json.writeStringProperty("place", note.place().toString());
      json.writeStringProperty("text", note.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void words(JsonGenerator json, String name, List<String> words) {
    json.writeArrayPropertyStart(name);
    words.forEach(json::writeString);
    json.writeEndArray();
  }
}
