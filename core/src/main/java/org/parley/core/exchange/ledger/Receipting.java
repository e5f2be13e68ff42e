package org.parley.core.exchange.ledger;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.carriage.OutsideReply;
import org.parley.core.exchange.carriage.Receipt;

/// What receipts, our own and others', do to the accounts.
final class Receipting {

  private Receipting() {}

  /// The standing that a kind of receipt speaks of; none for a reminder, which is the sender's.
  static Optional<Standing> standing(Receipt.Kind kind) {
    return switch (kind) {
      case DELIVERED -> Optional.of(Standing.DELIVERED);
      case REFUSED -> Optional.of(Standing.UNDELIVERABLE);
      case OPENED -> Optional.of(Standing.OPENED);
      case ACKNOWLEDGED -> Optional.of(Standing.ACKNOWLEDGED);
      case PASSED_TO_DEPUTY, PASSED_TO_POLICY -> Optional.of(Standing.PASSED_ON);
      case DECLINED -> Optional.of(Standing.DECLINED);
      case REMINDER -> Optional.empty();
    };
  }

  /// The standing that a reply outside the network comes to.
  static Standing standing(OutsideReply.Says says) {
    return switch (says) {
      case ACKNOWLEDGED -> Standing.ACKNOWLEDGED;
      case ANSWERED_PARTLY -> Standing.ANSWERED_PARTLY;
      case DECLINED -> Standing.DECLINED;
      case ANSWERED -> Standing.ANSWERED;
    };
  }

  /// The reason that a step gets from a receipt.
  static Optional<String> reason(Receipt.Kind kind, Optional<String> words) {
    return switch (kind) {
      case PASSED_TO_DEPUTY -> Optional.of(Command.Level.DEPUTY.word());
      case PASSED_TO_POLICY -> Optional.of(Command.Level.POLICY.word());
      case DELIVERED, REFUSED, OPENED, ACKNOWLEDGED, DECLINED, REMINDER -> words;
    };
  }

  static Conversation applied(Conversation state, Receipt receipt, Instant at) {
    OfficeId office = receipt.by().office();
    if (receipt.kind().isSenders()) {
      return reminded(state, receipt, at);
    }
    return standing(receipt.kind())
        .map(standing ->
            new Step(
                standing,
                at,
                office,
                Optional.of(receipt.at()),
                reason(receipt.kind(), receipt.words()),
                Optional.empty()))
        .map(step -> state.step(receipt.statement(), office, step))
        .orElse(state);
  }

  /// The sender of something we hold asks again: a step for each office of ours that has it.
  private static Conversation reminded(Conversation state, Receipt receipt, Instant at) {
    Conversation next = state;
    for (OfficeId office : state.seat().offices()) {
      Step step =
          new Step(
              Standing.DELIVERED,
              at,
              receipt.by().office(),
              Optional.of(receipt.at()),
              Optional.of(Conversation.ASKED_AGAIN),
              Optional.empty());
      next = next.step(receipt.statement(), office, step);
    }
    return next;
  }

  /// What an officer of ours took down of another office's word.
  static Conversation takenDown(Conversation state, Event.TakenDown taken) {
    OutsideReply reply = taken.reply();
    Step step =
        new Step(
            standing(reply.says()),
            taken.at(),
            taken.recipient(),
            Optional.of(reply.when()),
            Optional.of(reply.words()).filter(words -> !words.isEmpty()),
            Optional.of(reply));
    return state.step(taken.statement(), taken.recipient(), step);
  }

  static Conversation noted(Conversation state, Event.Noted noted) {
    OfficeId office = noted.by().office();
    return standing(noted.kind())
        .map(standing ->
            new Step(
                standing,
                noted.at(),
                office,
                Optional.empty(),
                reason(noted.kind(), noted.words()),
                Optional.empty()))
        .map(step -> state.step(noted.statement(), office, step))
        .orElse(state);
  }
}
