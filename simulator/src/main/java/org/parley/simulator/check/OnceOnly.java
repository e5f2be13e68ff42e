package org.parley.simulator.check;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.parley.core.exchange.ledger.Conversation;
import org.parley.core.exchange.ledger.Event;
import org.parley.core.journal.EntryKind;
import org.parley.core.journal.JournalEntry;
import org.parley.core.terms.Realm;
import org.parley.formats.exchange.ConversationEvents;
import org.parley.simulator.world.Invariant;

/// I2: one statement, one slip, one receipt, one act: each stands in the record once.
record OnceOnly(Examination all) {

  /// Kinds of entry of which there is one for each document that they name first.
  private static final Set<EntryKind> ONCE =
      EnumSet.of(
          EntryKind.STATEMENT_SENT,
          EntryKind.STATEMENT_RECEIVED,
          EntryKind.SLIP_SENT,
          EntryKind.SLIP_RECEIVED,
          EntryKind.RECEIPT_TAKEN,
          EntryKind.ACT);

  void check() {
    for (View view : all.views()) {
      Set<String> seen = new HashSet<>();
      for (JournalEntry entry : view.entries()) {
        String what = entry.kind().word() + " " + entry.digests().getFirst().brief();
        if (ONCE.contains(entry.kind()) && !seen.add(what)) {
          all.finding(Invariant.I2, view, "twice in the journal: " + what);
        }
      }
      view.conversations().forEach((realm, each) -> each.forEach(one -> events(view, realm, one)));
    }
  }

  private void events(View view, Realm realm, Conversation conversation) {
    Set<String> seen = new HashSet<>();
    view.member()
        .inspect(book ->
            book.histories().events(realm, "conversation/" + conversation.id()).stream()
                .map(bytes -> ConversationEvents.read(bytes).orThrow())
                .toList())
        .forEach(event ->
            key(event)
                .filter(key -> !seen.add(key))
                .ifPresent(
                    key -> all.finding(Invariant.I2, view, "twice in a conversation: " + key)));
  }

  /// What makes an event the same as another; empty where it may well happen again.
  private static Optional<String> key(Event event) {
    return switch (event) {
      case Event.Composed composed -> Optional.of("composed " + composed.statement().brief());
      case Event.Discarded discarded -> Optional.of("discarded " + discarded.statement().brief());
      case Event.Cleared cleared -> Optional.of("cleared " + cleared.statement().brief());
      case Event.Dispatched sent -> Optional.of("dispatched " + sent.statement().brief());
      case Event.TakenIn taken -> Optional.of("taken in " + taken.statement().brief());
      case Event.SaidTwice twice ->
          Optional.of("said twice " + twice.first().brief() + " " + twice.second().brief());
      case Event.Receipted receipted -> Optional.of("receipted " + receipted.receipt());
      case Event.Noted noted ->
          Optional.of(
              "noted %s %s %s"
                  .formatted(noted.statement().brief(), noted.by().office(), noted.kind()));
      case Event.TurnedTo turned ->
          Optional.of(
              "turned to %s %s %s"
                  .formatted(turned.statement().brief(), turned.recipient(), turned.level()));
      case Event.TakenDown taken ->
          Optional.of(
              "taken down %s %s %s"
                  .formatted(taken.statement().brief(), taken.recipient(), taken.reply()));
      case Event.ProposedTimePassed passed ->
          Optional.of("time passed " + passed.statement().brief() + " " + passed.recipient());
      case Event.Carried _, Event.GivenUp _, Event.Reminded _ -> Optional.empty();
    };
  }
}
