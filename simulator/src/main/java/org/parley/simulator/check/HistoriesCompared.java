package org.parley.simulator.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.core.journal.Checkpoint;
import org.parley.core.journal.EntryKind;
import org.parley.core.journal.SignedNote;
import org.parley.core.terms.Digest;
import org.parley.duties.witness.Heads;
import org.parley.simulator.world.Invariant;

/// I6, after healing: where a log has shown two histories to honest nodes that talk with each
/// other, one of them has both on record.
record HistoriesCompared(Examination all) {

  private record Shown(View to, Checkpoint checkpoint, Digest note) {}

  void check() {
    Map<String, List<Shown>> byLog = new HashMap<>();
    for (View view : all.views()) {
      for (SignedNote note : view.member().inspect(book -> new Heads(book).newest())) {
        Checkpoint checkpoint = Checkpoint.read(note).orThrow();
        byLog
            .computeIfAbsent(checkpoint.origin(), _ -> new ArrayList<>())
            .add(new Shown(view, checkpoint, note.bytes().digest()));
      }
    }
    byLog.values().forEach(this::compared);
  }

  private void compared(List<Shown> shown) {
    for (Shown one : shown) {
      for (Shown other : shown) {
        boolean differ =
            one.checkpoint().size() == other.checkpoint().size()
                && !one.checkpoint().root().equals(other.checkpoint().root());
        if (differ) {
          all.notebook().count("histories that differ");
        }
        if (differ && !knows(one, other) && !knows(other, one)) {
          all.finding(
              Invariant.I6,
              one.to(),
              "%s has shown it and %s two histories, and neither knows"
                  .formatted(one.checkpoint().origin(), other.to().node()));
        }
      }
    }
  }

  private static boolean knows(Shown one, Shown other) {
    return one.to().entries().stream()
        .filter(entry -> entry.kind() == EntryKind.EQUIVOCATION)
        .anyMatch(entry ->
            entry.digests().contains(one.note()) && entry.digests().contains(other.note()));
  }
}
