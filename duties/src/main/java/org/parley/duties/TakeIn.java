package org.parley.duties;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ItemHashes;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.carriage.Receipt;
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
import org.parley.duties.attachment.TakeFile;
import org.parley.duties.contacts.TakeSheets;
import org.parley.duties.directory.DirectoryBook;
import org.parley.duties.directory.TakeEntry;
import org.parley.duties.network.TakeNews;
import org.parley.duties.port.Book;
import org.parley.duties.post.Unpacking.Unpacked;
import org.parley.duties.record.Journal;
import org.parley.duties.record.Ledger;
import org.parley.duties.record.Trail;
import org.parley.duties.witness.SendAgain;
import org.parley.duties.witness.TakeGossip;
import org.parley.formats.exchange.ReceiptReader;
import org.parley.formats.exchange.ReceiptWriter;
import org.parley.formats.exchange.StatementReader;

/// Keeps what a parcel held, whose sender is proven, and makes the receipt for it. What cannot be
/// kept is receipted as refused, with the reason, so that its sender need not try again.
final class TakeIn {

  private final Station station;
  private final TakeReceipt takeReceipt;
  private final Optional<TakeEntry> takeEntry;
  private final Optional<TakeNews> takeNews;
  private final Optional<TakeSheets> takeSheets;
  private final Optional<TakeGossip> takeGossip;
  private final SendAgain sendAgain;

  TakeIn(Station station, Optional<TakeGossip> takeGossip) {
    this.station = station;
    this.takeGossip = takeGossip;
    this.sendAgain = new SendAgain(station);
    this.takeReceipt = new TakeReceipt(station);
    // A station whose counterparts are not kept in the books takes in no entries.
    Optional<DirectoryBook> directory =
        station.counterparts() instanceof DirectoryBook book ? Optional.of(book) : Optional.empty();
    this.takeEntry = directory.map(book -> new TakeEntry(book, station.seal()));
    this.takeSheets = directory.map(book -> new TakeSheets(book, station.seal()));
    this.takeNews = directory.map(book -> new TakeNews(station.node(), book, station.seal()));
  }

  /// @param receipt signed
  /// @param wantsReceipt whether the sender waits for the receipt; not where this was a receipt for
  ///   a parcel itself, or each would call forth another without end
  /// @param notes what was odd about it
  record Taken(Octets receipt, boolean wantsReceipt, List<Issue> notes) {}

  Taken run(Book book, Unpacked in, Instant now) {
    return switch (in.slip().kind()) {
      case STATEMENT -> statement(book, in, now);
      case RECEIPT -> receipt(book, in, now);
      case DIRECTORY_ENTRY -> entry(book, in, now);
      case CHECKPOINT -> gossip(book, in, gossip -> gossip.checkpoint(book, in, now), now);
      case COSIGNATURE -> gossip(book, in, gossip -> gossip.cosignature(book, in, now), now);
      case RESEND_REQUEST -> plain(book, in, sendAgain.take(book, in, now), now);
      case ROSTER_ENTRY -> roster(book, in, now);
      case CONTACT_SHEET -> sheets(book, in, now);
      case ATTACHMENT -> plain(book, in, TakeFile.take(book, in, now), now);
    };
  }

  /// Whether something must come before this can be taken in; it is then left with its sender, who
  /// tries again.
  Optional<Issue> waitsFor(Book book, Unpacked in) {
    return switch (in.slip().kind()) {
      case ROSTER_ENTRY ->
          takeNews.flatMap(taker -> taker.gap(book, in.slip().journey().realm(), in.content()));
      case CONTACT_SHEET ->
          takeSheets.flatMap(taker -> taker.gap(book, in.slip().journey().realm()));
      case ATTACHMENT -> TakeFile.gap(book, in);
      case STATEMENT, RECEIPT, CHECKPOINT, COSIGNATURE, RESEND_REQUEST, DIRECTORY_ENTRY ->
          Optional.empty();
    };
  }

  private Taken roster(Book book, Unpacked in, Instant now) {
    return takeNews
        .map(taker -> plain(book, in, taker.take(book, in, now), now))
        .orElseGet(() -> unknown(book, in, now));
  }

  private Taken sheets(Book book, Unpacked in, Instant now) {
    return takeSheets
        .map(taker -> plain(book, in, taker.take(book, in, now), now))
        .orElseGet(() -> unknown(book, in, now));
  }

