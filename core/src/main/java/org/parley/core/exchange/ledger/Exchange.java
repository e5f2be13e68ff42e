package org.parley.core.exchange.ledger;

import static org.parley.core.issue.IssueCode.STATEMENT_UNKNOWN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.exchange.format.Formats;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;

/// Decides what may happen in a conversation.
///
/// ```
/// Exchange exchange = new Exchange(library.formats());
/// Conversation state = Conversation.begin(id, realm, seat).after(events);
/// switch (exchange.decide(state, command, now)) {
///   case Checked.Sound(List<Event> more, List<Issue> notes) -> // keep them: state.after(more)
///   case Checked.Refused(List<Issue> reasons) -> // tell them; nothing happened
/// }
/// ```
///
/// A command that already had its effect is sound and gives no event. Incoming statements that do
/// not fit their format are taken in all the same, with a note for each fault: what another State
/// said is not lost because it said it in the wrong form.
public final class Exchange {

  private final OwnStatements own;
  private final Incoming incoming;

  public Exchange(Formats formats) {
    this.own = new OwnStatements(formats);
    this.incoming = new Incoming(formats);
  }

  /// The events that a command leads to, or every reason why it leads to none.
  ///
  /// @param now by this node's clock, UTC
  public Checked<List<Event>> decide(Conversation state, Command command, Instant now) {
    return switch (command) {
      case Command.Compose compose -> own.compose(state, compose, now);
      case Command.Discard discard -> own.discard(state, discard, now);
      case Command.Clear clear -> own.clear(state, clear, now);
      case Command.Dispatch(Digest statement) -> own.dispatch(state, statement, now);
      case Command.NoteCarried carried -> Delivery.carried(state, carried, now);
      case Command.GiveUp giveUp -> Delivery.giveUp(state, giveUp, now);
      case Command.Remind remind -> Delivery.remind(state, remind, now);
      case Command.TurnTo turnTo -> Delivery.turnTo(state, turnTo, now);
      case Command.TakeDown takeDown -> Delivery.takeDown(state, takeDown, now);
      case Command.PassTime() -> Delivery.passTime(state, now);
      case Command.TakeIn takeIn -> incoming.statement(state, takeIn, now);
      case Command.TakeReceipt receipt -> incoming.receipt(state, receipt, now);
      case Command.Open open -> Handling.open(state, open, now);
      case Command.Acknowledge acknowledge -> Handling.acknowledge(state, acknowledge, now);
      case Command.PassOn passOn -> Handling.passOn(state, passOn, now);
      case Command.Decline decline -> Handling.decline(state, decline, now);
    };
  }

  static Checked<List<Event>> happens(Event event) {
    return new Checked.Sound<>(List.of(event), List.of());
  }

  /// It has happened before; once is enough.
  static Checked<List<Event>> again() {
    return new Checked.Sound<>(List.of(), List.of());
  }

  static Checked<List<Event>> refused(IssueCode code, String where, String message, String remedy) {
    return new Checked.Refused<>(
        List.of(new Issue(code, Place.of(where), message, Optional.of(remedy))));
  }

  static Checked<List<Event>> unknown(Digest statement) {
    return refused(
        STATEMENT_UNKNOWN,
        "statement " + statement.brief(),
        "this conversation has no such statement",
        "look for it under the digest of its exact bytes");
  }
}
