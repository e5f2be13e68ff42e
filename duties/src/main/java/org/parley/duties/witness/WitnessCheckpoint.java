package org.parley.duties.witness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.journal.Checkpoint;
import org.parley.core.journal.CheckpointOffer;
import org.parley.core.journal.EntryKind;
import org.parley.core.journal.SignedNote;
import org.parley.core.journal.Witnessing;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.Station;
import org.parley.duties.port.Book;
import org.parley.duties.port.LogSeal;
import org.parley.duties.post.Packing;
import org.parley.duties.post.Unpacking.Unpacked;
import org.parley.duties.record.Journal;
import org.parley.formats.exchange.CheckpointBytes;

/// Follows the log of another node: cosigns what grows out of what was seen before, refuses a fork
/// and a rollback and puts both checkpoints on record, because together they prove it. What the
/// node has seen of other logs is compared with what we have seen of them.
final class WitnessCheckpoint {

  private static final Realm REALM = new Realm.Real();

  private final Station station;
  private final LogSeal log;
  private final Packing packing;

  WitnessCheckpoint(Station station, LogSeal log) {
    this.station = station;
    this.log = log;
    this.packing = new Packing(station.node(), station.seal(), station.counterparts());
  }

  Checked<Digest> take(Book book, Unpacked in, Instant now) {
    Checked<CheckpointOffer> read = CheckpointBytes.read(in.content());
    if (!(read instanceof Checked.Sound<CheckpointOffer>(CheckpointOffer offer, _))) {
      return new Checked.Refused<>(read.issues());
    }
    NodeId node = in.sender().node();
    Checked<Checkpoint> verified = verified(book, node, offer.checkpoint());
    if (!(verified instanceof Checked.Sound<Checkpoint>(Checkpoint presented, _))) {
      return new Checked.Refused<>(verified.issues());
    }
    List<Issue> notes = new ArrayList<>(compared(book, offer.seen(), now));
    Checked<Digest> followed = follow(book, in, offer, presented, now);
    notes.addAll(followed.issues());
    return followed instanceof Checked.Sound<Digest>(Digest digest, _)
        ? new Checked.Sound<>(digest, notes)
        : new Checked.Refused<>(notes);
  }

  private Checked<Digest> follow(
      Book book, Unpacked in, CheckpointOffer offer, Checkpoint presented, Instant now) {
    NodeId node = in.sender().node();
    Heads heads = new Heads(book);
    Optional<Heads.Seen> last = heads.lastOf(node);
    Digest digest = in.content().digest();
    if (last.isPresent()) {
      Checkpoint seen = last.get().checkpoint();
      boolean earlier = in.slip().number() < last.get().slip();
      if (presented.equals(seen) || earlier && presented.size() < seen.size()) {
        // The same once more, or one that another has overtaken: what was cosigned last is said
        // again, so that the next proof begins there.
        if (offer.growth().earlier() < seen.size()) {
          cosign(book, in, last.get().note(), now);
        }
        return new Checked.Sound<>(digest, List.of());
      }
      boolean elsewhere = offer.growth().earlier() != seen.size();
      if (elsewhere && presented.size() > seen.size()) {
        cosign(book, in, last.get().note(), now);
        return unproven(node, seen.size());
      }
    }
    Checked<Checkpoint> grown =
        Witnessing.follow(last.map(Heads.Seen::checkpoint), presented, offer.growth());
    if (grown instanceof Checked.Refused<Checkpoint>(List<Issue> reasons)) {
      record(book, offer.checkpoint(), last.orElseThrow().note(), now);
      return new Checked.Refused<>(reasons);
    }
    heads.keepOf(node, new Heads.Seen(in.slip().number(), offer.checkpoint()));
    new Journal(book).add(EntryKind.CHECKPOINT, REALM, now, offer.checkpoint().bytes().digest());
    cosign(book, in, offer.checkpoint(), now);
    return new Checked.Sound<>(digest, List.of());
  }

  private static Checked<Digest> unproven(NodeId node, long size) {
    return new Checked.Refused<>(
        List.of(
            new Issue(
                IssueCode.CHECKPOINT_UNPROVEN,
                Place.of("checkpoint of " + node),
                "it is not shown that it grew out of the %d entries seen before".formatted(size),
                Optional.of("the next one, with a proof from that size, is taken"))));
  }

  private void cosign(Book book, Unpacked in, SignedNote note, Instant now) {
    SignedNote cosigned = note.cosigned(LogKeys.witness(station.node(), log.publicKey()), now, log);
    Octets signed = station.seal().sign(cosigned.bytes());
    if (packing.reachable(book, in.sender().node(), now) instanceof Checked.Sound<?>) {
      packing.pack(book, in.sender(), REALM, Enclosed.COSIGNATURE, signed, now);
    }
  }

  /// A checkpoint that its own log has signed.
  private Checked<Checkpoint> verified(Book book, NodeId node, SignedNote note) {
    Optional<Octets> key = station.counterparts().logKey(book, node);
    return key.isPresent()
        ? Checkpoint.verify(note, LogKeys.log(node, key.get()), log)
        : new Checked.Refused<>(
            List.of(
                new Issue(
                    IssueCode.CHECKPOINT_WRONG,
                    Place.of("checkpoint of " + node),
                    "the directory names no key of this log",
                    Optional.empty())));
  }

  /// What another node saw of third logs, beside what we saw; what contradicts goes on record.
  private List<Issue> compared(Book book, List<SignedNote> notes, Instant now) {
    List<Issue> found = new ArrayList<>();
    for (SignedNote note : notes) {
      Optional<NodeId> node =
          Checkpoint.read(note) instanceof Checked.Sound<Checkpoint>(Checkpoint claimed, _)
              ? LogKeys.node(claimed.origin())
              : Optional.empty();
      if (node.isPresent()
          && verified(book, node.get(), note)
              instanceof Checked.Sound<Checkpoint>(Checkpoint theirs, _)) {
        new Heads(book)
            .of(node.get(), theirs.size())
            .filter(ours -> Witnessing.proveFork(ours.checkpoint(), theirs))
            .ifPresent(ours -> found.add(forked(book, note, ours.note(), node.get(), now)));
      }
    }
    return found;
  }

  private static Issue forked(
      Book book, SignedNote theirs, SignedNote ours, NodeId node, Instant now) {
    record(book, theirs, ours, now);
    return new Issue(
        IssueCode.LOG_TOLD_TWICE,
        Place.of("checkpoint of " + node),
        "its log shows another node another history than us; both checkpoints are on record",
        Optional.of("ask its party on another way; the two together are the proof"));
  }

  /// The two checkpoints that cannot both be honest, once.
  private static void record(Book book, SignedNote one, SignedNote other, Instant now) {
    boolean known = book.documents().find(one.bytes().digest()).isPresent();
    Digest first = book.documents().keep(one.bytes());
    Digest second = book.documents().keep(other.bytes());
    if (!known) {
      new Journal(book).add(EntryKind.EQUIVOCATION, REALM, now, first, second);
    }
  }
}
