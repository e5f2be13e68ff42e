package org.parley.node.incidents;

import org.parley.core.casefile.deed.OriginFinding;
import org.parley.core.casefile.deed.Outlook;
import org.parley.core.casefile.deed.Tie;
import org.parley.duties.casefile.Casework;
import org.parley.duties.casefile.NoteOnIncident;
import org.parley.duties.casefile.RelateIncidents;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is told of a case: timeline, outlook, origin, what it belongs to.
@Controller
final class StoryDoor {

  private final Answer answer;

  StoryDoor(Room room, Press press) {
    this.answer = new Answer(room, press);
  }

  @PostMapping(Paths.ONE + "/note")
  ResponseEntity<byte[]> note(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "note",
        (asked, fields) ->
            new NoteOnIncident(work())
                .entry(
                    asked.realm(),
                    asked.id(),
                    fields.moment("happened").orElseGet(visit::now),
                    fields.text("words"),
                    asked.actor()));
  }

  @PostMapping(Paths.ONE + "/title")
  ResponseEntity<byte[]> title(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "title",
        (asked, fields) ->
            new NoteOnIncident(work())
                .title(asked.realm(), asked.id(), fields.text("title"), asked.actor()));
  }

  @PostMapping(Paths.ONE + "/outlook")
  ResponseEntity<byte[]> outlook(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "outlook",
        (asked, fields) ->
            new NoteOnIncident(work())
                .outlook(
                    asked.realm(),
                    asked.id(),
                    new Outlook(
                        Outlook.Course.parse(fields.text("course"))
                            .orElse(Outlook.Course.NOT_KNOWN),
                        fields.text("words")),
                    asked.actor()));
  }

  @PostMapping(Paths.ONE + "/origin")
  ResponseEntity<byte[]> origin(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "origin",
        (asked, fields) ->
            new NoteOnIncident(work())
                .origin(
                    asked.realm(),
                    asked.id(),
                    OriginFinding.parse(fields.text("finding")).orElse(OriginFinding.NOT_ASKED),
                    fields.maybe("words"),
                    asked.actor()));
  }

  @PostMapping(Paths.ONE + "/relate")
  ResponseEntity<byte[]> relate(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "related",
        (asked, fields) ->
            new RelateIncidents(work())
                .tie(
                    asked.realm(),
                    asked.id(),
                    Numbered.id(work(), asked.realm(), asked.actor(), fields.text("other")),
                    Tie.parse(fields.text("tie")).orElse(Tie.RELATED),
                    asked.actor()));
  }

  @PostMapping(Paths.ONE + "/unrelate")
  ResponseEntity<byte[]> unrelate(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "related",
        (asked, fields) ->
            new RelateIncidents(work())
                .untie(
                    asked.realm(),
                    asked.id(),
                    Numbered.id(work(), asked.realm(), asked.actor(), fields.text("other")),
                    asked.actor()));
  }

  @PostMapping(Paths.ONE + "/campaign")
  ResponseEntity<byte[]> campaign(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "campaign",
        (asked, fields) ->
            new RelateIncidents(work())
                .join(asked.realm(), asked.id(), fields.text("campaign"), asked.actor()));
  }

  @PostMapping(Paths.ONE + "/leave-campaign")
  ResponseEntity<byte[]> leaveCampaign(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    return answer.done(
        visit,
        id,
        all,
        "campaign",
        (asked, fields) ->
            new RelateIncidents(work())
                .leave(asked.realm(), asked.id(), fields.text("campaign"), asked.actor()));
  }

  private Casework work() {
    return answer.room().work();
  }
}
