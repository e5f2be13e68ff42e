package org.parley.node.messages;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.core.exchange.ConversationId;
import org.parley.core.people.Action;
import org.parley.core.people.Relation;
import org.parley.duties.port.messages.Conversations.Order;
import org.parley.duties.port.messages.Conversations.Place;
import org.parley.duties.port.messages.Conversations.Turn;
import org.parley.node.messages.page.InboxPage;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of conversations: what awaits an answer first, whatever a reader asks for next.
@Controller
final class InboxDoor {

  private static final int PAGE = 50;

  private final PostRoom room;
  private final Mail mail;
  private final Press press;

  InboxDoor(PostRoom room, Mail mail, Press press) {
    this.room = room;
    this.mail = mail;
    this.press = press;
  }

  @GetMapping("/messages")
  ResponseEntity<byte[]> list(Visit visit, @RequestParam MultiValueMap<String, String> said) {
    Optional<PostRoom.Desk> desk = room.desk(visit);
    if (desk.isEmpty()) {
      return press.page(visit, "messages/apart", "page.messages.title", Map.of());
    }
    boolean writes = room.allows(desk.get(), Action.WRITE_MESSAGE, Relation.NOTHING);
    boolean opens = room.allows(desk.get(), Action.OPEN_MESSAGE, Relation.OFFICE);
    return press.page(
        visit,
        "messages/inbox",
        "page.messages.title",
        Map.of(
            "page",
            mail.page(visit, desk.get(), asked(said), PAGE),
            "writes",
            writes,
            "opens",
            opens));
  }

  /// What an address asks the list for; what it does not understand it leaves out.
  static InboxPage.Asked asked(MultiValueMap<String, String> said) {
    Set<Turn> turns = EnumSet.noneOf(Turn.class);
    said.getOrDefault("turn", List.of()).forEach(word -> Turn.parse(word).ifPresent(turns::add));
    String order = said.getFirst("order");
    return new InboxPage.Asked(
        text(said, "q", ".{0,200}"),
        turns,
        text(said, "party", "[\\p{L}\\p{M} .’'(),-]{0,80}"),
        text(said, "format", "(C[1-9][0-9]?)?"),
        Order.CHANGED.name().toLowerCase(Locale.ROOT).equals(order) ? Order.CHANGED : Order.TURN,
        place(said.getFirst("after")));
  }

  private static String text(MultiValueMap<String, String> said, String name, String form) {
    return Optional.ofNullable(said.getFirst(name))
        .map(String::strip)
        .filter(text -> text.matches(form))
        .orElse("");
  }

  private static Optional<Place> place(@Nullable String word) {
    if (word == null || !word.matches("-?[0-9]{1,18}\\.[0-9a-f-]{36}")) {
      return Optional.empty();
    }
    int point = word.indexOf('.');
    return ConversationId.parse(word.substring(point + 1))
        .map(id -> new Place(Long.parseLong(word.substring(0, point)), id));
  }
}
