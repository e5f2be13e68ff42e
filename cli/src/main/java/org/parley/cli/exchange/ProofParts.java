package org.parley.cli.exchange;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.parley.core.directory.NodeId;
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
import org.parley.duties.post.Counterpart;
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

  Side here() {
    NodeId node = home.settings().node();
    SigningCertificates certificates = home.station().seal().certificates();
    NoteKey key = LogKeys.log(node, home.log().publicKey());
    return new Side(
        node,
        certificates,
        Optional.of(new Side.LogHead(key, checkpoint, stamps())),
        directory(node, certificates, true));
  }

  private List<Side.Stamp> stamps() {
    return new Heads(book)
        .stamps(checkpoint).stream()
            .map(stamped -> new Side.Stamp(stamped.token(), stamped.authority()))
            .toList();
  }

  /// The other side gives no log to us, only what it signs.
  Side there(Counterpart other) {
    return new Side(
        other.node(),
        other.certificates(),
        Optional.empty(),
        directory(other.node(), other.certificates(), false));
  }

  /// The entry that names a side's certificates, where those have signed it.
  private Optional<LoggedDocument> directory(
      NodeId node, SigningCertificates certificates, boolean placed) {
    Optional<Long> index = entry(book, home.directory().standing(book, node.party()));
    return index
        .map(at -> JournalEntry.read(book.log().entry(at)).orThrow().digests().getLast())
        .flatMap(book.documents()::find)
        .filter(signed ->
            home.station().seal().verify(signed, certificates) instanceof Checked.Sound<?>)
        .map(signed -> new LoggedDocument(signed, index.filter(_ -> placed).map(this::place)));
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
