package org.parley.node.messages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.clarify.Clarification;
import org.parley.core.exchange.clarify.Spoken;
import org.parley.core.exchange.ledger.Account;
import org.parley.core.exchange.ledger.Conversation;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.exchange.ledger.Standing;
import org.parley.core.exchange.view.Sight;
import org.parley.core.people.Action;
import org.parley.core.people.Relation;
import org.parley.core.terms.Digest;
import org.parley.node.attachments.FileViews;
import org.parley.node.messages.page.ClarificationPage;
import org.parley.node.messages.page.InboxPage;
import org.parley.node.messages.page.MessageSpeech;
import org.parley.node.messages.page.StatementView;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Shelves;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Clarifications and consultations: their list, and one from the first question to closure. Who is
/// not in the conversation learns nowhere that it exists.
@Controller
final class ClarificationDoor {

  private static final int PAGE = 50;

  private final PostRoom room;
  private final Mail mail;
  private final Shelves shelves;
  private final Press press;

  ClarificationDoor(PostRoom room, Mail mail, Shelves shelves, Press press) {
    this.room = room;
    this.shelves = shelves;
    this.mail = mail;
    this.press = press;
  }

  @GetMapping("/clarifications")
  ResponseEntity<byte[]> list(Visit visit, @RequestParam MultiValueMap<String, String> said) {
    Optional<PostRoom.Desk> desk = room.desk(visit);
    if (desk.isEmpty()) {
      return press.page(visit, "messages/apart", "page.clarification.title", Map.of());
    }
    InboxPage page =
        mail.page(visit, desk.get(), InboxDoor.asked(said), Clarification.FORMATS, PAGE);
    return press.page(
        visit,
        "messages/clarifications",
        "page.clarification.title",
        Map.of("page", page, "begins", begins(desk.get(), 4), "consults", begins(desk.get(), 9)));
  }

  private boolean begins(PostRoom.Desk desk, int format) {
    return room.allows(desk, Action.WRITE_MESSAGE, Relation.NOTHING)
        && desk.home()
            .formats()
            .current(format)
            .filter(each -> each.use().senders().contains(desk.office().kind()))
            .isPresent();
  }

  @GetMapping("/clarifications/{id}")
  ResponseEntity<byte[]> page(Visit visit, @PathVariable String id) {
    PostRoom.Desk desk = room.need(visit);
    ConversationId conversation = room.need(desk, id, Action.READ_MESSAGE);
    Conversation state = need(desk, conversation);
    var line =
        desk.station()
            .books()
            .look(book ->
                book.conversations().find(room.readers(desk, Action.READ_MESSAGE), conversation))
            .orElseThrow(AbsentException::new);
    MessageSpeech speech = Mail.speech(visit, desk);
    String title =
        line.label().subject().isEmpty()
            ? speech.format(line.label().formats().getFirst())
            : line.label().subject();
    boolean writes =
        room.allows(desk, Action.WRITE_MESSAGE, Relation.OFFICE)
            && line.relation() == Relation.OFFICE;
    List<Spoken> spoken = desk.spoken(state);
    ClarificationPage page =
        new ClarificationPage(
            conversation,
            desk.office(),
            title,
            spoken,
            waiting(desk, state, writes),
            beside(desk, speech, spoken),
            speech);
    return press.page(
        visit,
        HttpStatus.OK,
        "messages/clarification",
        title,
        Map.of("page", page, "line", line, "what", page.clarification()));
  }

  /// A conversation of the office's in which something was asked or recorded.
  static Conversation need(PostRoom.Desk desk, ConversationId id) {
    Conversation state = desk.open(id);
    List<Dossier> seen =
        state.dossiers().values().stream()
            .filter(each -> Sight.of(each, desk.office()).isPresent())
            .toList();
    if (!Clarification.is(seen)) {
      throw new AbsentException();
    }
    return state;
  }

  private Map<Digest, ClarificationPage.Beside> beside(
      PostRoom.Desk desk, MessageSpeech speech, List<Spoken> spoken) {
    FileViews views = new FileViews(desk, speech);
    Map<Digest, ClarificationPage.Beside> beside = new HashMap<>();
    for (Spoken each : spoken) {
      beside.put(
          each.dossier().digest(),
          new ClarificationPage.Beside(
              views.of(each.dossier(), each.statement()),
              StatementView.Tongue.of(each.statement().heading().languages(), speech, shelves)));
    }
    return beside;
  }

  private ClarificationPage.Waiting waiting(
      PostRoom.Desk desk, Conversation state, boolean writes) {
    int unopened = 0;
    int uncleared = 0;
    for (Dossier dossier : state.dossiers().values()) {
      Optional<Sight> sight = Sight.of(dossier, desk.office());
      boolean closed =
          dossier
              .account(desk.office())
              .flatMap(Account::reached)
              .filter(Standing.DELIVERED::equals)
              .isPresent();
      unopened += sight.filter(Sight.ADDRESSED::equals).isPresent() && closed ? 1 : 0;
      boolean ours =
          dossier.stage() == Dossier.Stage.DRAFT || dossier.stage() == Dossier.Stage.CLEARED;
      uncleared += sight.isPresent() && ours ? 1 : 0;
    }
    return new ClarificationPage.Waiting(
        unopened,
        uncleared,
        room.allows(desk, Action.OPEN_MESSAGE, Relation.OFFICE),
        room.allows(desk, Action.ACKNOWLEDGE_MESSAGE, Relation.OFFICE),
        writes);
  }
}
