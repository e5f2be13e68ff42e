package org.parley.node.messages;

import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.ledger.Conversation;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.people.Permissions;
import org.parley.core.people.Relation;
import org.parley.core.terms.Realm;
import org.parley.duties.Station;
import org.parley.duties.port.messages.Conversations;
import org.parley.duties.record.Ledger;
import org.parley.exchange.NodeHome;
import org.parley.node.exchange.Exchanging;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Visit;
import org.springframework.stereotype.Component;

/// Where messages are worked on: who asks, for which office, and how a conversation stands to it.
@Component
final class PostRoom {

  private final Exchanging exchanging;
  private final Permissions permissions;

  PostRoom(Exchanging exchanging, Permissions permissions) {
    this.exchanging = exchanging;
    this.permissions = permissions;
  }

  /// An officer at a desk of the exchange.
  record Desk(NodeHome home, Realm realm, OfficeId office, Actor actor) {

    Station station() {
      return home.station();
    }

    /// Names stay with the account: the ledger gets the account's random id.
    Hand hand() {
      return new Hand(office, actor.account().toString());
    }

    Conversation open(ConversationId id) {
      return station()
          .books()
          .look(book -> new Ledger(book, station().seat(), realm).open(id).state());
    }
  }

  /// The visitor's desk; empty where the node takes no part in the exchange, or not for the office.
  Optional<Desk> desk(Visit visit) {
    Actor actor = visit.viewer().orElseThrow(AbsentException::new).actor();
    Optional<NodeHome> home = exchanging.home();
    return home.isEmpty() || actor.office().isEmpty()
        ? Optional.empty()
        : actor
            .office()
            .filter(office -> home.get().station().seat().offices().contains(office))
            .map(office -> new Desk(home.get(), visit.site().realm(), office, actor));
  }

  /// The visitor's desk, for an action that some conversation or draft is needed for.
  Desk need(Visit visit) {
    return desk(visit).orElseThrow(AbsentException::new);
  }

  boolean allows(Desk desk, Action action, Relation relation) {
    return permissions.allow(desk.actor(), action, relation);
  }

  Set<Relation> relations(Desk desk, Action action) {
    return permissions.relations(desk.actor(), action);
  }

  /// Whose lists an officer may read.
  Conversations.Readers readers(Desk desk, Action action) {
    return new Conversations.Readers(desk.realm(), desk.office(), relations(desk, action));
  }

  /// A conversation on which the officer may do this; what is not for the office does not exist.
  ConversationId need(Desk desk, String id, Action action) {
    ConversationId conversation = ConversationId.parse(id).orElseThrow(AbsentException::new);
    Conversations.Readers readers = readers(desk, action);
    return desk.station()
        .books()
        .look(book -> book.conversations().find(readers, conversation))
        .map(line -> line.key().id())
        .orElseThrow(AbsentException::new);
  }
}
