package org.parley.core.exchange.ledger;

import java.util.Locale;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.carriage.OutsideReply;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.terms.Digest;

/// What somebody wants to happen in a conversation. A command given twice takes effect once: the
/// second time no event comes of it.
public sealed interface Command {

  /// Write a statement of ours.
  ///
  /// @param digest of its exact bytes
  record Compose(Statement statement, Digest digest, Hand by) implements Command {}

  /// Give up a statement of ours that was not sent.
  record Discard(Digest statement, Hand by, String reason) implements Command {}

  /// Let a statement of ours go.
  ///
  /// @param secondPerson whether the State wants another person than the one who composed it
  record Clear(Digest statement, Hand by, boolean secondPerson) implements Command {}

  /// Put a cleared statement of ours into the outbox, for all recipients at once.
  record Dispatch(Digest statement) implements Command {}

  /// Note that a carrier has taken charge of a statement of ours.
  record NoteCarried(Digest statement, OfficeId recipient, String how) implements Command {}

  /// Stop trying to bring a statement of ours to a recipient.
  record GiveUp(Digest statement, OfficeId recipient, String reason) implements Command {}

  /// Take in a statement whose signatures were checked.
  ///
  /// @param digest of its exact bytes
  /// @param sender the node whose signature it bears
  /// @param elsewhere another statement that this office has sent under the same number in another
  ///   conversation, see [NumbersSeen]
  record TakeIn(Statement statement, Digest digest, NodeId sender, Optional<Digest> elsewhere)
      implements Command {}

  /// Take in a receipt whose signatures were checked.
  ///
  /// @param sender the node whose signature it bears
  record TakeReceipt(Receipt receipt, NodeId sender) implements Command {}

  /// A person of an office of ours has a received statement open.
  record Open(Digest statement, Hand by) implements Command {}

  /// An office of ours takes note, without prejudice.
  record Acknowledge(Digest statement, Hand by, Optional<String> words) implements Command {}

  /// An office of ours passes a received statement on inside its State.
  record PassOn(Digest statement, Hand by, Level to) implements Command {}

  /// An office of ours will not answer.
  record Decline(Digest statement, Hand by, Optional<String> words) implements Command {}

  /// Ask a recipient of a statement of ours again.
  record Remind(Digest statement, OfficeId recipient, Hand by) implements Command {}

  /// Turn to a recipient's deputy or policy level, where it does not answer.
  record TurnTo(Digest statement, OfficeId recipient, Hand by, Level to) implements Command {}

  /// Take down that a recipient of a statement of ours replied to it outside the network.
  record TakeDown(Digest statement, OfficeId recipient, Hand by, OutsideReply reply)
      implements Command {}

  /// Record for every recipient whose proposed time has passed without an answer that it has.
  record PassTime() implements Command {}

  /// To whom something is passed on.
  enum Level {
    DEPUTY,
    POLICY;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
