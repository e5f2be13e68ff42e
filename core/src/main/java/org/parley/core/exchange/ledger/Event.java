package org.parley.core.exchange.ledger;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.carriage.OutsideReply;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.terms.Digest;

/// What happened in a conversation. Events hold no content of statements.
///
/// Every `at` is when this node recorded it, UTC.
public sealed interface Event {

  Instant at();

  /// A statement of ours was written.
  record Composed(Digest statement, Outline outline, Hand by, Instant at) implements Event {}

  /// A draft of ours was given up.
  record Discarded(Digest statement, Hand by, String reason, Instant at) implements Event {}

  /// A statement of ours may go.
  record Cleared(Digest statement, Hand by, Instant at) implements Event {}

  /// A statement of ours is in the outbox for every recipient.
  record Dispatched(Digest statement, Instant at) implements Event {}

  /// A carrier has taken charge of it.
  ///
  /// @param how by which kind of carrier, in its word
  record Carried(Digest statement, OfficeId recipient, String how, Instant at) implements Event {}

  /// It could not be brought.
  record GivenUp(Digest statement, OfficeId recipient, String reason, Instant at)
      implements Event {}

  /// Another office's statement is on disk here.
  record TakenIn(Digest statement, Outline outline, Instant at) implements Event {}

  /// The same office has said two different things under one number. Both stay.
  record SaidTwice(Digest first, Digest second, Instant at) implements Event {}

  /// A signed receipt of another node came in.
  record Receipted(Receipt receipt, Instant at) implements Event {}

  /// An office of ours did something with a statement it received; the receipt that goes out says
  /// the same.
  record Noted(Digest statement, Hand by, Receipt.Kind kind, Optional<String> words, Instant at)
      implements Event {}

  /// We asked a recipient again.
  record Reminded(Digest statement, OfficeId recipient, Hand by, Instant at) implements Event {}

  /// We turned to the recipient's deputy, or to its policy level.
  record TurnedTo(Digest statement, OfficeId recipient, Hand by, Command.Level level, Instant at)
      implements Event {}

  /// An officer of ours took down that a recipient replied outside the network.
  record TakenDown(Digest statement, OfficeId recipient, Hand by, OutsideReply reply, Instant at)
      implements Event {}

  /// The proposed time passed and no answer of this recipient is recorded.
  record ProposedTimePassed(Digest statement, OfficeId recipient, Instant at) implements Event {}
}