  private Taken unknown(Book book, Unpacked in, Instant now) {
    Issue issue =
        new Issue(
            IssueCode.ENCLOSED_UNKNOWN,
            Place.of("parcel"),
            "this node does not take in " + in.slip().kind().word(),
            Optional.empty());
    return refused(book, in, in.content().digest(), List.of(issue), now);
  }

  private Taken gossip(
      Book book, Unpacked in, Function<TakeGossip, Checked<Digest>> take, Instant now) {
    return takeGossip
        .map(taker -> plain(book, in, take.apply(taker), now))
        .orElseGet(() -> unknown(book, in, now));
  }

  /// What changes no conversation.
  private Taken plain(Book book, Unpacked in, Checked<Digest> taken, Instant now) {
    Digest digest = in.content().digest();
    return taken instanceof Checked.Sound<Digest>
        ? delivered(book, in, digest, station.journal(book).last(), now, taken.issues())
        : refused(book, in, digest, taken.issues(), now);
  }

  /// Takes in an entry that its party's present certificates have signed, whoever brings it;
  /// whether there is anything new in it.
  boolean introduces(Book book, Octets signed, Instant now) {
    return takeEntry.map(taker -> taker.follows(book, signed, now)).orElse(false);
  }

  private Taken entry(Book book, Unpacked in, Instant now) {
    if (takeEntry.isEmpty()) {
      return unknown(book, in, now);
    }
    return plain(
        book,
        in,
        takeEntry
            .get()
            .take(
                book,
                in.parcel().enclosed(),
                new TakeEntry.Grounds.OwnWord(Optional.of(in.sender().node())),
                now)
            .map(_ -> in.content().digest()),
        now);
  }

  private Taken statement(Book book, Unpacked in, Instant now) {
    Octets bytes = in.content();
    Digest digest = bytes.digest();
    Checked<Statement> read = StatementReader.read(bytes);
    if (!(read instanceof Checked.Sound<Statement>(Statement statement, _))) {
      return refused(book, in, digest, read.issues(), now);
    }
    List<Issue> faults = new ArrayList<>(strangers(in, statement));
    if (!faults.isEmpty()) {
      return refused(book, in, digest, faults, now);
    }
    Realm realm = statement.realm();
    Ledger ledger = station.ledger(book, realm);
    Ledger.Opened opened = ledger.open(statement.heading().conversation());
    OfficeId from = statement.from();
    Optional<Digest> elsewhere =
        ledger.seenUnder(from, statement.heading().number()).filter(seen -> !seen.equals(digest));
    Checked<List<Event>> decided =
        station
            .exchange()
            .decide(
                opened.state(),
                new Command.TakeIn(statement, digest, in.sender().node(), elsewhere),
                now);
    if (!(decided instanceof Checked.Sound<List<Event>>(List<Event> events, List<Issue> notes))) {
      return refused(book, in, digest, decided.issues(), now);
    }
    if (!events.isEmpty()) {
      book.documents().keep(bytes);
    }
    ledger.keep(opened, events);
    ledger.noteSeen(from, statement.heading().number(), digest);
    // The same statement under another slip: it is here, and stands in the record once.
    Journal.Logged logged =
        events.isEmpty() ? station.journal(book).last() : keep(book, in, statement, events, now);
    return delivered(book, in, digest, logged, now, notes);
  }

  /// The signed bytes must say themselves by which certificates and in which realm they speak.
  private static List<Issue> strangers(Unpacked in, Statement statement) {
    List<Issue> faults = new ArrayList<>();
    if (!statement.route().certificates().equals(in.sender().certificates().fingerprint())) {
      faults.add(
          new Issue(
              IssueCode.CERTIFICATES_OTHER,
              Place.of("statement"),
              "it names other certificates than those it is signed with",
              Optional.empty()));
    }
    if (!statement.realm().equals(in.slip().journey().realm())) {
      faults.add(
          new Issue(
              IssueCode.REALM_MIXED,
              Place.of("statement"),
              "the slip is of realm %s, the statement of realm %s"
                  .formatted(in.slip().journey().realm().word(), statement.realm().word()),
              Optional.empty()));
    }
    return faults;
  }

