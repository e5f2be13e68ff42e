package org.parley.node.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.ledger.Conversation;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.people.Action;
import org.parley.duties.port.messages.Conversations;
import org.parley.node.messages.page.ConversationPage;
import org.parley.node.messages.page.MessageSpeech;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Problem;
import org.parley.node.web.Shelves;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// One conversation: what was said, and how far it came with whom. Looking at the page changes
/// nothing: what a statement says stands there only once somebody of the office has opened it,
/// which is a deed of its own.
@Controller
final class ConversationDoor {

  private final PostRoom room;
  private final Shelves shelves;
  private final Press press;

  ConversationDoor(PostRoom room, Shelves shelves, Press press) {
    this.room = room;
    this.shelves = shelves;
    this.press = press;
  }

  @GetMapping("/messages/{id}")
  ResponseEntity<byte[]> page(Visit visit, @PathVariable String id) {
    PostRoom.Desk desk = room.need(visit);
    return page(visit, desk, room.need(desk, id, Action.READ_MESSAGE), List.of());
  }

  ResponseEntity<byte[]> again(ConversationId id) {
    return press.see("/messages/" + id);
  }

  ResponseEntity<byte[]> clarification(ConversationId id) {
    return press.see("/clarifications/" + id);
  }

  /// What came of a deed: the conversation again, or what stood against it.
  <T> ResponseEntity<byte[]> answer(
      Visit visit, PostRoom.Desk desk, ConversationId id, String deed, Checked<T> came) {
    return switch (came) {
      case Checked.Sound<T> _ -> press.see("/messages/" + id + "?done=" + deed);
      case Checked.Refused<T>(List<Issue> issues) -> page(visit, desk, id, problems(visit, issues));
    };
  }

  private ResponseEntity<byte[]> page(
      Visit visit, PostRoom.Desk desk, ConversationId id, List<Problem> problems) {
    Conversation state = desk.open(id);
    MessageSpeech speech = Mail.speech(visit, desk);
    Conversations.Line line =
        desk.station()
            .books()
            .look(book -> book.conversations().find(room.readers(desk, Action.READ_MESSAGE), id))
            .orElseThrow(AbsentException::new);
    String title =
        line.label().subject().isEmpty()
            ? speech.format(line.label().formats().getFirst())
            : line.label().subject();
    ConversationPage page =
        new ConversationPage(
            state,
            desk.office(),
            title,
            new StatementViews(room, desk, state, speech, shelves).all(),
            state.clashes().size(),
            speech);
    return press.page(
        visit,
        problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "messages/conversation",
        title,
        Map.of("page", page, "line", line, "problems", problems));
  }

  /// In the reader's language where the words know the problem, else in the words it brings.
  static List<Problem> problems(Visit visit, List<Issue> issues) {
    List<Problem> problems = new ArrayList<>();
    for (Issue issue : issues) {
      if (issue.isError()) {
        problems.add(problem(visit, "", issue));
      }
    }
    return problems;
  }

  static Problem problem(Visit visit, String field, Issue issue) {
    String key = "page.refused." + issue.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String says =
        Optional.of(key)
            .filter(visit.words()::knows)
            .map(visit.words()::say)
            .orElseGet(() -> Problem.of(field, issue).says());
    return new Problem(field, says, issue.code().label());
  }
}
