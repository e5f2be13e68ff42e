package org.parley.simulator.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.journal.EntryKind;
import org.parley.core.journal.MerkleHash;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.record.Journal;
import org.parley.simulator.world.Invariant;
import org.parley.simulator.world.Notebook;

/// I6: every journal begins with what it was before, its root is the root of its entries, and two
/// texts under one number stand in it as what they are.
record RecordsGrow(Examination all) {

  void check() {
    for (View view : all.views()) {
      root(view);
      all.notebook().marks(view.node()).forEach(mark -> grown(view, mark));
      view.dossiers().values().forEach(dossiers -> forks(view, dossiers));
    }
  }

  private void root(View view) {
    Digest kept = view.member().inspect(book -> new Journal(book).tree().root());
    if (!kept.equals(plain(view.log()))) {
      all.finding(Invariant.I6, view, "the root of its journal is not that of its entries");
    }
  }

  /// The root by the definition of RFC 6962, section 2.1, and nothing kept.
  private static Digest plain(List<Octets> entries) {
    return switch (entries.size()) {
      case 0 -> MerkleHash.ofNothing();
      case 1 -> MerkleHash.ofEntry(entries.getFirst());
      default -> {
        int left = Integer.highestOneBit(entries.size() - 1);
        yield MerkleHash.above(
            plain(entries.subList(0, left)), plain(entries.subList(left, entries.size())));
      }
    };
  }

  private void grown(View view, Notebook.Mark mark) {
    boolean shows =
        mark.size() <= view.log().size()
            && view.member()
                .inspect(book -> {
                  var tree = new Journal(book).tree();
                  return tree.consistency(mark.size()).shows(mark.root(), tree.root());
                });
    if (!shows) {
      all.finding(
          Invariant.I6, view, "its journal of %d entries was another once".formatted(mark.size()));
    }
  }

  private void forks(View view, Map<Digest, Dossier> dossiers) {
    Map<String, Digest> first = new HashMap<>();
    for (Dossier dossier : dossiers.values()) {
      String number = dossier.outline().from() + " " + dossier.outline().heading().number();
      Digest other = first.putIfAbsent(number, dossier.digest());
      if (!dossier.isOurs() && other != null && !shown(view, other, dossier.digest())) {
        all.finding(Invariant.I6, view, "two texts under " + number + ", and no entry says so");
      }
    }
  }

  private static boolean shown(View view, Digest one, Digest two) {
    return view.entries().stream()
        .filter(entry -> entry.kind() == EntryKind.EQUIVOCATION)
        .anyMatch(entry -> entry.digests().contains(one) || entry.digests().contains(two));
  }
}
