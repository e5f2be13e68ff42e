package org.parley.node.incidents;

import org.parley.core.casefile.CaseDecision;
import org.parley.duties.casefile.Casework;
import org.parley.duties.casefile.MarkIncident;
import org.parley.duties.casefile.ShowToOffice;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who may have what of a case.
@Controller
final class HandlingDoor {

  private final Answer answer;

  HandlingDoor(Room room, Press press) {
    this.answer = new Answer(room, press);
  }

  @PostMapping(Paths.ONE + "/mark")
  ResponseEntity<byte[]> mark(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "marking",
        (asked, fields) ->
            new MarkIncident(work())
                .whole(asked.realm(), asked.id(), fields.marking(""), asked.actor()));
  }

  @PostMapping(Paths.ONE + "/mark-fact")
  ResponseEntity<byte[]> markFact(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "facts",
        (asked, fields) ->
            answer
                .room()
                .key(fields)
                .map(key ->
                    new MarkIncident(work())
                        .fact(
                            asked.realm(),
                            asked.id(),
                            key,
                            fields.maybe("tlp").map(_ -> fields.marking("")),
                            asked.actor()))
                .orElseGet(() -> CaseDecision.unknown(asked.id())));
  }

  @PostMapping(Paths.ONE + "/show")
  ResponseEntity<byte[]> show(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "shown",
        (asked, fields) ->
            new ShowToOffice(work())
                .run(
                    asked.realm(),
                    asked.id(),
                    Offices.of(fields.text("office")),
                    fields.maybe("agreed"),
                    asked.actor()));
  }

  @PostMapping(Paths.ONE + "/stop-showing")
  ResponseEntity<byte[]> stopShowing(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "shown",
        (asked, fields) ->
            new ShowToOffice(work())
                .stop(
                    asked.realm(),
                    asked.id(),
                    Offices.of(fields.text("office")),
                    fields.text("reason"),
                    asked.actor()));
  }

  private Casework work() {
    return answer.room().work();
  }
}
