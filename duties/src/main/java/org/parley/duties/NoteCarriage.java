package org.parley.duties;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.exchange.ledger.Command;
import org.parley.core.exchange.ledger.Event;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.attachment.AttachedFiles;
import org.parley.duties.attachment.CarryFiles;
import org.parley.duties.port.Book;
import org.parley.duties.port.Courier;
import org.parley.duties.port.Outbox;
import org.parley.duties.post.Packing;
import org.parley.duties.post.TwoWays;
import org.parley.duties.record.Ledger;
import org.parley.formats.exchange.ReceiptReader;

/// Notes what became of a parcel on its way: left with a carrier, or given up.
final class NoteCarriage {

  private final Station station;
  private final Packing packing;

  NoteCarriage(Station station) {
    this.station = station;
    this.packing = new Packing(station.node(), station.seal(), station.counterparts());
  }

  /// A carrier has it. A receipt for a parcel needs no more than that: if it is lost, the other
  /// node asks again.
  void inCustody(
      Outbox.Waiting waiting, Courier.Grade grade, Optional<Octets> custody, Instant next) {
    station
        .books()
        .change(book -> {
          Outbox.Parcel parcel = waiting.parcel();
          String how = grade.name().toLowerCase(Locale.ROOT);
          if (isReceiptForParcel(book, parcel)) {
            book.outbox().done(parcel.parcel());
          } else {
            book.outbox().tried(parcel.parcel(), next, "left with a carrier: " + how);
          }
          custody.ifPresent(word -> book.documents().keep(word));
          onStatement(
              book, parcel, office -> statement -> new Command.NoteCarried(statement, office, how));
          return parcel;
        });
  }

  void givenUp(Outbox.Waiting waiting, String reason) {
    station
        .books()
        .change(book -> {
          Outbox.Parcel parcel = waiting.parcel();
          new CarryFiles(packing, station.seal()).note(book, parcel, AttachedFiles.Way.GIVEN_UP);
          book.outbox().done(parcel.parcel());
          if (!new TwoWays(packing).isSecond(book, parcel)) {
            onStatement(
                book, parcel, office -> statement -> new Command.GiveUp(statement, office, reason));
          }
          return parcel;
        });
  }

  private void onStatement(
      Book book, Outbox.Parcel parcel, Function<OfficeId, Function<Digest, Command>> command) {
    Optional<Digest> statement =
        packing.enclosed(book, parcel, Enclosed.STATEMENT).map(Octets::digest);
    Ledger ledger = station.ledger(book, parcel.realm());
    Optional<Ledger.Opened> opened = statement.flatMap(ledger::conversationOf);
    if (opened.isEmpty()) {
      return;
    }
    Instant now = station.now();
    for (OfficeId office : offices(book, opened.get(), statement.get(), parcel.to())) {
      Checked<List<Event>> decided =
          station
              .exchange()
              .decide(
                  ledger.open(opened.get().state().id()).state(),
                  command.apply(office).apply(statement.get()),
                  now);
      if (decided instanceof Checked.Sound<List<Event>>(List<Event> events, _)) {
        ledger.keep(ledger.open(opened.get().state().id()), events);
      }
    }
  }

  private List<OfficeId> offices(Book book, Ledger.Opened opened, Digest statement, NodeId node) {
    return opened.state().find(statement).stream()
        .flatMap(dossier -> dossier.outline().route().recipients().stream())
        .filter(office -> isServed(book, office, node))
        .toList();
  }

  /// A removed node serves no office any more; what was on its way went to those of its party.
  private boolean isServed(Book book, OfficeId office, NodeId node) {
    Optional<NodeId> now = station.counterparts().nodeOf(book, office);
    return now.isPresent()
        ? now.get().equals(node)
        : office.party().equals(node.party()) && station.counterparts().isOut(book, node);
  }

  private boolean isReceiptForParcel(Book book, Outbox.Parcel parcel) {
    return packing
        .enclosed(book, parcel, Enclosed.RECEIPT)
        .map(bytes -> ReceiptReader.read(bytes).orThrow().kind())
        .filter(kind -> kind == Receipt.Kind.DELIVERED || kind == Receipt.Kind.REFUSED)
        .isPresent();
  }
}
