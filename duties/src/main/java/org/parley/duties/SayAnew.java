package org.parley.duties;

import java.util.List;
import org.parley.core.exchange.ConversationId;
import org.parley.core.terms.Realm;
import org.parley.duties.record.Ledger;

/// Says what lists show of conversations that no list knows: those of books that were written
/// before there were lists.
public final class SayAnew {

  private final Station station;

  public SayAnew(Station station) {
    this.station = station;
  }

  /// Says how many there were.
  public int run(Realm realm) {
    List<ConversationId> unknown =
        station
            .books()
            .look(book ->
                station.ledger(book, realm).all().stream()
                    .filter(id -> !book.conversations().knows(realm, id))
                    .toList());
    unknown.forEach(id -> sayAnew(realm, id));
    return unknown.size();
  }

  private void sayAnew(Realm realm, ConversationId id) {
    station
        .books()
        .change(book -> {
          Ledger ledger = station.ledger(book, realm);
          ledger.glance(ledger.open(id).state());
          return id;
        });
  }
}
