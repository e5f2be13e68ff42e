package org.parley.couriers;

import java.time.Instant;
import java.util.List;
import org.parley.core.directory.NodeId;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.duties.port.Books;
import org.parley.duties.port.Doorway;
import org.parley.duties.port.Inbox.Received;

/// A doorway over books that keeps the promise of every doorway and nothing else: on disk before it
/// is receipted, once, and the same receipt for the same parcel.
public record TakingIn(Books books) implements Doorway {

  private static final NodeId SOMEBODY = new NodeId(new Party("XA"), "csirt");

  @Override
  public Checked<Octets> receive(Octets parcel, ReceiptBack back) {
    Octets receipt =
        books.change(book ->
            book.inbox()
                .byParcel(parcel.digest())
                .map(Received::receipt)
                .orElseGet(() -> {
                  Octets made = Octets.of("receipt of " + parcel.digest());
                  book.documents().keep(parcel);
                  book.log().append(Octets.of(parcel.digest().hex()));
                  book.inbox()
                      .add(
                          new Received(
                              parcel.digest(), parcel.digest(), SOMEBODY, Instant.EPOCH, made));
                  return made;
                }));
    return new Checked.Sound<>(receipt, List.of());
  }
}
