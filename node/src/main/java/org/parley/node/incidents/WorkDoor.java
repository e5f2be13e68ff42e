package org.parley.node.incidents;

import org.parley.duties.casefile.Casework;
import org.parley.duties.casefile.GiveTask;
import org.parley.duties.casefile.HandOver;
import org.parley.duties.casefile.NoteOnIncident;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is to be done about a case, by whom, and what was done.
@Controller
final class WorkDoor {

  private final Answer answer;

  WorkDoor(Room room, Press press) {
    this.answer = new Answer(room, press);
  }

  @PostMapping(Paths.ONE + "/task")
  ResponseEntity<byte[]> task(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "tasks",
        (asked, fields) ->
            new GiveTask(work())
                .run(
                    asked.realm(),
                    asked.id(),
                    Offices.of(fields.text("office")),
                    fields.text("words"),
                    fields.moment("due"),
                    asked.actor()));
  }

  @PostMapping(Paths.ONE + "/task-done")
  ResponseEntity<byte[]> taskDone(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "tasks",
        (asked, fields) ->
            new GiveTask(work())
                .finish(
                    asked.realm(),
                    asked.id(),
                    fields.number("task"),
                    fields.text("words"),
                    asked.actor()));
  }

  @PostMapping(Paths.ONE + "/task-dropped")
  ResponseEntity<byte[]> taskDropped(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "tasks",
        (asked, fields) ->
            new GiveTask(work())
                .drop(
                    asked.realm(),
                    asked.id(),
                    fields.number("task"),
                    fields.text("words"),
                    asked.actor()));
  }

  @PostMapping(Paths.ONE + "/hand-over")
  ResponseEntity<byte[]> handOver(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "shift",
        (asked, fields) ->
            new HandOver(work())
                .run(asked.realm(), asked.id(), fields.text("words"), asked.actor()));
  }

  @PostMapping(Paths.ONE + "/take-over")
  ResponseEntity<byte[]> takeOver(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "shift",
        (asked, fields) ->
            new HandOver(work())
                .take(asked.realm(), asked.id(), fields.number("note"), asked.actor()));
  }

  @PostMapping(Paths.ONE + "/called")
  ResponseEntity<byte[]> called(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "called",
        (asked, fields) ->
            new NoteOnIncident(work())
                .called(
                    asked.realm(),
                    asked.id(),
                    fields.text("role"),
                    fields.maybe("words"),
                    asked.actor()));
  }

  @PostMapping(Paths.ONE + "/made")
  ResponseEntity<byte[]> made(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "due",
        (asked, fields) ->
            new NoteOnIncident(work())
                .reported(
                    asked.realm(),
                    asked.id(),
                    fields.text("report"),
                    fields.maybe("words"),
                    asked.actor()));
  }

  private Casework work() {
    return answer.room().work();
  }
}
