package org.parley.duties;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.exchange.carriage.Slip;
import org.parley.core.exchange.ledger.Command;
import org.parley.core.exchange.ledger.Event;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.attachment.AttachedFiles;
import org.parley.duties.attachment.CarryFiles;
import org.parley.duties.port.Book;
import org.parley.duties.port.Outbox;
import org.parley.duties.post.Counterpart;
import org.parley.duties.post.Packing;
import org.parley.duties.post.Proving;
import org.parley.duties.post.TwoWays;
import org.parley.duties.record.Journal;
import org.parley.duties.record.Ledger;
import org.parley.duties.record.Trail;
import org.parley.formats.exchange.ReceiptReader;
import org.parley.formats.exchange.SlipReader;

/// Takes in signed receipts: keeps them, moves the ledger, and lets the parcel they speak of leave
/// the outbox.
public final class TakeReceipt {

  private final Station station;
  private final CarryFiles files;
  private final TwoWays twoWays;

  public TakeReceipt(Station station) {
    this.station = station;
    Packing packing = new Packing(station.node(), station.seal(), station.counterparts());
    this.files = new CarryFiles(packing, station.seal());
    this.twoWays = new TwoWays(packing);
  }

  /// A receipt that a courier brought back for a parcel of ours.
  ///
  /// @param from the node the parcel went to
  Checked<Digest> run(NodeId from, Octets signed) {
    return station.books().change(book -> verify(book, from, signed));
  }

  private Checked<Digest> verify(Book book, NodeId from, Octets signed) {
    Optional<Counterpart> sender = station.counterparts().find(book, from);
    if (sender.isEmpty()) {
      return Refusals.one(
          IssueCode.COUNTERPART_UNKNOWN,
          "receipt",
          "the node that signs is not known here",
          "take in its party's directory entry first");
    }
    Checked<Proving.Proven> proven =
        new Proving(station.seal(), station.counterparts()).ever(book, signed, sender.get());
    if (!(proven instanceof Checked.Sound<Proving.Proven>(Proving.Proven by, _))) {
      return Refusals.same(proven);
    }
    Checked<Receipt> read = ReceiptReader.read(by.content());
    return read instanceof Checked.Sound<Receipt>(Receipt receipt, _)
        ? keep(book, from, receipt, signed, station.now())
        : Refusals.same(read);
  }

  /// Keeps a receipt whose signature was checked.
  ///
  /// @param signed the receipt's signed bytes
  Checked<Digest> keep(Book book, NodeId from, Receipt receipt, Octets signed, Instant now) {
    if (!receipt.by().node().equals(from)) {
      return Refusals.one(
          IssueCode.RECEIPT_NOT_ADDRESSEES,
          "receipt",
          "it bears the signature of %s and says that it is %s's"
              .formatted(from, receipt.by().node()),
          "ask that node what it means");
    }
    Realm realm = receipt.realm();
    Optional<Outbox.Waiting> parcel = waiting(book, from, receipt);
    Ledger ledger = station.ledger(book, realm);
    Optional<Ledger.Opened> opened = ledger.conversationOf(receipt.statement());
    Checked<List<Event>> decided =
        opened.isPresent() && concernsStatement(book, from, receipt)
            ? decide(book, opened.get(), receipt, now)
            : new Checked.Sound<>(List.of(), List.of());
    if (decided instanceof Checked.Sound<List<Event>>(List<Event> events, _)) {
      opened.ifPresent(conversation -> ledger.keep(conversation, events));
      // It comes again where the other node asked for the slip again.
      boolean isNew = book.documents().find(signed.digest()).isEmpty();
      if (isNew && parcel.isPresent() || !events.isEmpty()) {
        note(book, receipt, signed, opened.isPresent(), now);
      }
      parcel
          .map(Outbox.Waiting::parcel)
          .ifPresent(done -> {
            files.note(book, done, way(receipt));
            if (receipt.kind() != Receipt.Kind.REFUSED) {
              twoWays.receipted(book, done, now);
            }
            book.outbox().done(done.parcel());
          });
    }
    return decided.map(_ -> receipt.statement());
  }

