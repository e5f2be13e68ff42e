package org.parley.duties.witness;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.journal.Checkpoint;
import org.parley.core.journal.EntryKind;
import org.parley.core.journal.SignedNote;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.Station;
import org.parley.duties.port.Book;
import org.parley.duties.port.LogSeal;
import org.parley.duties.post.Unpacking.Unpacked;
import org.parley.duties.record.Journal;

/// Keeps a witness's word that it has seen a checkpoint of ours, if it is one of ours and the
/// witness's signature covers it.
final class TakeCosignature {

  private final Station station;
  private final LogSeal log;

  TakeCosignature(Station station, LogSeal log) {
    this.station = station;
    this.log = log;
  }

  Checked<Digest> take(Book book, Unpacked in, Instant now) {
    NodeId witness = in.sender().node();
    Checked<SignedNote> read = SignedNote.read(in.content());
    if (!(read instanceof Checked.Sound<SignedNote>(SignedNote note, _))) {
      return new Checked.Refused<>(read.issues());
    }
    Checked<Checkpoint> ours =
        Checkpoint.verify(note, LogKeys.log(station.node(), log.publicKey()), log);
    if (!(ours instanceof Checked.Sound<Checkpoint>(Checkpoint checkpoint, _))) {
      return new Checked.Refused<>(ours.issues());
    }
    boolean stands =
        checkpoint.size() <= book.log().size()
            && new Journal(book).tree(checkpoint.size()).root().equals(checkpoint.root());
    if (!stands) {
      return refused(IssueCode.LOG_FORKED, witness, "our own log has another root at this size");
    }
    Optional<Octets> key = station.counterparts().logKey(book, witness);
    if (key.flatMap(known -> note.seenBy(LogKeys.witness(witness, known), log)).isEmpty()) {
      return refused(
          IssueCode.SIGNATURE_WRONG, witness, "the witness's signature does not cover it");
    }
    keep(book, witness, checkpoint, note, now);
    return new Checked.Sound<>(in.content().digest(), List.of());
  }

  /// One that says nothing new is not kept.
  private static void keep(
      Book book, NodeId witness, Checkpoint checkpoint, SignedNote note, Instant now) {
    Heads heads = new Heads(book);
    if (checkpoint.size() > heads.cosignedBy(witness)) {
      heads.keepCosigned(witness, note);
      new Journal(book).add(EntryKind.COSIGNATURE, new Realm.Real(), now, note.bytes().digest());
    }
  }

  private static Checked<Digest> refused(IssueCode code, NodeId witness, String message) {
    return new Checked.Refused<>(
        List.of(new Issue(code, Place.of("cosignature of " + witness), message, Optional.empty())));
  }
}
