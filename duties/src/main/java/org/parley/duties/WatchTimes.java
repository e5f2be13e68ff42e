package org.parley.duties;

import java.util.List;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.ledger.Command;
import org.parley.core.exchange.ledger.Event;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Realm;
import org.parley.duties.record.Ledger;

/// Records, for every statement whose proposed time has passed, that no answer is recorded.
public final class WatchTimes {

  private final Station station;

  public WatchTimes(Station station) {
    this.station = station;
  }

  /// Looks through those conversations of a realm in which it may be so; says how many times
  /// passed.
  public int run(Realm realm) {
    List<ConversationId> passed =
        station.books().look(book -> book.conversations().passed(realm, station.now()));
    return passed.stream().mapToInt(conversation -> watch(realm, conversation)).sum();
  }

  /// One change for each conversation in which time has passed, and none for the others.
  private int watch(Realm realm, ConversationId conversation) {
    boolean due =
        station
            .books()
            .look(book -> !passed(station.ledger(book, realm).open(conversation)).isEmpty());
    if (!due) {
      return 0;
    }
    return station
        .books()
        .change(book -> {
          Ledger ledger = station.ledger(book, realm);
          Ledger.Opened opened = ledger.open(conversation);
          List<Event> events = passed(opened);
          ledger.keep(opened, events);
          return events.size();
        });
  }

  private List<Event> passed(Ledger.Opened opened) {
    Checked<List<Event>> decided =
        station.exchange().decide(opened.state(), new Command.PassTime(), station.now());
    return decided.orThrow();
  }
}