  private static AttachedFiles.Way way(Receipt receipt) {
    return receipt.kind() == Receipt.Kind.REFUSED
        ? AttachedFiles.Way.REFUSED
        : AttachedFiles.Way.THERE;
  }

  /// A node's receipt for a parcel speaks of the statement in it only where we sent that statement
  /// to that node under that slip. For a parcel that held a receipt of ours, such as a reminder, it
  /// says nothing about the statement itself.
  private boolean concernsStatement(Book book, NodeId from, Receipt receipt) {
    if (receipt.kind() != Receipt.Kind.DELIVERED && receipt.kind() != Receipt.Kind.REFUSED) {
      return true;
    }
    Slip.Journey ours = new Slip.Journey(station.node(), from, receipt.realm());
    return receipt
        .proof()
        .slip()
        .flatMap(book.documents()::find)
        .flatMap(TakeReceipt::slip)
        .filter(slip -> slip.journey().equals(ours) && slip.kind() == Enclosed.STATEMENT)
        .flatMap(slip -> book.documents().find(slip.enclosed()))
        .map(signed -> station.seal().claimed(signed).orThrow().digest())
        .filter(receipt.statement()::equals)
        .isPresent();
  }

  private static Optional<Slip> slip(Octets bytes) {
    return SlipReader.read(bytes) instanceof Checked.Sound<Slip>(Slip slip, _)
        ? Optional.of(slip)
        : Optional.empty();
  }

  /// A node's receipt speaks for all of its offices that the statement is for; a person's act for
  /// that person's office alone.
  private Checked<List<Event>> decide(
      Book book, Ledger.Opened opened, Receipt receipt, Instant now) {
    List<Event> all = new ArrayList<>();
    List<Issue> notes = new ArrayList<>();
    for (OfficeId office : offices(book, opened, receipt)) {
      Receipt each =
          new Receipt(
              receipt.kind(),
              receipt.statement(),
              receipt.realm(),
              new Receipt.Speaker(receipt.by().node(), office),
              receipt.at(),
              receipt.proof(),
              receipt.words());
      Checked<List<Event>> decided =
          station
              .exchange()
              .decide(opened.state(), new Command.TakeReceipt(each, receipt.by().node()), now);
      if (!(decided instanceof Checked.Sound<List<Event>>(List<Event> events, var more))) {
        return decided;
      }
      all.addAll(events);
      notes.addAll(more);
    }
    return new Checked.Sound<>(List.copyOf(all), List.copyOf(notes));
  }

  private List<OfficeId> offices(Book book, Ledger.Opened opened, Receipt receipt) {
    OfficeId speaker = receipt.by().office();
    if (receipt.kind() != Receipt.Kind.DELIVERED && receipt.kind() != Receipt.Kind.REFUSED) {
      return List.of(speaker);
    }
    NodeId node = receipt.by().node();
    List<OfficeId> served =
        opened.state().find(receipt.statement()).stream()
            .flatMap(dossier -> dossier.outline().route().recipients().stream())
            .filter(office ->
                station.counterparts().nodeOf(book, office).filter(node::equals).isPresent())
            .toList();
    return served.isEmpty() ? List.of(speaker) : served;
  }

  private static Optional<Outbox.Waiting> waiting(Book book, NodeId from, Receipt receipt) {
    return receipt
        .proof()
        .slip()
        .flatMap(slip ->
            book.outbox().waitingFor(from).stream()
                .filter(waiting -> waiting.parcel().slip().equals(slip))
                .findFirst());
  }

  private void note(Book book, Receipt receipt, Octets signed, boolean known, Instant now) {
    Realm realm = receipt.realm();
    Digest document = book.documents().keep(signed);
    Journal.Logged logged =
        station
            .journal(book)
            .add(EntryKind.RECEIPT_TAKEN, realm, now, document, receipt.statement());
    if (known) {
      station
          .trail(book, realm)
          .add(receipt.statement(), new Trail.Piece(Trail.Kind.RECEIPT, document, logged.index()));
    }
  }
}