  private Journal.Logged keep(
      Book book, Unpacked in, Statement statement, List<Event> events, Instant now) {
    Realm realm = statement.realm();
    Digest digest = in.content().digest();
    Journal journal = station.journal(book);
    Trail trail = station.trail(book, realm);
    Digest document = book.documents().keep(in.parcel().enclosed());
    trail.begin(digest, statement.heading().conversation());
    for (Event event : events) {
      if (event instanceof Event.SaidTwice(Digest first, Digest second, _)) {
        journal.add(EntryKind.EQUIVOCATION, realm, now, first, second);
      }
    }
    Digest items = ItemHashes.of(statement).root();
    Journal.Logged logged =
        journal.add(EntryKind.STATEMENT_RECEIVED, realm, now, digest, items, document);
    trail.add(digest, new Trail.Piece(Trail.Kind.SIGNED, document, logged.index()));
    trail.add(
        digest, new Trail.Piece(Trail.Kind.SLIP, in.parcel().slip().digest(), logged.index()));
    return logged;
  }

  private Taken receipt(Book book, Unpacked in, Instant now) {
    Checked<Receipt> read = ReceiptReader.read(in.content());
    if (!(read instanceof Checked.Sound<Receipt>(Receipt receipt, _))) {
      return refused(book, in, in.content().digest(), read.issues(), now);
    }
    Checked<Digest> taken =
        takeReceipt.keep(book, in.sender().node(), receipt, in.parcel().enclosed(), now);
    if (taken instanceof Checked.Refused<Digest>(List<Issue> reasons)) {
      return refused(book, in, receipt.statement(), reasons, now);
    }
    Taken delivered =
        delivered(book, in, receipt.statement(), station.journal(book).last(), now, taken.issues());
    return new Taken(delivered.receipt(), !isForParcel(receipt), delivered.notes());
  }

  private static boolean isForParcel(Receipt receipt) {
    return receipt.kind() == Receipt.Kind.DELIVERED || receipt.kind() == Receipt.Kind.REFUSED;
  }

  private Taken delivered(
      Book book,
      Unpacked in,
      Digest statement,
      Journal.Logged logged,
      Instant now,
      List<Issue> notes) {
    Receipt.Proof proof =
        new Receipt.Proof(
            Optional.of(in.slipBytes().digest()),
            Optional.of(new Receipt.Logged(logged.size(), logged.root())));
    Octets signed = give(book, in, statement, Receipt.Kind.DELIVERED, proof, Optional.empty(), now);
    return new Taken(signed, true, notes);
  }

  private Taken refused(
      Book book, Unpacked in, Digest statement, List<Issue> reasons, Instant now) {
    Realm realm = in.slip().journey().realm();
    station.journal(book).add(EntryKind.REFUSAL, realm, now, statement, in.slipBytes().digest());
    String words =
        reasons.stream()
            .filter(Issue::isError)
            .map(issue -> issue.code().label() + " " + issue.message())
            .collect(Collectors.joining("; "));
    Receipt.Proof proof = new Receipt.Proof(Optional.of(in.slipBytes().digest()), Optional.empty());
    Octets signed =
        give(book, in, statement, Receipt.Kind.REFUSED, proof, Optional.of(shortened(words)), now);
    return new Taken(signed, true, reasons);
  }

  private static String shortened(String words) {
    return words.length() <= 500 ? words : words.substring(0, 500);
  }

  private Octets give(
      Book book,
      Unpacked in,
      Digest statement,
      Receipt.Kind kind,
      Receipt.Proof proof,
      Optional<String> words,
      Instant now) {
    Realm realm = in.slip().journey().realm();
    Receipt.Speaker speaker = new Receipt.Speaker(station.node(), speaks(book, realm, statement));
    Receipt receipt = new Receipt(kind, statement, realm, speaker, now, proof, words);
    Octets signed = station.seal().sign(ReceiptWriter.write(receipt));
    Digest document = book.documents().keep(signed);
    Journal.Logged logged =
        station.journal(book).add(EntryKind.RECEIPT_GIVEN, realm, now, document, statement);
    if (station.trail(book, realm).conversation(statement).isPresent()) {
      station
          .trail(book, realm)
          .add(statement, new Trail.Piece(Trail.Kind.RECEIPT, document, logged.index()));
    }
    return signed;
  }

  /// The office of ours that the statement is for, the first where there are several; the node
  /// speaks for all of them.
  private OfficeId speaks(Book book, Realm realm, Digest statement) {
    return station
        .ledger(book, realm)
        .conversationOf(statement)
        .flatMap(opened -> opened.state().find(statement))
        .flatMap(dossier ->
            dossier.outline().route().recipients().stream()
                .filter(station.seat().offices()::contains)
                .findFirst())
        .orElseGet(() -> station.seat().offices().stream().sorted().findFirst().orElseThrow());
  }
}
