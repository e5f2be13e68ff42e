package org.parley.formats.casefile;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.deed.FinalReport;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.casefile.deed.Triage;
import org.parley.core.exchange.Attachment;
import org.parley.core.fact.FactKey;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Pointer;
import org.parley.formats.exchange.MarkingJson;
import tools.jackson.core.JsonGenerator;

/// Writes the fields that each deed has.
record DeedWriter(JsonGenerator json, StatementJson statements) {

  void write(Deed deed) {
    switch (deed) {
      case Deed.Opening opening -> opening(opening);
      case Deed.OnFacts facts -> facts(facts);
      case Deed.OnHandling handling -> handling(handling);
      case Deed.OnStory story -> story(story);
      case Deed.OnWork work -> work(work);
      case Deed.OnStage stage -> stage(stage);
    }
  }

  private void opening(Deed.Opening deed) {
    text("realm", deed.realm().word());
    text("number", deed.number().toString());
    text("holder", deed.holder().toString());
    switch (deed) {
      case Deed.Report(_, _, _, String title, var words, Marking marking, Stating stating) -> {
        text("title", title);
        maybe("words", words);
        marking("marking", marking);
        stating(stating);
      }
      case Deed.KeepPointer(_, _, _, Pointer(String holder, String reference, String how)) -> {
        json.writeObjectPropertyStart("pointer");
        text("holder", holder);
        text("reference", reference);
        text("how", how);
        json.writeEndObject();
      }
    }
  }

  private void facts(Deed.OnFacts deed) {
    switch (deed) {
      case Deed.State(Stating stating) -> stating(stating);
      case Deed.Adopt(int statement, String reason) -> numbered("statement", statement, reason);
      case Deed.Withdraw(int statement, String reason) -> numbered("statement", statement, reason);
    }
  }

  private void handling(Deed.OnHandling deed) {
    switch (deed) {
      case Deed.Mark(Marking marking) -> marking("marking", marking);
      case Deed.MarkFact(FactKey key, Optional<Marking> marking) -> {
        StatementJson.key(json, key);
        marking.ifPresent(each -> marking("marking", each));
      }
      case Deed.Show(var office, var agreed) -> {
        text("office", office.toString());
        maybe("agreed", agreed);
      }
      case Deed.StopShowing(var office, String reason) -> {
        text("office", office.toString());
        text("reason", reason);
      }
    }
  }

  private void story(Deed.OnStory deed) {
    switch (deed) {
      case Deed.Retitle(String title) -> text("title", title);
      case Deed.Note(Instant happened, String words) -> {
        text("happened", happened.toString());
        text("words", words);
      }
      case Deed.SetOutlook(var outlook) -> {
        text("course", outlook.course().word());
        text("words", outlook.words());
      }
      case Deed.FindOrigin(var finding, var words) -> {
        text("finding", finding.word());
        maybe("words", words);
      }
      case Deed.Relate(CaseId other, var tie) -> {
        text("other", other.toString());
        text("tie", tie.word());
      }
      case Deed.Unrelate(CaseId other) -> text("other", other.toString());
      case Deed.JoinCampaign(String campaign) -> text("campaign", campaign);
      case Deed.LeaveCampaign(String campaign) -> text("campaign", campaign);
    }
  }

  private void work(Deed.OnWork deed) {
    switch (deed) {
      case Deed.GiveTask(var office, String words, var due) -> {
        text("office", office.toString());
        text("words", words);
        maybe("due", due.map(Instant::toString));
      }
      case Deed.FinishTask(int task, String words) -> {
        json.writeNumberProperty("task", task);
        text("words", words);
      }
      case Deed.DropTask(int task, String reason) -> numbered("task", task, reason);
      case Deed.HandOver(String words) -> text("words", words);
      case Deed.TakeOver(int note) -> json.writeNumberProperty("note", note);
      case Deed.Attach(Attachment(String name, long bytes, var digest), var words) -> {
        text("name", name);
        json.writeNumberProperty("bytes", bytes);
        text("sha256", digest.hex());
        maybe("words", words);
      }
      case Deed.ReleaseFile(int file) -> json.writeNumberProperty("file", file);
      case Deed.RejectFile(int file, String reason) -> numbered("file", file, reason);
      case Deed.NoteCall(String role, var words) -> {
        text("role", role);
        maybe("words", words);
      }
      case Deed.NoteReport(String report, var words) -> {
        text("report", report);
        maybe("words", words);
      }
    }
  }

  private void stage(Deed.OnStage deed) {
    switch (deed) {
      case Deed.Judge(Triage outcome) -> {
        switch (outcome) {
          case Triage.New _ -> text("outcome", "new");
          case Triage.DuplicateOf(CaseId other, _) -> {
            text("outcome", "duplicate");
            text("other", other.toString());
          }
          case Triage.NotAnIncident _ -> text("outcome", "no-incident");
        }
        text("reason", outcome.reason());
      }
      case Deed.BeginWork(var words) -> maybe("words", words);
      case Deed.Contain(var words) -> maybe("words", words);
      case Deed.Recover(var words) -> maybe("words", words);
      case Deed.Close(FinalReport(String happened, var cause, var lessons)) -> {
        text("happened", happened);
        maybe("cause", cause);
        maybe("lessons", lessons);
      }
      case Deed.Reopen(String reason) -> text("reason", reason);
    }
  }

  private void stating(Stating stating) {
    json.writeObjectPropertyStart("stating");
    json.writeArrayPropertyStart("statements");
    stating.statements().forEach(each -> statements.write(json, each));
    json.writeEndArray();
    if (!stating.markings().isEmpty()) {
      json.writeArrayPropertyStart("markings");
      stating.markings().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> {
            json.writeStartObject();
            StatementJson.key(json, entry.getKey());
            marking("marking", entry.getValue());
            json.writeEndObject();
          });
      json.writeEndArray();
    }
    maybe("aware", stating.aware().map(Instant::toString));
    maybe("nothingElse", stating.nothingElse().map(each -> each ? "yes" : "no"));
    json.writeEndObject();
  }

  private void numbered(String name, int number, String reason) {
    json.writeNumberProperty(name, number);
    text("reason", reason);
  }

  private void marking(String name, Marking marking) {
    json.writeName(name);
    MarkingJson.write(json, marking);
  }

  private void text(String name, String text) {
    json.writeStringProperty(name, text);
  }

  private void maybe(String name, Optional<String> text) {
    text.ifPresent(each -> text(name, each));
  }
}
