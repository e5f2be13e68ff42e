package org.parley.cli.exchange.proof;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.directory.Standing;
import org.parley.core.issue.Checked;
import org.parley.core.journal.Checkpoint;
import org.parley.core.journal.EntryKind;
import org.parley.core.journal.JournalEntry;
import org.parley.core.journal.MerkleTree;
import org.parley.core.journal.NoteKey;
import org.parley.core.journal.SignedNote;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Book;
import org.parley.duties.port.LogSeal;
import org.parley.duties.record.Journal;
import org.parley.duties.record.Trail;
import org.parley.duties.witness.Heads;
import org.parley.duties.witness.LogKeys;
import org.parley.exchange.NodeHome;
import org.parley.seal.proof.LoggedDocument;
import org.parley.seal.proof.Side;

/// What our books give to a proof of exchange: documents with their places under one checkpoint of
/// our log, who has witnessed it, and the directory entries of both sides.
///
/// @param checkpoint the one with the most cosignatures among those that reach far enough, and
///   among several such the one with the most time stamps; where there is none, one made now, which
///   nobody has witnessed
/// @param witnesses whose cosignatures stand under it
record ProofParts(NodeHome home, Book book, SignedNote checkpoint, List<NoteKey> witnesses) {

  /// @param index the place in our journal that the checkpoint must cover, counted from 0
  static ProofParts reaching(NodeHome home, Book book, long index) {
    long entry =
        entry(book, home.directory().standing(book, home.settings().node().party())).orElse(0L);
    long size = Math.max(index, entry) + 1;
    SignedNote best =
        new Heads(book)
            .own().stream()
                .filter(note -> Checkpoint.read(note).orThrow().size() >= size)
                .max(
                    Comparator.<SignedNote>comparingInt(note -> witnesses(home, book, note).size())
                        .thenComparingInt(note -> new Heads(book).stamps(note).size()))
                .orElseGet(() -> now(home, book));
    return new ProofParts(home, book, best, witnesses(home, book, best));
  }

  private static SignedNote now(NodeHome home, Book book) {
    LogSeal log = home.log();
    NoteKey key = LogKeys.log(home.settings().node(), log.publicKey());
    MerkleTree tree = new Journal(book).tree();
    return new Checkpoint(key.name(), tree.size(), tree.root()).signed(key, log);
  }

  private static List<NoteKey> witnesses(NodeHome home, Book book, SignedNote note) {
    return home.directory().nodes(book).stream()
        .filter(node -> !node.equals(home.settings().node()))
        .flatMap(node ->
            home.directory().logKey(book, node).stream().map(key -> LogKeys.witness(node, key)))
        .filter(key -> note.seenBy(key, home.log()).isPresent())
        .toList();
  }

  /// A signed document, with its place in our journal where our journal is the one that counts.
  LoggedDocument document(Trail.Piece piece, boolean placed) {
    Octets signed = book.documents().find(piece.document()).orElseThrow();
    return new LoggedDocument(
        signed, placed ? Optional.of(place(piece.index())) : Optional.empty());
  }

  private LoggedDocument.Place place(long index) {
    Journal journal = new Journal(book);
    long size = Checkpoint.read(checkpoint).orThrow().size();
    return new LoggedDocument.Place(journal.entry(index), journal.tree(size).inclusion(index));
  }

  /// A side by the certificates with which it has signed a document: those that its party names
  /// now, or named then.
  Side side(NodeId node, Trail.Piece piece) {
    return side(node, signer(node, piece));
  }

  /// Receipts by the side that has signed them, by its newest certificates first.
  Map<Side, List<Trail.Piece>> bySide(NodeId node, List<Trail.Piece> receipts) {
    Map<SigningCertificates, List<Trail.Piece>> signed =
        receipts.stream().collect(Collectors.groupingBy(piece -> signer(node, piece)));
    Map<Side, List<Trail.Piece>> sides = new LinkedHashMap<>();
    certificates(node).stream()
        .filter(signed::containsKey)
        .forEach(each -> sides.put(side(node, each), signed.get(each)));
    return sides;
  }

  private SigningCertificates signer(NodeId node, Trail.Piece piece) {
    Octets signed = book.documents().find(piece.document()).orElseThrow();
    List<SigningCertificates> all = certificates(node);
    return all.stream()
        .filter(each -> home.station().seal().verify(signed, each) instanceof Checked.Sound<?>)
        .findFirst()
        .orElse(all.getFirst());
  }

  /// All that a node's party has named for it, the newest first.
  private List<SigningCertificates> certificates(NodeId node) {
    return entries(node).stream()
        .flatMap(standing -> standing.entry().node(node).stream())
        .map(NodeRecord::signing)
        .distinct()
        .toList();
  }

  private List<Standing> entries(NodeId node) {
    return Stream.concat(
            home.directory().standing(book, node.party()).stream(),
            home.directory().renewals(book, node.party()).reversed().stream())
        .toList();
  }

  /// The other side gives no log to us, only what it signs.
  private Side side(NodeId node, SigningCertificates certificates) {
    boolean ours = node.equals(home.settings().node());
    NoteKey key = LogKeys.log(home.settings().node(), home.log().publicKey());
    return new Side(
        node,
        certificates,
        ours ? Optional.of(new Side.LogHead(key, checkpoint, stamps())) : Optional.empty(),
        directory(node, certificates, ours));
  }

  private List<Side.Stamp> stamps() {
    return new Heads(book)
        .stamps(checkpoint).stream()
            .map(stamped -> new Side.Stamp(stamped.token(), stamped.authority()))
            .toList();
  }

  /// The entry that names a side's certificates, where those have signed it.
  private Optional<LoggedDocument> directory(
      NodeId node, SigningCertificates certificates, boolean placed) {
    return entries(node).stream()
        .filter(standing ->
            standing.entry().node(node).map(NodeRecord::signing).equals(Optional.of(certificates)))
        .flatMap(standing -> entry(book, Optional.of(standing)).stream())
        .flatMap(index ->
            signed(index)
                .filter(each ->
                    home.station().seal().verify(each, certificates) instanceof Checked.Sound<?>)
                .map(each ->
                    new LoggedDocument(each, placed ? Optional.of(place(index)) : Optional.empty()))
                .stream())
        .findFirst();
  }

  private Optional<Octets> signed(long index) {
    return book.documents()
        .find(JournalEntry.read(book.log().entry(index)).orThrow().digests().getLast());
  }

  /// Where our journal took a directory entry in, the newest first.
  private static Optional<Long> entry(Book book, Optional<Standing> standing) {
    return standing.flatMap(found ->
        LongStream.range(0, book.log().size())
            .map(index -> book.log().size() - 1 - index)
            .filter(index -> {
              JournalEntry entry = JournalEntry.read(book.log().entry(index)).orThrow();
              return entry.kind() == EntryKind.DIRECTORY_ENTRY
                  && entry.digests().getFirst().equals(found.digest());
            })
            .boxed()
            .findFirst());
  }
}
