package org.parley.node.incidents;

import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Stating;
import org.parley.duties.casefile.Casework;
import org.parley.duties.casefile.StateFacts;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Facts of a case: stated, adopted, taken back.
@Controller
final class FactsDoor {

  private final Answer answer;

  FactsDoor(Room room, Press press) {
    this.answer = new Answer(room, press);
  }

  /// Whatever the form answers becomes one revision.
  @PostMapping(Paths.ONE + "/facts")
  ResponseEntity<byte[]> state(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    FormFields fields = new FormFields(visit, all);
    Stating stating = fields.stating(answer.room());
    CaseId one = Paths.id(id);
    Answer.Form form =
        fields.isTicked("more")
            ? new Answer.Form(visit, one, "facts", "incidents/more", "page.case.more.title")
            : Answer.Form.of(visit, one, "facts");
    return answer.done(
        form,
        fields,
        () -> new StateFacts(work()).run(visit.site().realm(), one, stating, Room.actor(visit)));
  }

  @PostMapping(Paths.ONE + "/adopt")
  ResponseEntity<byte[]> adopt(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "facts",
        (asked, fields) ->
            new StateFacts(work())
                .adopt(
                    asked.realm(),
                    asked.id(),
                    fields.number("statement"),
                    fields.text("reason"),
                    asked.actor()));
  }

  @PostMapping(Paths.ONE + "/withdraw")
  ResponseEntity<byte[]> withdraw(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "facts",
        (asked, fields) ->
            new StateFacts(work())
                .withdraw(
                    asked.realm(),
                    asked.id(),
                    fields.number("statement"),
                    fields.text("reason"),
                    asked.actor()));
  }

  private Casework work() {
    return answer.room().work();
  }
}
