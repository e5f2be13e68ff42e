package org.parley.duties;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.parley.core.directory.NodeId;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.issue.Checked;
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.port.Inbox;
import org.parley.duties.post.Counterpart;
import org.parley.duties.post.Packing;
import org.parley.formats.exchange.ReceiptReader;

/// Puts signed receipts into the outbox, as parcels of their own.
final class SendReceipt {

  /// A node's to-do list, and so neither of the world nor of an exercise; each line says its realm.
  private static final String UNSENT = "receipts/unsent";

  private static final Realm NO_REALM = new Realm.Real();
  private static final String WANTED = "wanted";
  private static final String SENT = "sent";

  private final Station station;
  private final Packing packing;

  SendReceipt(Station station) {
    this.station = station;
    this.packing = new Packing(station.node(), station.seal(), station.counterparts());
  }

  /// A receipt that could not go yet.
  ///
  /// @param document the digest of its signed bytes
  private record Unsent(Digest document, NodeId to, Realm realm) {

    String line(String word) {
      return word + " " + document + " " + to + " " + realm.word();
    }

    static Unsent of(String line) {
      String[] words = line.split(" ");
      return new Unsent(
          new Digest(words[1]),
          NodeId.parse(words[2]).orElseThrow(),
          Realm.parse(words[3]).orElseThrow());
    }
  }

  /// Packs a receipt, or notes it down where its destination has no key for now: what an office did
  /// is told once the other node can be reached.
  void asParcel(Book book, NodeId to, Realm realm, Octets receipt, Instant now) {
    if (!pack(book, to, realm, receipt, now)) {
      Unsent unsent = new Unsent(book.documents().keep(receipt), to, realm);
      if (!unsent(book).contains(unsent)) {
        note(book, unsent.line(WANTED));
      }
    }
  }

  private boolean pack(Book book, NodeId to, Realm realm, Octets receipt, Instant now) {
    if (packing.reachable(book, to, now)
        instanceof Checked.Sound<Counterpart>(Counterpart counterpart, _)) {
      Packing.Packed packed =
          packing.pack(book, counterpart, realm, Enclosed.RECEIPT, receipt, now);
      station
          .journal(book)
          .add(EntryKind.SLIP_SENT, realm, now, packed.slip(), packed.signedSlip().digest());
      return true;
    }
    return false;
  }

  /// The same receipt once more.
  void again(Book book, Inbox.Received before, Instant now) {
    Checked<Octets> content = station.seal().claimed(before.receipt());
    if (content instanceof Checked.Sound<Octets>(Octets bytes, _)) {
      Receipt receipt = ReceiptReader.read(bytes).orThrow();
      asParcel(book, before.from(), receipt.realm(), before.receipt(), now);
    }
  }

  /// Whether some receipt that could not go before can go now.
  boolean canGo(Book book, Instant now) {
    return unsent(book).stream()
        .anyMatch(each -> packing.reachable(book, each.to(), now) instanceof Checked.Sound<?>);
  }

  /// Packs what can go now.
  void goOn(Book book, Instant now) {
    for (Unsent each : unsent(book)) {
      Optional<Octets> receipt = book.documents().find(each.document());
      if (receipt.isPresent() && pack(book, each.to(), each.realm(), receipt.get(), now)) {
        note(book, each.line(SENT));
      }
    }
  }

  private static SequencedSet<Unsent> unsent(Book book) {
    SequencedSet<Unsent> unsent = new LinkedHashSet<>();
    List<Octets> lines = book.histories().events(NO_REALM, UNSENT);
    for (Octets line : lines) {
      Unsent each = Unsent.of(line.shown());
      if (line.shown().startsWith(WANTED)) {
        unsent.add(each);
      } else {
        unsent.remove(each);
      }
    }
    return unsent;
  }

  private static void note(Book book, String line) {
    int after = book.histories().length(NO_REALM, UNSENT);
    book.histories().append(NO_REALM, UNSENT, after, Octets.of(line));
  }
}
