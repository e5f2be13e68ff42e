package org.parley.duties;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ItemHashes;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.exchange.ledger.Command;
import org.parley.core.exchange.ledger.Event;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.attachment.CarryFiles;
import org.parley.duties.port.Book;
import org.parley.duties.post.Counterpart;
import org.parley.duties.post.Packing;
import org.parley.duties.record.Journal;
import org.parley.duties.record.Ledger;
import org.parley.duties.record.Trail;
import org.parley.formats.exchange.StatementReader;

/// Sends a cleared statement: signs its exact bytes once, and puts a parcel for each destination
/// into the outbox, all in one change. Where one recipient cannot be reached securely, nothing goes
/// to anybody, and all such recipients are named.
public final class DispatchStatement {

  private final Station station;
  private final Packing packing;

  public DispatchStatement(Station station) {
    this.station = station;
    this.packing = new Packing(station.node(), station.seal(), station.counterparts());
  }

  public Checked<Digest> run(Realm realm, Digest statement) {
    return station.books().change(book -> dispatch(book, realm, statement));
  }

  /// Inside a change that is open already.
  Checked<Digest> dispatch(Book book, Realm realm, Digest digest) {
    Ledger ledger = station.ledger(book, realm);
    Optional<Ledger.Opened> opened = ledger.conversationOf(digest);
    Optional<Octets> bytes = book.documents().find(digest);
    if (opened.isEmpty() || bytes.isEmpty()) {
      return Refusals.noSuchStatement(digest);
    }
    Instant now = station.now();
    Checked<List<Event>> decided =
        station.exchange().decide(opened.get().state(), new Command.Dispatch(digest), now);
    if (!(decided instanceof Checked.Sound<List<Event>>(List<Event> events, _))
        || events.isEmpty()) {
      return decided.map(_ -> digest);
    }
    Statement statement = StatementReader.read(bytes.get()).orThrow();
    if (!statement.route().certificates().equals(station.seal().certificates().fingerprint())) {
      return Refusals.one(
          IssueCode.CERTIFICATES_OTHER,
          "statement " + digest.brief(),
          "it was written before this node renewed its certificates, and names the earlier ones",
          "withdraw it and write it again: the recipients would refuse it");
    }
    Checked<List<Counterpart>> destinations = destinations(book, statement, now);
    if (!(destinations instanceof Checked.Sound<List<Counterpart>>(List<Counterpart> to, _))) {
      return Refusals.same(destinations);
    }
    ledger.keep(opened.get(), events);
    send(book, statement, bytes.get(), to, now);
    return new Checked.Sound<>(digest, List.of());
  }

  private void send(
      Book book, Statement statement, Octets bytes, List<Counterpart> destinations, Instant now) {
    Realm realm = statement.realm();
    Octets signed = station.seal().sign(bytes);
    Digest document = book.documents().keep(signed);
    Journal journal = station.journal(book);
    Trail trail = station.trail(book, realm);
    Digest name = bytes.digest();
    Digest items = ItemHashes.of(statement).root();
    Journal.Logged logged =
        journal.add(EntryKind.STATEMENT_SENT, realm, now, name, items, document);
    trail.add(name, new Trail.Piece(Trail.Kind.SIGNED, document, logged.index()));
    for (Counterpart to : destinations) {
      Packing.Packed packed = packing.pack(book, to, realm, Enclosed.STATEMENT, signed, now);
      Journal.Logged slip =
          journal.add(EntryKind.SLIP_SENT, realm, now, packed.slip(), packed.signedSlip().digest());
      trail.add(name, new Trail.Piece(Trail.Kind.SLIP, packed.signedSlip().digest(), slip.index()));
    }
    new CarryFiles(packing, station.seal()).send(book, statement, name, destinations, now);
  }

  /// The nodes of all recipients but our own, each once.
  private Checked<List<Counterpart>> destinations(Book book, Statement statement, Instant now) {
    List<Issue> issues = new ArrayList<>();
    SequencedSet<NodeId> nodes = new LinkedHashSet<>();
    for (OfficeId office : statement.route().recipients()) {
      if (station.seat().offices().contains(office)) {
        continue;
      }
      Optional<NodeId> node = station.counterparts().nodeOf(book, office);
      node.ifPresentOrElse(
          nodes::add,
          () ->
              issues.add(
                  new Issue(
                      IssueCode.OFFICE_WITHOUT_NODE,
                      Place.of(office.toString()),
                      "no node is known that receives for this office",
                      Optional.of("take in its party's directory entry first"))));
    }
    List<Counterpart> reachable = new ArrayList<>();
    for (NodeId node : nodes) {
      switch (packing.reachable(book, node, now)) {
        case Checked.Sound<Counterpart>(Counterpart counterpart, _) -> reachable.add(counterpart);
        case Checked.Refused<Counterpart>(List<Issue> reasons) -> issues.addAll(reasons);
      }
    }
    return issues.isEmpty()
        ? new Checked.Sound<>(List.copyOf(reachable), List.of())
        : new Checked.Refused<>(List.copyOf(issues));
  }
}
