package org.parley.duties;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.parley.core.directory.NodeId;
import org.parley.core.exchange.ledger.Exchange;
import org.parley.core.exchange.ledger.Seat;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.port.Books;
import org.parley.duties.port.Chance;
import org.parley.duties.port.Seal;
import org.parley.duties.post.Counterparts;
import org.parley.duties.record.Journal;
import org.parley.duties.record.Ledger;
import org.parley.duties.record.Trail;

/// A node at work: whose it is, by which rules it decides, and the ports it works through. Every
/// duty gets one.
public record Station(
    Seat seat,
    Exchange exchange,
    Counterparts counterparts,
    Books books,
    Seal seal,
    Chance chance,
    InstantSource clock) {

  public NodeId node() {
    return seat.node();
  }

  /// The moment by this node's clock, in whole milliseconds: what tables and documents hold.
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  Ledger ledger(Book book, Realm realm) {
    return new Ledger(book, seat, realm);
  }

  Trail trail(Book book, Realm realm) {
    return new Trail(book, realm);
  }

  Journal journal(Book book) {
    return new Journal(book);
  }
}
