package org.parley.node.messages;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.ledger.Account;
import org.parley.core.exchange.ledger.Command;
import org.parley.core.exchange.ledger.Conversation;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.exchange.ledger.Standing;
import org.parley.core.exchange.view.Sight;
import org.parley.core.issue.Checked;
import org.parley.core.people.Action;
import org.parley.core.terms.Digest;
import org.parley.duties.ActOnStatement;
import org.parley.duties.ClearStatement;
import org.parley.duties.DispatchStatement;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What an office does with a statement: opens it, takes note, declines, passes it on, asks again,
/// lets its own go. Each is a press of a button, never the reading of an address: what follows
/// links by itself can do none of it.
@Controller
final class ActsDoor {

  private static final int LONGEST = 2000;

  /// Where a deed comes from, and goes back to: the page of a clarification.
  private static final String CLARIFICATION = "clarification";

  private final PostRoom room;
  private final ConversationDoor pages;

  ActsDoor(PostRoom room, ConversationDoor pages) {
    this.room = room;
    this.pages = pages;
  }

  /// Where a deed is done, and with which statement.
  private record At(PostRoom.Desk desk, ConversationId id, Digest statement) {
    ActOnStatement act() {
      return new ActOnStatement(desk.station());
    }
  }

  /// Opens all that the office has not opened yet in a conversation.
  @PostMapping("/messages/{id}/open")
  ResponseEntity<byte[]> open(
      Visit visit, @PathVariable String id, @RequestParam(defaultValue = "") String at) {
    PostRoom.Desk desk = room.need(visit);
    ConversationId conversation = room.need(desk, id, Action.OPEN_MESSAGE);
    Conversation state = desk.open(conversation);
    Checked<Digest> came = new Checked.Sound<>(new Digest("0".repeat(64)), List.of());
    for (Dossier dossier : state.dossiers().values()) {
      boolean unopened =
          Sight.of(dossier, desk.office()).filter(Sight.ADDRESSED::equals).isPresent()
              && dossier
                  .account(desk.office())
                  .flatMap(Account::reached)
                  .filter(Standing.DELIVERED::equals)
                  .isPresent();
      if (unopened && came instanceof Checked.Sound<Digest>) {
        came = new ActOnStatement(desk.station()).open(desk.realm(), dossier.digest(), desk.hand());
      }
    }
    return at.equals(CLARIFICATION) && came instanceof Checked.Sound<Digest>
        ? pages.clarification(conversation)
        : pages.answer(visit, desk, conversation, "open", came);
  }

  @PostMapping("/messages/{id}/acknowledge")
  ResponseEntity<byte[]> acknowledge(
      Visit visit,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String statement,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String at) {
    ResponseEntity<byte[]> page =
        done(
            visit,
            id,
            statement,
            Action.ACKNOWLEDGE_MESSAGE,
            (here, desk) ->
                here.act().acknowledge(desk.realm(), here.statement(), desk.hand(), said(words)));
    return at.equals(CLARIFICATION) && page.getStatusCode().is3xxRedirection()
        ? pages.clarification(ConversationId.parse(id).orElseThrow(AbsentException::new))
        : page;
  }

  @PostMapping("/messages/{id}/decline")
  ResponseEntity<byte[]> decline(
      Visit visit,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String statement,
      @RequestParam(defaultValue = "") String words) {
    return done(
        visit,
        id,
        statement,
        Action.DECLINE_MESSAGE,
        (at, desk) -> at.act().decline(desk.realm(), at.statement(), desk.hand(), said(words)));
  }

  @PostMapping("/messages/{id}/pass-on")
  ResponseEntity<byte[]> passOn(
      Visit visit,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String statement,
      @RequestParam(defaultValue = "") String to) {
    return done(
        visit,
        id,
        statement,
        Action.PASS_ON_MESSAGE,
        (at, desk) -> at.act().passOn(desk.realm(), at.statement(), desk.hand(), level(to)));
  }

  @PostMapping("/messages/{id}/remind")
  ResponseEntity<byte[]> remind(
      Visit visit,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String statement,
      @RequestParam(defaultValue = "") String recipient) {
    return done(
        visit,
        id,
        statement,
        Action.ASK_AGAIN,
        (at, desk) ->
            at.act()
                .remind(
                    desk.realm(),
                    new Command.Remind(at.statement(), office(recipient), desk.hand())));
  }

  @PostMapping("/messages/{id}/turn-to")
  ResponseEntity<byte[]> turnTo(
      Visit visit,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String statement,
      @RequestParam(defaultValue = "") String recipient,
      @RequestParam(defaultValue = "") String to) {
    return done(
        visit,
        id,
        statement,
        Action.ASK_AGAIN,
        (at, desk) ->
            at.act()
                .turnTo(
                    desk.realm(),
                    new Command.TurnTo(at.statement(), office(recipient), desk.hand(), level(to))));
  }

  /// Lets a statement of the office go, and sends it.
  @PostMapping("/messages/{id}/clear")
  ResponseEntity<byte[]> clear(
      Visit visit, @PathVariable String id, @RequestParam(defaultValue = "") String statement) {
    return done(
        visit,
        id,
        statement,
        Action.CLEAR_MESSAGE,
        (at, desk) ->
            new ClearStatement(desk.station(), desk.home().settings().secondPerson())
                .clear(desk.realm(), at.statement(), desk.hand())
                .then(sent -> new DispatchStatement(desk.station()).run(desk.realm(), sent)));
  }

  @PostMapping("/messages/{id}/give-up")
  ResponseEntity<byte[]> giveUp(
      Visit visit,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String statement,
      @RequestParam(defaultValue = "") String words) {
    return done(
        visit,
        id,
        statement,
        Action.CLEAR_MESSAGE,
        (at, desk) ->
            new ClearStatement(desk.station(), desk.home().settings().secondPerson())
                .discard(
                    desk.realm(), at.statement(), desk.hand(), said(words).orElse("given up")));
  }

  /// Does a deed where it exists for the office and the statement stands in this conversation.
  private ResponseEntity<byte[]> done(
      Visit visit,
      String id,
      String statement,
      Action action,
      BiFunction<At, PostRoom.Desk, Checked<Digest>> deed) {
    PostRoom.Desk desk = room.need(visit);
    ConversationId conversation = room.need(desk, id, action);
    if (!statement.matches("[0-9a-f]{64}")) {
      // A form that names no statement: the page again, where they stand.
      return pages.again(conversation);
    }
    Digest digest = new Digest(statement);
    Sight sight =
        desk.open(conversation)
            .find(digest)
            .flatMap(dossier -> Sight.of(dossier, desk.office()))
            .orElseThrow(AbsentException::new);
    boolean speakers = action == Action.ASK_AGAIN || action == Action.CLEAR_MESSAGE;
    if (speakers != (sight == Sight.SPEAKS)) {
      throw new AbsentException();
    }
    String name = action.word();
    return pages.answer(
        visit, desk, conversation, name, deed.apply(new At(desk, conversation, digest), desk));
  }

  private static Optional<String> said(String words) {
    String text = words.strip();
    return Optional.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text)
        .filter(each -> !each.isEmpty());
  }

  private static OfficeId office(String text) {
    return OfficeId.parse(text).orElseThrow(AbsentException::new);
  }

  private static Command.Level level(String word) {
    for (Command.Level level : Command.Level.values()) {
      if (level.word().equals(word)) {
        return level;
      }
    }
    throw new AbsentException();
  }
}
