package org.parley.node.messages;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.clarify.Spoken;
import org.parley.core.people.Action;
import org.parley.core.people.Relation;
import org.parley.desk.note.NoteVerbale;
import org.parley.desk.pdf.Typefaces;
import org.parley.node.messages.page.NotePage;
import org.parley.node.web.Press;
import org.parley.node.web.Shelves;
import org.parley.node.web.Visit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Statements as notes verbales: made under a number of their own, and taken away as files.
@Controller
final class NoteDoor {

  private static final MediaType DOCX =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final PostRoom room;
  private final Shelves shelves;
  private final Press press;

  NoteDoor(PostRoom room, Shelves shelves, Press press) {
    this.room = room;
    this.shelves = shelves;
    this.press = press;
  }

  @GetMapping("/messages/{id}/note")
  ResponseEntity<byte[]> page(
      Visit visit, @PathVariable String id, @RequestParam(defaultValue = "") String statement) {
    PostRoom.Desk desk = room.need(visit);
    ConversationId conversation = room.need(desk, id, Action.READ_MESSAGE);
    Optional<Spoken> spoken = named(desk, conversation, statement);
    if (spoken.isEmpty()) {
      return press.see("/messages/" + conversation);
    }
    List<NotePage.Made> notes =
        KeptNote.of(desk, spoken.get().dossier().digest()).stream()
            .map(note ->
                new NotePage.Made(
                    note.count(), note.number(desk.realm()), note.at(), note.second()))
            .toList();
    NotePage page =
        new NotePage(
            conversation,
            spoken.get(),
            shelves.languages(),
            notes,
            room.allows(desk, Action.WRITE_MESSAGE, Relation.OFFICE),
            Mail.speech(visit, desk));
    return press.page(
        visit,
        "messages/note",
        "page.note.title",
        Map.of("page", page, "archives", Typefaces.find().isPresent()));
  }

  /// Makes a note under the next number; from then on it stays as it is.
  @PostMapping("/messages/{id}/note")
  ResponseEntity<byte[]> make(
      Visit visit,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String statement,
      @RequestParam MultiValueMap<String, String> said) {
    PostRoom.Desk desk = room.need(visit);
    ConversationId conversation = room.need(desk, id, Action.WRITE_MESSAGE);
    Optional<Spoken> spoken = named(desk, conversation, statement);
    if (spoken.isEmpty()) {
      return press.see("/messages/" + conversation);
    }
    KeptNote.make(desk, spoken.get().dossier().digest(), KeptNote.typed(said));
    return press.see("/messages/" + conversation + "/note?done=note&statement=" + statement);
  }

  @GetMapping("/messages/{id}/note.docx")
  ResponseEntity<byte[]> docx(
      Visit visit, @PathVariable String id, @RequestParam(defaultValue = "") String number) {
    PostRoom.Desk desk = room.need(visit);
    ConversationId conversation = room.need(desk, id, Action.READ_MESSAGE);
    return written(desk, conversation, number)
        .map(note -> file(note.file() + ".docx", DOCX, note.docx()))
        .orElseGet(() -> press.see("/messages/" + conversation));
  }

  /// The same for archives, where the machine has a typeface with all letters.
  @GetMapping("/messages/{id}/note.pdf")
  ResponseEntity<byte[]> pdf(
      Visit visit, @PathVariable String id, @RequestParam(defaultValue = "") String number) {
    PostRoom.Desk desk = room.need(visit);
    ConversationId conversation = room.need(desk, id, Action.READ_MESSAGE);
    return written(desk, conversation, number)
        .flatMap(note ->
            Typefaces.find()
                .map(faces ->
                    file(note.file() + ".pdf", MediaType.APPLICATION_PDF, note.pdf(faces))))
        .orElseGet(() -> press.see("/messages/" + conversation));
  }

  /// A note of this conversation, by its count.
  private Optional<NoteVerbale> written(
      PostRoom.Desk desk, ConversationId conversation, String number) {
    return Optional.of(number)
        .filter(text -> text.matches("[1-9][0-9]{0,8}"))
        .flatMap(text -> KeptNote.find(desk, Integer.parseInt(text)))
        .flatMap(note ->
            named(desk, conversation, note.statement().hex())
                .map(spoken -> NoteText.of(desk, shelves, note, spoken)));
  }

  /// A statement of the conversation that the office can read.
  private static Optional<Spoken> named(
      PostRoom.Desk desk, ConversationId conversation, String statement) {
    return desk.spoken(desk.open(conversation)).stream()
        .filter(each -> each.dossier().digest().hex().equals(statement))
        .findFirst();
  }

  private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(type)
        .headers(headers -> {
          headers.setContentDisposition(
              ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build());
          headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        })
        .body(bytes);
  }
}
