package org.parley.duties.witness;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.NodeId;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.issue.Checked;
import org.parley.core.journal.Checkpoint;
import org.parley.core.journal.CheckpointOffer;
import org.parley.core.journal.EntryKind;
import org.parley.core.journal.JournalEntry;
import org.parley.core.journal.MerkleTree;
import org.parley.core.journal.NoteKey;
import org.parley.core.journal.SignedNote;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.Station;
import org.parley.duties.port.Book;
import org.parley.duties.port.LogSeal;
import org.parley.duties.post.Counterpart;
import org.parley.duties.post.Packing;
import org.parley.duties.record.Journal;
import org.parley.formats.exchange.CheckpointBytes;

/// States how our log stands and shows it to every node, where something was said or done since the
/// last time; and shows the last one again where others' logs have grown, so that what was seen of
/// them goes round. What the showing itself adds to the log is no reason to show it again.
public final class SendCheckpoint {

  private static final Realm REALM = new Realm.Real();

  /// What is worth a witness.
  private static final Set<EntryKind> SAID =
      EnumSet.of(
          EntryKind.STATEMENT_SENT,
          EntryKind.STATEMENT_RECEIVED,
          EntryKind.ACT,
          EntryKind.CLEARANCE,
          EntryKind.DIRECTORY_ENTRY,
          EntryKind.EQUIVOCATION,
          EntryKind.ERASURE,
          EntryKind.KEY_DESTROYED);

  private final Station station;
  private final LogSeal log;
  private final Packing packing;

  public SendCheckpoint(Station station, LogSeal log) {
    this.station = station;
    this.log = log;
    this.packing = new Packing(station.node(), station.seal(), station.counterparts());
  }

  /// To how many nodes it goes; none where there is nothing new.
  public int run() {
    return station.books().look(this::isDue)
        ? station.books().change(book -> isDue(book) ? send(book) : 0)
        : 0;
  }

  private boolean isDue(Book book) {
    return hasSaid(book) || hasSeen(book);
  }

  /// Whoever has said nothing of its own still tells what it was shown: it may be the only one that
  /// saw the other of two histories.
  private static boolean hasSeen(Book book) {
    Heads heads = new Heads(book);
    return !heads.newest().isEmpty() && heads.hasNews();
  }

  private static boolean hasSaid(Book book) {
    long before =
        new Heads(book).last().map(note -> Checkpoint.read(note).orThrow().size()).orElse(0L);
    for (long index = book.log().size() - 1; index >= before; index--) {
      if (SAID.contains(JournalEntry.read(book.log().entry(index)).orThrow().kind())) {
        return true;
      }
    }
    return false;
  }

  private int send(Book book) {
    Instant now = station.now();
    Heads heads = new Heads(book);
    SignedNote note =
        hasSaid(book) ? state(book, now) : heads.last().orElseGet(() -> state(book, now));
    MerkleTree tree = new Journal(book).tree(Checkpoint.read(note).orThrow().size());
    List<SignedNote> seen = heads.newest();
    heads.told();
    int sent = 0;
    for (NodeId node : station.counterparts().nodes(book)) {
      Optional<Counterpart> to = reachable(book, node, now);
      if (to.isPresent()) {
        CheckpointOffer offer =
            new CheckpointOffer(note, tree.consistency(heads.cosignedBy(node)), seen);
        Octets signed = station.seal().sign(CheckpointBytes.write(offer));
        packing.pack(book, to.get(), REALM, Enclosed.CHECKPOINT, signed, now);
        sent++;
      }
    }
    return sent;
  }

  private SignedNote state(Book book, Instant now) {
    Journal journal = new Journal(book);
    MerkleTree tree = journal.tree();
    NoteKey key = LogKeys.log(station.node(), log.publicKey());
    SignedNote note = new Checkpoint(key.name(), tree.size(), tree.root()).signed(key, log);
    new Heads(book).keep(note);
    journal.add(EntryKind.CHECKPOINT, REALM, now, note.bytes().digest());
    return note;
  }

  private Optional<Counterpart> reachable(Book book, NodeId node, Instant now) {
    return !node.equals(station.node())
            && packing.reachable(book, node, now)
                instanceof Checked.Sound<Counterpart>(Counterpart to, _)
        ? Optional.of(to)
        : Optional.empty();
  }
}
