package org.parley.core.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;

/// What witnesses do with others' checkpoints: follow each log from size to size, cosign what grows
/// out of what they saw, and refuse the rest by name.
public final class Witnessing {

  private Witnessing() {}

  /// Whether a witness may go on from what it saw last to what is presented now.
  ///
  /// @param seen the last checkpoint of this log that was taken, if any; the first is taken as it
  ///   is
  /// @param proof from the size seen to the size presented
  public static Checked<Checkpoint> follow(
      Optional<Checkpoint> seen, Checkpoint presented, ConsistencyProof proof) {
    if (seen.isEmpty()) {
      return sound(presented);
    }
    Checkpoint last = seen.get();
    String place = "checkpoint of " + presented.origin();
    if (!last.origin().equals(presented.origin())) {
      return Checkpoint.refused(
          IssueCode.CHECKPOINT_WRONG, place, "it is of another log than " + last.origin());
    }
    if (presented.size() < last.size()) {
      return Checkpoint.refused(
          IssueCode.LOG_ROLLED_BACK,
          place,
          "it has " + presented.size() + " entries, and " + last.size() + " were seen before");
    }
    if (presented.size() == last.size() && !presented.root().equals(last.root())) {
      return Checkpoint.refused(
          IssueCode.LOG_FORKED,
          place,
          "two roots for the one size " + last.size() + ": the log shows two histories");
    }
    if (proof.earlier() != last.size()
        || proof.later() != presented.size()
        || !proof.shows(last.root(), presented.root())) {
      return Checkpoint.refused(
          IssueCode.LOG_FORKED,
          place,
          "it does not grow out of the " + last.size() + " entries seen before");
    }
    return sound(presented);
  }

  /// Whether two checkpoints together prove that a log is not honest: one size, two roots. Sizes
  /// that differ prove nothing without the entries between.
  public static boolean proveFork(Checkpoint one, Checkpoint other) {
    return one.origin().equals(other.origin())
        && one.size() == other.size()
        && !one.root().equals(other.root());
  }

  /// When enough witnesses had seen the note: the time at which the last one needed says it saw it.
  ///
  /// @param quorum how many must have; from the network's charter
  public static Checked<Instant> witnessed(
      SignedNote note, Collection<NoteKey> witnesses, int quorum, Ed25519 ed25519) {
    List<Instant> times = new ArrayList<>();
    for (NoteKey witness : witnesses.stream().distinct().toList()) {
      note.seenBy(witness, ed25519).ifPresent(times::add);
    }
    if (times.size() < quorum) {
      return Checkpoint.refused(
          IssueCode.QUORUM_MISSING,
          "witnesses",
          times.size() + " witnesses have signed, and " + quorum + " are needed");
    }
    times.sort(Comparator.naturalOrder());
    return new Checked.Sound<>(quorum == 0 ? Instant.MIN : times.get(quorum - 1), List.of());
  }

  private static Checked<Checkpoint> sound(Checkpoint presented) {
    return new Checked.Sound<>(presented, List.of());
  }
}
