package org.parley.duties;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.parley.core.directory.NodeId;
import org.parley.core.exchange.carriage.OutsideReply;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.exchange.ledger.Command;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.exchange.ledger.Event;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.issue.Checked;
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.record.Journal;
import org.parley.duties.record.Ledger;
import org.parley.duties.record.Trail;
import org.parley.formats.exchange.ConversationEvents;
import org.parley.formats.exchange.ReceiptWriter;

/// What a person of an office does with a statement: opens it, acknowledges it, passes it on,
/// declines it, asks a recipient again, or takes down what one said outside the network. Each act
/// but the last goes to the other side as a signed receipt.
public final class ActOnStatement {

  private final Station station;
  private final SendReceipt sendReceipt;

  public ActOnStatement(Station station) {
    this.station = station;
    this.sendReceipt = new SendReceipt(station);
  }

  public Checked<Digest> open(Realm realm, Digest statement, Hand by) {
    return decide(realm, statement, new Command.Open(statement, by));
  }

  /// Without prejudice: the office takes note, and agrees to nothing.
  public Checked<Digest> acknowledge(
      Realm realm, Digest statement, Hand by, Optional<String> words) {
    return decide(realm, statement, new Command.Acknowledge(statement, by, words));
  }

  public Checked<Digest> passOn(Realm realm, Digest statement, Hand by, Command.Level to) {
    return decide(realm, statement, new Command.PassOn(statement, by, to));
  }

  public Checked<Digest> decline(Realm realm, Digest statement, Hand by, Optional<String> words) {
    return decide(realm, statement, new Command.Decline(statement, by, words));
  }

  public Checked<Digest> remind(Realm realm, Command.Remind command) {
    return decide(realm, command.statement(), command);
  }

  public Checked<Digest> turnTo(Realm realm, Command.TurnTo command) {
    return decide(realm, command.statement(), command);
  }

  /// Takes down that a recipient acknowledged outside the network, and keeps a mail as it came.
  ///
  /// @param mail the whole mail, where one came
  public Checked<Digest> takeDown(Realm realm, Command.TakeDown command, Optional<Octets> mail) {
    if (!command
        .reply()
        .letter()
        .map(OutsideReply.Letter::bytes)
        .equals(mail.map(Octets::digest))) {
      throw new IllegalArgumentException("what is kept is the mail that was checked");
    }
    return station
        .books()
        .change(book ->
            decide(book, realm, command.statement(), command)
                .map(statement -> {
                  mail.ifPresent(book.documents()::keep);
                  return statement;
                }));
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
    Instant now = station.now();
    Checked<List<Event>> decided = station.exchange().decide(opened.get().state(), command, now);
    if (!(decided instanceof Checked.Sound<List<Event>>(List<Event> events, _))
        || events.isEmpty()) {
      return decided.map(_ -> statement);
    }
    ledger.keep(opened.get(), events);
    Dossier dossier = opened.get().state().find(statement).orElseThrow();
    for (Event event : events) {
      tell(book, realm, dossier, event, now);
    }
    return decided.map(_ -> statement);
  }

  private void tell(Book book, Realm realm, Dossier dossier, Event event, Instant now) {
    if (event instanceof Event.Noted noted) {
      give(book, realm, dossier, noted.kind(), noted.by(), noted.words(), now)
          .accept(dossier.outline().route().node());
    } else if (event instanceof Event.Reminded reminded) {
      station
          .counterparts()
          .nodeOf(book, reminded.recipient())
          .ifPresent(
              give(
                  book,
                  realm,
                  dossier,
                  Receipt.Kind.REMINDER,
                  reminded.by(),
                  Optional.empty(),
                  now));
    } else if (event instanceof Event.TakenDown taken) {
      Digest recorded = ConversationEvents.write(taken).digest();
      Digest evidence = taken.reply().letter().map(OutsideReply.Letter::bytes).orElse(recorded);
      station.journal(book).add(EntryKind.ACT, realm, now, evidence, taken.statement());
    }
  }

  /// Signs and keeps a receipt, and gives what sends it to a node.
  private Consumer<NodeId> give(
      Book book,
      Realm realm,
      Dossier dossier,
      Receipt.Kind kind,
      Hand by,
      Optional<String> words,
      Instant now) {
    Digest statement = dossier.digest();
    Receipt receipt =
        new Receipt(
            kind,
            statement,
            realm,
            new Receipt.Speaker(station.node(), by.office()),
            now,
            Receipt.Proof.NONE,
            words);
    Octets signed = station.seal().sign(ReceiptWriter.write(receipt));
    Digest document = book.documents().keep(signed);
    Journal.Logged logged =
        station.journal(book).add(EntryKind.ACT, realm, now, document, statement);
    station
        .trail(book, realm)
        .add(statement, new Trail.Piece(Trail.Kind.RECEIPT, document, logged.index()));
    return node -> {
      // An office of this same node sees it in the ledger.
      if (!node.equals(station.node())) {
        sendReceipt.asParcel(book, node, realm, signed, now);
      }
    };
  }
}
