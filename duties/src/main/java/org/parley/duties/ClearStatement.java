package org.parley.duties;

import java.util.List;
import java.util.Optional;
import org.parley.core.exchange.ledger.Command;
import org.parley.core.exchange.ledger.Event;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.issue.Checked;
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.record.Ledger;

/// Lets a statement of ours go, or gives it up.
public final class ClearStatement {

  private final Station station;
  private final boolean secondPerson;

  /// @param secondPerson whether the State wants another person to clear than the one who wrote
  public ClearStatement(Station station, boolean secondPerson) {
    this.station = station;
    this.secondPerson = secondPerson;
  }

  public Checked<Digest> clear(Realm realm, Digest statement, Hand by) {
    return decide(realm, statement, new Command.Clear(statement, by, secondPerson));
  }

  public Checked<Digest> discard(Realm realm, Digest statement, Hand by, String reason) {
    return decide(realm, statement, new Command.Discard(statement, by, reason));
  }

  /// Inside a change that is open already.
  Checked<Digest> clear(Book book, Realm realm, Digest statement, Hand by) {
    return decide(book, realm, statement, new Command.Clear(statement, by, secondPerson));
  }

  private Checked<Digest> decide(Realm realm, Digest statement, Command command) {
    return station.books().change(book -> decide(book, realm, statement, command));
  }

  private Checked<Digest> decide(Book book, Realm realm, Digest statement, Command command) {
    Ledger ledger = station.ledger(book, realm);
    Optional<Ledger.Opened> opened = ledger.conversationOf(statement);
    if (opened.isEmpty()) {
      return Refusals.noSuchStatement(statement);
    }
    Checked<List<Event>> decided =
        station.exchange().decide(opened.get().state(), command, station.now());
    if (decided instanceof Checked.Sound<List<Event>>(List<Event> events, _) && !events.isEmpty()) {
      ledger.keep(opened.get(), events);
      station.journal(book).add(EntryKind.CLEARANCE, realm, station.now(), statement);
    }
    return decided.map(_ -> statement);
  }
}
