package org.parley.core.exchange.ledger;

import static org.parley.core.issue.IssueCode.NOT_ADDRESSED;
import static org.parley.core.issue.IssueCode.NOT_OUR_OFFICE;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Digest;

/// What an office of ours does with a statement it received.
final class Handling {

  private Handling() {}

  static Checked<List<Event>> open(Conversation state, Command.Open command, Instant now) {
    return note(
        state,
        new Event.Noted(
            command.statement(), command.by(), Receipt.Kind.OPENED, Optional.empty(), now),
        Grammar.Act.OPEN);
  }

  static Checked<List<Event>> acknowledge(
      Conversation state, Command.Acknowledge command, Instant now) {
    return note(
        state,
        new Event.Noted(
            command.statement(), command.by(), Receipt.Kind.ACKNOWLEDGED, command.words(), now),
        Grammar.Act.ACKNOWLEDGE);
  }

  static Checked<List<Event>> passOn(Conversation state, Command.PassOn command, Instant now) {
    Receipt.Kind kind =
        switch (command.to()) {
          case DEPUTY -> Receipt.Kind.PASSED_TO_DEPUTY;
          case POLICY -> Receipt.Kind.PASSED_TO_POLICY;
        };
    return note(
        state,
        new Event.Noted(command.statement(), command.by(), kind, Optional.empty(), now),
        Grammar.Act.PASS_ON);
  }

  static Checked<List<Event>> decline(Conversation state, Command.Decline command, Instant now) {
    return note(
        state,
        new Event.Noted(
            command.statement(), command.by(), Receipt.Kind.DECLINED, command.words(), now),
        Grammar.Act.DECLINE);
  }

  private static Checked<List<Event>> note(Conversation state, Event.Noted noted, Grammar.Act act) {
    Digest statement = noted.statement();
    Optional<Dossier> dossier = state.find(statement).filter(Dossier::isSaid);
    if (dossier.isEmpty()) {
      return Exchange.unknown(statement);
    }
    if (!state.seat().offices().contains(noted.by().office())) {
      return Exchange.refused(
          NOT_OUR_OFFICE,
          "office " + noted.by().office(),
          "this node does not speak for it",
          "act for an office of this node");
    }
    Optional<Account> account = dossier.get().account(noted.by().office());
    if (account.isEmpty()) {
      return Exchange.refused(
          NOT_ADDRESSED,
          "statement " + statement.brief(),
          String.format(Locale.ROOT, "%s is not among its recipients", noted.by().office()),
          "let an office act that it is for");
    }
    if (isDone(account.get(), noted)) {
      return Exchange.again();
    }
    Standing reached = account.get().reached().orElse(Standing.COMPOSED);
    return Grammar.allows(act, reached)
        ? Exchange.happens(noted)
        : Delivery.notNow(statement, act, reached);
  }

  private static boolean isDone(Account account, Event.Noted noted) {
    Optional<Standing> standing = Receipting.standing(noted.kind());
    Optional<String> reason = Receipting.reason(noted.kind(), Optional.empty());
    return account.steps().stream()
        .anyMatch(step ->
            standing.filter(step.standing()::equals).isPresent()
                && step.by().equals(noted.by().office())
                && (step.standing() != Standing.PASSED_ON || step.reason().equals(reason))
                && (step.standing() != Standing.DECLINED || step.claimed().isEmpty()));
  }
}
