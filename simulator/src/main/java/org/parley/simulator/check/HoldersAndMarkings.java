package org.parley.simulator.check;

import java.util.Set;
import java.util.stream.Stream;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.ledger.Conversation;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.simulator.world.Invariant;

/// I4: no honest node ever wrote down a word of a statement that was not for it. I5: no honest node
/// holds what is above its ceiling, marks what it carries on more weakly, or changes a marking.
record HoldersAndMarkings(Examination all) {

  void check() {
    for (View view : all.views()) {
      view.member()
          .watched()
          .canaries()
          .forEach((document, words) -> words(view, document.brief(), words));
      view.conversations().values().forEach(each -> each.forEach(one -> markings(view, one)));
    }
  }

  private void words(View view, String document, Set<String> words) {
    for (String word : words) {
      all.notebook()
          .withCanary(word)
          .filter(said -> !said.nodes().contains(view.node()))
          .ifPresent(said ->
              all.finding(
                  Invariant.I4,
                  view,
                  "document %s holds %s, which %s said to others only"
                      .formatted(document, word, said.from())));
    }
  }

  private void markings(View view, Conversation conversation) {
    for (Dossier dossier : conversation.dossiers().values()) {
      view.member()
          .seat()
          .ceiling()
          .above(dossier.outline().marking())
          .ifPresent(above ->
              all.finding(
                  Invariant.I5,
                  view,
                  "holds %s, of which %s is above its ceiling"
                      .formatted(dossier.digest().brief(), above)));
      all.notebook()
          .find(dossier.digest())
          .filter(said -> !said.marking().equals(dossier.outline().marking()))
          .ifPresent(_ -> all.finding(Invariant.I5, view, "has another marking than was written"));
      if (dossier.isOurs()) {
        carriesOn(view, conversation, dossier);
      }
    }
  }

  private void carriesOn(View view, Conversation conversation, Dossier dossier) {
    Ties ties = dossier.outline().ties();
    Stream.concat(ties.inReplyTo().map(Ties.Reply::statement).stream(), ties.supersedes().stream())
        .flatMap(other -> conversation.find(other).stream())
        .filter(other -> !dossier.outline().marking().isAtLeast(other.outline().marking()))
        .forEach(other ->
            all.finding(
                Invariant.I5,
                view,
                "%s is marked more weakly than %s, which it carries on"
                    .formatted(dossier.digest().brief(), other.digest().brief())));
  }
}
