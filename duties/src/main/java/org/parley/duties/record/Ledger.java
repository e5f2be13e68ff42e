package org.parley.duties.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.SeriesNumber;
import org.parley.core.exchange.ledger.Conversation;
import org.parley.core.exchange.ledger.Event;
import org.parley.core.exchange.ledger.Seat;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.formats.exchange.ConversationEvents;

/// The conversations of this node in one realm, in an open book.
public record Ledger(Book book, Seat seat, Realm realm) {

  private static final String CONVERSATION = "conversation/";
  private static final String OWN_NUMBERS = "numbers/own/";
  private static final String SEEN_NUMBERS = "numbers/seen/";

  /// A conversation and how many events it rests on.
  public record Opened(Conversation state, int events) {}

  public Opened open(ConversationId id) {
    List<Octets> bytes = book.histories().events(realm, CONVERSATION + id);
    List<Event> events = new ArrayList<>(bytes.size());
    bytes.forEach(each -> events.add(ConversationEvents.read(each).orThrow()));
    return new Opened(Conversation.begin(id, realm, seat).after(events), events.size());
  }

  /// Adds events behind those that the conversation was opened with, and says anew what lists show
  /// of it.
  public void keep(Opened opened, List<Event> events) {
    if (events.isEmpty()) {
      return;
    }
    int after = opened.events();
    for (Event event : events) {
      book.histories()
          .append(
              realm, CONVERSATION + opened.state().id(), after++, ConversationEvents.write(event));
    }
    glance(opened.state().after(events));
  }

  /// Says anew what the lists of offices show of a conversation.
  public void glance(Conversation state) {
    book.conversations().put(realm, state.id(), new Glance(state, book.documents()).lines());
  }

  /// All conversations, the one begun first coming first.
  public List<ConversationId> all() {
    return book.histories().streams(realm, CONVERSATION).stream()
        .map(name -> ConversationId.parse(name.substring(CONVERSATION.length())).orElseThrow())
        .toList();
  }

  /// The next number in the series of an office of ours.
  public SeriesNumber nextNumber(OfficeId office) {
    long used = book.histories().length(realm, OWN_NUMBERS + office);
    return SeriesNumber.of(realm, used + new Restorations(book).skipped() + 1);
  }

  /// The number is taken, for this statement.
  public void useNumber(OfficeId office, SeriesNumber number, Digest statement) {
    int after = Math.toIntExact(number.count() - 1 - new Restorations(book).skipped());
    book.histories().append(realm, OWN_NUMBERS + office, after, Octets.of(statement.hex()));
  }

  /// The statement that another office has used a number for first.
  public Optional<Digest> seenUnder(OfficeId office, SeriesNumber number) {
    return book.histories().events(realm, SEEN_NUMBERS + office + "/" + number).stream()
        .findFirst()
        .map(line -> new Digest(line.shown()));
  }

  public void noteSeen(OfficeId office, SeriesNumber number, Digest statement) {
    if (seenUnder(office, number).isEmpty()) {
      String stream = SEEN_NUMBERS + office + "/" + number;
      book.histories().append(realm, stream, 0, Octets.of(statement.hex()));
    }
  }

  /// The conversation that a statement belongs to, if it is here.
  public Optional<Opened> conversationOf(Digest statement) {
    return new Trail(book, realm).conversation(statement).map(this::open);
  }
}
