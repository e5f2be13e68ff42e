package org.parley.node.incidents;

import java.util.List;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.FinalReport;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.casefile.deed.Triage;
import org.parley.duties.casefile.Casework;
import org.parley.duties.casefile.CloseIncident;
import org.parley.duties.casefile.NoteOnIncident;
import org.parley.duties.casefile.TriageIncident;
import org.parley.node.incidents.page.Typed;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The steps of a case, from triage to closure.
@Controller
final class StageDoor {

  private final Answer answer;

  StageDoor(Room room, Press press) {
    this.answer = new Answer(room, press);
  }

  @GetMapping(Paths.ONE + "/triage")
  ResponseEntity<byte[]> triage(Visit visit, @PathVariable String id) {
    return answer.page(triage(visit, Paths.id(id)), HttpStatus.OK, List.of(), Typed.NOTHING);
  }

  private static Answer.Form triage(Visit visit, CaseId id) {
    return new Answer.Form(visit, id, "triage", "incidents/triage", "page.triage.title");
  }

  /// Outcome, type and what bears on the level, in one step.
  @PostMapping(Paths.ONE + "/triage")
  ResponseEntity<byte[]> judge(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    FormFields fields = new FormFields(visit, all);
    CaseId one = Paths.id(id);
    Stating stating = answer.room().withTypeOrNotKnown(fields, visit);
    return answer.done(
        triage(visit, one),
        fields,
        () ->
            new TriageIncident(work())
                .run(
                    visit.site().realm(),
                    one,
                    fields.text("outcome").equals("new") ? stating : Stating.NOTHING,
                    outcome(visit, fields),
                    Room.actor(visit)));
  }

  private Triage outcome(Visit visit, FormFields fields) {
    String why = fields.text("reason");
    return switch (fields.text("outcome")) {
      case "duplicate" ->
          new Triage.DuplicateOf(
              Numbered.id(work(), visit.site().realm(), Room.actor(visit), fields.text("other")),
              why);
      case "no-incident" -> new Triage.NotAnIncident(why);
      default -> new Triage.New(why);
    };
  }

  @PostMapping(Paths.ONE + "/under-way")
  ResponseEntity<byte[]> underWay(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "stage",
        (asked, fields) ->
            new NoteOnIncident(work())
                .underWay(asked.realm(), asked.id(), fields.maybe("words"), asked.actor()));
  }

  @PostMapping(Paths.ONE + "/contained")
  ResponseEntity<byte[]> contained(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "stage",
        (asked, fields) ->
            new NoteOnIncident(work())
                .contained(asked.realm(), asked.id(), fields.maybe("words"), asked.actor()));
  }

  @PostMapping(Paths.ONE + "/recovered")
  ResponseEntity<byte[]> recovered(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "stage",
        (asked, fields) ->
            new NoteOnIncident(work())
                .recovered(asked.realm(), asked.id(), fields.maybe("words"), asked.actor()));
  }

  @PostMapping(Paths.ONE + "/close")
  ResponseEntity<byte[]> close(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "close",
        (asked, fields) ->
            new CloseIncident(work())
                .run(
                    asked.realm(),
                    asked.id(),
                    new FinalReport(
                        fields.text("happened"), fields.maybe("cause"), fields.maybe("lessons")),
                    asked.actor()));
  }

  @PostMapping(Paths.ONE + "/reopen")
  ResponseEntity<byte[]> reopen(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "close",
        (asked, fields) ->
            new CloseIncident(work())
                .reopen(asked.realm(), asked.id(), fields.text("reason"), asked.actor()));
  }

  private Casework work() {
    return answer.room().work();
  }
}
