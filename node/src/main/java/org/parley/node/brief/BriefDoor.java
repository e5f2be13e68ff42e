package org.parley.node.brief;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.parley.core.exchange.ConversationId;
import org.parley.core.people.Action;
import org.parley.desk.brief.Brief;
import org.parley.duties.port.messages.Conversations.Line;
import org.parley.node.directory.Sheets;
import org.parley.node.incidents.Paths;
import org.parley.node.incidents.Room;
import org.parley.node.incidents.page.CasePage;
import org.parley.node.incidents.page.Given;
import org.parley.node.messages.PostRoom;
import org.parley.node.messages.page.MessageSpeech;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The two-page brief of a conversation or an incident: to read, to print, to take away.
@Controller
final class BriefDoor {

  private static final MediaType DOCX =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final PostRoom post;
  private final Room incidents;
  private final Sheets sheets;
  private final Press press;

  BriefDoor(PostRoom post, Room incidents, Sheets sheets, Press press) {
    this.post = post;
    this.incidents = incidents;
    this.sheets = sheets;
    this.press = press;
  }

  @GetMapping("/messages/{id}/brief")
  ResponseEntity<byte[]> ofMessages(Visit visit, @PathVariable String id) {
    return page(visit, messages(visit, id), "/messages/" + id);
  }

  @GetMapping("/messages/{id}/brief.docx")
  ResponseEntity<byte[]> fileOfMessages(Visit visit, @PathVariable String id) {
    return file(messages(visit, id));
  }

  @GetMapping(Paths.ONE + "/brief")
  ResponseEntity<byte[]> ofIncident(Visit visit, @PathVariable String id) {
    return page(visit, incident(visit, id), Paths.of(Paths.id(id)));
  }

  @GetMapping(Paths.ONE + "/brief.docx")
  ResponseEntity<byte[]> fileOfIncident(Visit visit, @PathVariable String id) {
    return file(incident(visit, id));
  }

  private Brief messages(Visit visit, String id) {
    PostRoom.Desk desk = post.need(visit);
    ConversationId conversation = post.need(desk, id, Action.READ_BRIEF);
    Telling telling = new Telling(visit);
    return new MessageBrief(telling, desk, desk.open(conversation), incidents.house().scale())
        .written(new Contacting(telling, sheets));
  }

  private Brief incident(Visit visit, String id) {
    CasePage page = incidents.page(visit, incidents.read(visit, Paths.id(id)), Given.NOTHING);
    if (!page.may(Action.READ_BRIEF)) {
      throw new AbsentException();
    }
    Telling telling = new Telling(visit);
    String number = page.what().head().number().toString();
    List<Line> lines =
        post.desk(visit).map(desk -> post.about(desk, number, page.what().id())).orElse(List.of());
    MessageSpeech speech = new MessageSpeech(visit.shelf(), visit.shelf().library().formats());
    return new IncidentBrief(telling, page, lines, speech).written(new Contacting(telling, sheets));
  }

  private ResponseEntity<byte[]> page(Visit visit, Brief brief, String back) {
    return press.page(
        visit, HttpStatus.OK, "brief/brief", brief.title(), Map.of("brief", brief, "back", back));
  }

  private static ResponseEntity<byte[]> file(Brief brief) {
    return ResponseEntity.ok()
        .contentType(DOCX)
        .headers(headers -> {
          headers.setContentDisposition(
              ContentDisposition.attachment()
                  .filename(brief.file() + ".docx", StandardCharsets.UTF_8)
                  .build());
          headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        })
        .body(brief.docx());
  }
}
