package org.parley.simulator.check;

import org.parley.core.journal.EntryKind;
import org.parley.core.journal.JournalEntry;
import org.parley.simulator.world.Invariant;

/// I10: what is said in an exercise stands in that exercise's record and in no other.
record RealmsApart(Examination all) {

  void check() {
    for (View view : all.views()) {
      view.dossiers()
          .forEach((realm, dossiers) ->
              dossiers
                  .values()
                  .forEach(dossier -> {
                    boolean apart =
                        dossier.outline().realm().equals(realm)
                            && dossier.outline().heading().number().fits(realm)
                            && all.notebook()
                                .find(dossier.digest())
                                .filter(said -> !said.realm().equals(realm))
                                .isEmpty();
                    if (!apart) {
                      all.finding(
                          Invariant.I10,
                          view,
                          "%s stands in realm %s"
                              .formatted(dossier.digest().brief(), realm.word()));
                    }
                  }));
      view.entries().forEach(entry -> entry(view, entry));
    }
  }

  private void entry(View view, JournalEntry entry) {
    boolean kept =
        entry.kind() == EntryKind.STATEMENT_RECEIVED || entry.kind() == EntryKind.STATEMENT_SENT;
    all.notebook()
        .find(entry.digests().getFirst())
        .filter(said -> kept && !said.realm().equals(entry.realm()))
        .ifPresent(said ->
            all.finding(
                Invariant.I10,
                view,
                "%s of realm %s is in the journal of realm %s"
                    .formatted(said.digest().brief(), said.realm().word(), entry.realm().word())));
  }
}
