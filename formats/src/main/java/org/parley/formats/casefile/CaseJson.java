package org.parley.formats.casefile;

import java.util.List;
import java.util.Optional;
import org.parley.core.casefile.Casefile;
import org.parley.core.casefile.Progress;
import org.parley.core.casefile.Said;
import org.parley.core.casefile.Story;
import org.parley.core.casefile.Work;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.terms.Octets;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.exchange.MarkingJson;
import org.parley.formats.parley.fact.KnownFacts;
import tools.jackson.core.JsonGenerator;

/// A case as one reader may see it, as a JSON file to take away.
public final class CaseJson {

  private final StatementJson statements;

  public CaseJson(KnownFacts facts) {
    this.statements = new StatementJson(facts);
  }

  public Octets write(SeenCase seen) {
    Casefile state = seen.what();
    return JsonBytes.write(json -> {
      json.writeStringProperty("parley", "incident-export/1");
      json.writeStringProperty("incident", state.id().toString());
      json.writeStringProperty("realm", state.head().realm().word());
      json.writeStringProperty("number", state.head().number().toString());
      json.writeStringProperty("holder", state.head().holder().toString());
      json.writeStringProperty("reported", state.head().at().toString());
      json.writeStringProperty("title", state.story().title());
      state.story().words().ifPresent(words -> json.writeStringProperty("words", words));
      json.writeName("marking");
      MarkingJson.write(json, state.marking().whole());
      json.writeNumberProperty("statementsWithheld", seen.withheld());
      progress(json, state.progress());
      facts(json, state);
      story(json, state.story());
      work(json, state.work());
    });
  }

  private static void progress(JsonGenerator json, Progress progress) {
    json.writeStringProperty("stage", progress.stage().word());
    json.writeArrayPropertyStart("stages");
    for (Progress.Move move : progress.moves()) {
      json.writeStartObject();
      json.writeStringProperty("stage", move.to().word());
      json.writeStringProperty("at", move.at().toString());
      maybe(json, "words", move.words());
      json.writeEndObject();
    }
    json.writeEndArray();
    progress
        .finalReport()
        .ifPresent(report -> {
          json.writeObjectPropertyStart("finalReport");
          json.writeStringProperty("happened", report.happened());
          maybe(json, "cause", report.cause());
          maybe(json, "lessons", report.lessons());
          json.writeEndObject();
        });
  }

  private void facts(JsonGenerator json, Casefile state) {
    json.writeNumberProperty("revision", state.facts().revisions().size());
    json.writeArrayPropertyStart("statements");
    for (Said said : state.facts().said()) {
      json.writeStartObject();
      json.writeNumberProperty("number", said.number());
      json.writeNumberProperty("revision", said.revision());
      json.writeStringProperty("side", said.by().side());
      json.writeBooleanProperty("counts", said.counts());
      json.writeName("marking");
      MarkingJson.write(json, state.marking().of(said));
      json.writeName("statement");
      statements.write(json, said.statement());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void story(JsonGenerator json, Story story) {
    json.writeArrayPropertyStart("timeline");
    for (Story.Entry entry : story.timeline()) {
      json.writeStartObject();
      json.writeStringProperty("happened", entry.happened().toString());
      json.writeStringProperty("side", entry.by().side());
      json.writeStringProperty("words", entry.words());
      json.writeEndObject();
    }
    json.writeEndArray();
    story
        .outlook()
        .ifPresent(told -> {
          json.writeObjectPropertyStart("outlook");
          json.writeStringProperty("course", told.what().course().word());
          json.writeStringProperty("words", told.what().words());
          json.writeEndObject();
        });
    json.writeStringProperty("origin", story.origin().what().word());
    JsonBytes.texts(json, "campaigns", story.campaigns());
  }

  private static void work(JsonGenerator json, Work work) {
    json.writeArrayPropertyStart("tasks");
    for (Work.Task task : work.tasks()) {
      json.writeStartObject();
      json.writeStringProperty("office", task.office().toString());
      json.writeStringProperty("words", task.words());
      maybe(json, "due", task.due().map(Object::toString));
      maybe(json, "ended", task.end().map(end -> end.at().toString()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("files");
    for (Work.Filed file : work.files()) {
      json.writeStartObject();
      json.writeStringProperty("name", file.file().name());
      json.writeNumberProperty("bytes", file.file().bytes());
      json.writeStringProperty("sha256", file.file().digest().hex());
      json.writeStringProperty("custody", file.custody().word());
      json.writeEndObject();
    }
    json.writeEndArray();
    done(json, "calls", work.calls());
    done(json, "reports", work.reports());
  }

  private static void done(JsonGenerator json, String name, List<Work.Done> all) {
    json.writeArrayPropertyStart(name);
    for (Work.Done done : all) {
      json.writeStartObject();
      json.writeStringProperty("key", done.key());
      json.writeStringProperty("at", done.at().toString());
      maybe(json, "words", done.words());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void maybe(JsonGenerator json, String name, Optional<String> text) {
    text.ifPresent(each -> json.writeStringProperty(name, each));
  }
}
