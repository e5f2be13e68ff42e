package org.parley.simulator.check;

import org.parley.core.exchange.carriage.Slip;
import org.parley.core.issue.Checked;
import org.parley.core.journal.EntryKind;
import org.parley.core.journal.JournalEntry;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.formats.exchange.SlipReader;
import org.parley.simulator.world.Invariant;
import org.parley.simulator.world.Said;

/// I9: no honest node is ever on record for two things under one number, restored from a backup or
/// not, and none holds a key that it once lost or destroyed.
record NothingResurrected(Examination all) {

  void check() {
    for (View view : all.views()) {
      view.entries().stream()
          .filter(entry -> entry.kind() == EntryKind.EQUIVOCATION)
          .forEach(entry -> blamed(view, entry));
      view.member().keys().ring().held().stream()
          .filter(held -> all.notebook().isGone(held.ecdh()))
          .forEach(held ->
              all.finding(Invariant.I9, view, "holds a key again that was gone: " + held.period()));
    }
  }

  private void blamed(View view, JournalEntry entry) {
    for (Digest digest : entry.digests()) {
      all.notebook()
          .find(digest)
          .filter(Said::honest)
          .ifPresent(said -> finding(view, "statement " + said.digest().brief()));
      view.member()
          .inspect(book -> book.documents().find(digest))
          .ifPresent(document -> slip(view, document));
    }
  }

  private void slip(View view, Octets document) {
    if (view.member().keys().seal().claimed(document).then(SlipReader::read)
            instanceof Checked.Sound<Slip>(Slip slip, _)
        && all.view(slip.journey().from()).isPresent()) {
      finding(view, "slip %d of %s".formatted(slip.number(), slip.journey().from()));
    }
  }

  private void finding(View view, String what) {
    all.finding(
        Invariant.I9, view, "has it on record that a number was used twice: %s".formatted(what));
  }
}
