package org.parley.node.messages;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.casefile.view.Folded;
import org.parley.core.people.Action;
import org.parley.core.people.Relation;
import org.parley.core.terms.Party;
import org.parley.duties.port.messages.Conversations;
import org.parley.duties.port.messages.Conversations.Filter;
import org.parley.duties.port.messages.Conversations.Line;
import org.parley.duties.port.messages.Conversations.Order;
import org.parley.duties.port.messages.Conversations.Page;
import org.parley.duties.port.messages.Conversations.Place;
import org.parley.duties.port.messages.Conversations.Readers;
import org.parley.duties.port.messages.Conversations.Turn;
import org.parley.duties.port.messages.Drafts;
import org.parley.node.messages.page.InboxPage;
import org.parley.node.messages.page.MessageSpeech;
import org.parley.node.web.Visit;
import org.springframework.stereotype.Component;

/// Lists of conversations, for the inbox and for the first page.
@Component
public final class Mail {

  /// What somebody has to do something about.
  private static final Set<Turn> PRESSING = EnumSet.of(Turn.OURS, Turn.CLEARANCE, Turn.ATTENTION);

  private final PostRoom room;

  Mail(PostRoom room) {
    this.room = room;
  }

  /// What awaits the visitor's office, the most pressing first; empty where they read no messages.
  public Optional<InboxPage> awaiting(Visit visit, int most) {
    return visit
        .viewer()
        .flatMap(_ -> room.desk(visit))
        .filter(desk -> !room.relations(desk, Action.LIST_MESSAGES).isEmpty())
        .map(desk ->
            page(
                visit,
                desk,
                new InboxPage.Asked("", PRESSING, "", "", Order.TURN, Optional.empty()),
                most));
  }

  /// Whether the visitor opens messages of their office.
  public boolean mayOpen(Visit visit) {
    return visit
        .viewer()
        .flatMap(_ -> room.desk(visit))
        .filter(desk -> room.allows(desk, Action.OPEN_MESSAGE, Relation.OFFICE))
        .isPresent();
  }

  InboxPage page(Visit visit, PostRoom.Desk desk, InboxPage.Asked asked, int most) {
    return page(visit, desk, asked, asked.formats(), most);
  }

  /// The same of these formats alone.
  InboxPage page(
      Visit visit, PostRoom.Desk desk, InboxPage.Asked asked, Set<String> formats, int most) {
    Readers readers = room.readers(desk, Action.LIST_MESSAGES);
    Set<Turn> turns = asked.turns().isEmpty() ? EnumSet.allOf(Turn.class) : asked.turns();
    Filter filter =
        new Filter(turns, Folded.of(asked.text()), party(visit, asked.party()), formats);
    Filter whole =
        new Filter(EnumSet.allOf(Turn.class), filter.text(), filter.party(), filter.formats());
    boolean writes = room.allows(desk, Action.WRITE_MESSAGE, Relation.OFFICE);
    return desk.station()
        .books()
        .look(book -> {
          Conversations conversations = book.conversations();
          List<Line> lines =
              conversations.list(readers, filter, new Page(asked.order(), asked.after(), most + 1));
          boolean more = lines.size() > most;
          List<Line> shown = more ? lines.subList(0, most) : lines;
          Map<Turn, Long> counts = conversations.count(readers, whole);
          List<Drafts.Draft> drafts =
              writes && asked.after().isEmpty()
                  ? book.drafts().list(desk.realm(), desk.office())
                  : List.of();
          Optional<Place> next =
              more ? Optional.of(Place.of(shown.getLast(), asked.order())) : Optional.empty();
          return new InboxPage(
              asked, shown, counts, next, drafts, speech(visit, desk), visit.now());
        });
  }

  /// The code of the State that was named, be it by its name; else what was typed.
  private static String party(Visit visit, String named) {
    return visit.shelf().states().find(named).map(Party::code).orElse(named);
  }

  static MessageSpeech speech(Visit visit, PostRoom.Desk desk) {
    return new MessageSpeech(visit.shelf(), desk.home().formats());
  }
}
