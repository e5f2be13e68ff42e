package org.parley.node.messages;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.view.Folded;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.clarify.Spoken;
import org.parley.core.exchange.ledger.Conversation;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.exchange.view.Sight;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.people.Permissions;
import org.parley.core.people.Relation;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.Station;
import org.parley.duties.port.Book;
import org.parley.duties.port.messages.Conversations;
import org.parley.duties.record.Ledger;
import org.parley.exchange.NodeHome;
import org.parley.node.exchange.Exchanging;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Visit;
import org.springframework.stereotype.Component;

/// Where messages are worked on: who asks, for which office, and how a conversation stands to it.
@Component
public final class PostRoom {

  private static final int MOST = 50;
  private static final String WRITTEN = "incident-messages/";

  private final Exchanging exchanging;
  private final Permissions permissions;

  PostRoom(Exchanging exchanging, Permissions permissions) {
    this.exchanging = exchanging;
    this.permissions = permissions;
  }

  /// An officer at a desk of the exchange.
  public record Desk(NodeHome home, Realm realm, OfficeId office, Actor actor) {

    public Station station() {
      return home.station();
    }

    /// Names stay with the account: the ledger gets the account's random id.
    Hand hand() {
      return new Hand(office, actor.account().toString());
    }

    /// What was said in a conversation and the office can read.
    public List<Spoken> spoken(Conversation state) {
      List<Spoken> spoken = new ArrayList<>();
      for (Dossier dossier : state.dossiers().values()) {
        boolean reads =
            dossier.isSaid()
                && Sight.of(dossier, office)
                    .filter(sight -> sight.reads(dossier, office))
                    .isPresent();
        if (reads) {
          StatementViews.statement(this, dossier.digest())
              .ifPresent(statement ->
                  home.formats()
                      .find(statement.heading().format())
                      .ifPresent(format -> spoken.add(new Spoken(dossier, statement, format))));
        }
      }
      return spoken;
    }

    public Conversation open(ConversationId id) {
      return station()
          .books()
          .look(book -> new Ledger(book, station().seat(), realm).open(id).state());
    }
  }

  /// The visitor's desk; empty where the node takes no part in the exchange, or not for the office.
  public Optional<Desk> desk(Visit visit) {
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
  public Desk need(Visit visit) {
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

  /// The conversations of the officer's office that began under a reference, the newest first.
  public List<Conversations.Line> about(Desk desk, String reference) {
    Conversations.Filter filter =
        new Conversations.Filter(
            EnumSet.allOf(Conversations.Turn.class), Folded.of(reference), "", Set.of());
    Conversations.Page page =
        new Conversations.Page(Conversations.Order.CHANGED, Optional.empty(), MOST);
    return desk
        .station()
        .books()
        .look(book -> book.conversations().list(readers(desk, Action.LIST_MESSAGES), filter, page))
        .stream()
        .filter(line -> line.label().subject().equals(reference))
        .toList();
  }

  /// The same with those in which something was written from the incident, under whatever
  /// reference.
  public List<Conversations.Line> about(Desk desk, String reference, CaseId incident) {
    Conversations.Readers readers = readers(desk, Action.LIST_MESSAGES);
    List<Conversations.Line> lines = new ArrayList<>(about(desk, reference));
    List<Conversations.Line> written =
        desk.station()
            .books()
            .look(book ->
                book.histories().events(desk.realm(), WRITTEN + incident).stream()
                    .flatMap(id -> ConversationId.parse(id.shown()).stream())
                    .distinct()
                    .flatMap(id -> book.conversations().find(readers, id).stream())
                    .toList());
    for (Conversations.Line line : written) {
      if (lines.stream().noneMatch(each -> each.key().id().equals(line.key().id()))) {
        lines.add(line);
      }
    }
    return lines;
  }

  /// Notes that something of a conversation was written from an incident, in the change that writes
  /// it.
  void noteWritten(Book book, Desk desk, CaseId incident, ConversationId conversation) {
    String stream = WRITTEN + incident;
    int length = book.histories().length(desk.realm(), stream);
    book.histories().append(desk.realm(), stream, length, Octets.of(conversation.toString()));
  }

  /// A conversation on which the officer may do this; what is not for the office does not exist.
  public ConversationId need(Desk desk, String id, Action action) {
    ConversationId conversation = ConversationId.parse(id).orElseThrow(AbsentException::new);
    Conversations.Readers readers = readers(desk, action);
    return desk.station()
        .books()
        .look(book -> book.conversations().find(readers, conversation))
        .map(line -> line.key().id())
        .orElseThrow(AbsentException::new);
  }
}
