package org.parley.node.messages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.clarify.Spoken;
import org.parley.core.exchange.format.Format;
import org.parley.core.people.Action;
import org.parley.duties.port.Chance;
import org.parley.node.messages.page.DraftFields;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is done on the page of a clarification. Every deed writes a message of an ordinary format
/// and leads to its preview: nothing is said before somebody has seen to whom it goes, and nothing
/// is kept beside what was said.
@Controller
final class ClarificationDeeds {

  private final DraftDesk drafts;
  private final Chance chance;
  private final Press press;

  ClarificationDeeds(DraftDesk drafts, Chance chance, Press press) {
    this.drafts = drafts;
    this.chance = chance;
    this.press = press;
  }

  /// Answers what was asked point by point, and says something to the proposed time.
  @PostMapping("/clarifications/{id}/answer")
  ResponseEntity<byte[]> answer(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> said) {
    return written(visit, id, 5, said, it -> named(it, said).map(it::answer));
  }

  /// Says by when an answer comes, and nothing else yet.
  @PostMapping("/clarifications/{id}/clock")
  ResponseEntity<byte[]> clock(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> said) {
    return written(visit, id, 5, said, it -> named(it, said).map(it::clock));
  }

  /// Gives a record: a text to agree on, or the office's own view.
  @PostMapping("/clarifications/{id}/record")
  ResponseEntity<byte[]> record(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> said) {
    return written(visit, id, 10, said, it -> Optional.of(it.record()));
  }

  /// Signs the very text that another party has given.
  @PostMapping("/clarifications/{id}/confirm")
  ResponseEntity<byte[]> confirm(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> said) {
    return written(visit, id, 10, said, it -> named(it, said).map(it::same));
  }

  /// Proposes to close, or closes on the office's own side.
  @PostMapping("/clarifications/{id}/close")
  ResponseEntity<byte[]> close(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> said) {
    return written(visit, id, 12, said, it -> Optional.of(it.close()));
  }

  /// Confirms that it is closed.
  @PostMapping("/clarifications/{id}/confirm-close")
  ResponseEntity<byte[]> confirmClose(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> said) {
    return written(visit, id, 5, said, it -> named(it, said).map(it::closed));
  }

  /// The statement that a form names, where the office can read it.
  private static Optional<Spoken> named(
      ClarificationDrafting drafting, Map<String, List<String>> said) {
    List<String> names = said.getOrDefault("statement", List.of());
    return drafting.spoken().stream()
        .filter(each -> names.contains(each.dossier().digest().hex()))
        .findFirst();
  }

  /// A form that names no statement, and a format that the office does not send, lead back.
  private ResponseEntity<byte[]> written(
      Visit visit,
      String id,
      int format,
      Map<String, List<String>> said,
      Function<ClarificationDrafting, Optional<DraftFields>> writing) {
    PostRoom.Desk desk = drafts.room().need(visit);
    ConversationId conversation = drafts.room().need(desk, id, Action.WRITE_MESSAGE);
    List<Spoken> spoken = desk.spoken(ClarificationDoor.need(desk, conversation));
    // Where nothing was opened yet there is nothing to carry on.
    Optional<Format> written =
        desk.home()
            .formats()
            .current(format)
            .filter(each -> each.use().senders().contains(desk.office().kind()))
            .filter(_ -> !spoken.isEmpty());
    Optional<DraftFields> fields =
        written.flatMap(each ->
            writing.apply(
                new ClarificationDrafting(
                    visit, desk.office(), conversation, spoken, each, DraftFields.of(said))));
    if (written.isEmpty() || fields.isEmpty()) {
      return press.see("/clarifications/" + conversation);
    }
    UUID draft = UUID.nameUUIDFromBytes(chance.draw(16).toArray());
    drafts.keep(desk, draft, written.get(), fields.get());
    return press.see("/drafts/" + draft + "/preview");
  }
}
