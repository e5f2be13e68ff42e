package org.parley.duties;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.issue.Checked;
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.port.Inbox;
import org.parley.duties.post.Counterpart;
import org.parley.duties.post.Packing;
import org.parley.formats.exchange.ReceiptReader;

/// Puts signed receipts into the outbox, as parcels of their own.
final class SendReceipt {

  private final Station station;
  private final Packing packing;

  SendReceipt(Station station) {
    this.station = station;
    this.packing = new Packing(station.node(), station.seal(), station.counterparts());
  }

  /// Packs a receipt. Where its destination has no key for now, it waits with the inbox: the sender
  /// of the statement asks again, and then it goes.
  void asParcel(Book book, Counterpart to, Realm realm, Octets receipt, Instant now) {
    Checked<Counterpart> reachable = packing.reachable(book, to.node(), now);
    if (reachable instanceof Checked.Sound<Counterpart>(Counterpart counterpart, _)) {
      Packing.Packed packed =
          packing.pack(book, counterpart, realm, Enclosed.RECEIPT, receipt, now);
      station
          .journal(book)
          .add(EntryKind.SLIP_SENT, realm, now, packed.slip(), packed.signedSlip().digest());
    }
  }

  /// The same receipt once more.
  void again(Book book, Inbox.Received before, Instant now) {
    Checked<Octets> content = station.seal().claimed(before.receipt());
    Optional<Counterpart> to = station.counterparts().find(book, before.from());
    if (to.isPresent() && content instanceof Checked.Sound<Octets>(Octets bytes, _)) {
      Receipt receipt = ReceiptReader.read(bytes).orThrow();
      asParcel(book, to.get(), receipt.realm(), before.receipt(), now);
    }
  }
}
