package org.parley.core.exchange.ledger;

import static org.parley.core.issue.IssueCode.REPLY_TIME;
import static org.parley.core.issue.IssueCode.STEP_NOT_ALLOWED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.carriage.OutsideReply;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Digest;

/// What becomes of a statement of ours on its way, as far as we see it ourselves.
final class Delivery {

  /// Nobody is asked again sooner than this.
  private static final Duration BETWEEN_REMINDERS = Duration.ofMinutes(15);

  /// How far another's clock may be from ours; times of mails have whole seconds besides.
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  private Delivery() {}

  static Checked<List<Event>> carried(
      Conversation state, Command.NoteCarried command, Instant now) {
    Optional<Account> account = sent(state, command.statement(), command.recipient());
    if (account.isEmpty()) {
      return Exchange.unknown(command.statement());
    }
    // A carrier's word can come after the receipt of the node it carried to.
    boolean known =
        account.get().steps().stream()
            .anyMatch(step ->
                step.standing() == Standing.IN_CUSTODY
                    && step.reason().filter(command.how()::equals).isPresent());
    if (known || !Grammar.allows(Grammar.Act.CARRY, reached(account.get()))) {
      return Exchange.again();
    }
    return Exchange.happens(
        new Event.Carried(command.statement(), command.recipient(), command.how(), now));
  }

  static Checked<List<Event>> giveUp(Conversation state, Command.GiveUp command, Instant now) {
    Optional<Account> account = sent(state, command.statement(), command.recipient());
    if (account.isEmpty()) {
      return Exchange.unknown(command.statement());
    }
    Standing reached = reached(account.get());
    if (reached == Standing.UNDELIVERABLE) {
      return Exchange.again();
    }
    return Grammar.allows(Grammar.Act.GIVE_UP, reached)
        ? Exchange.happens(
            new Event.GivenUp(command.statement(), command.recipient(), command.reason(), now))
        : notNow(command.statement(), Grammar.Act.GIVE_UP, reached);
  }

  static Checked<List<Event>> remind(Conversation state, Command.Remind command, Instant now) {
    Optional<Account> account = sent(state, command.statement(), command.recipient());
    if (account.isEmpty()) {
      return Exchange.unknown(command.statement());
    }
    Standing reached = reached(account.get());
    if (!Grammar.allows(Grammar.Act.REMIND, reached)) {
      return notNow(command.statement(), Grammar.Act.REMIND, reached);
    }
    boolean justAsked =
        account.get().steps().stream()
            .filter(step -> step.reason().filter(Conversation.ASKED_AGAIN::equals).isPresent())
            .anyMatch(step -> step.at().plus(BETWEEN_REMINDERS).isAfter(now));
    return justAsked
        ? Exchange.again()
        : Exchange.happens(
            new Event.Reminded(command.statement(), command.recipient(), command.by(), now));
  }

  static Checked<List<Event>> turnTo(Conversation state, Command.TurnTo command, Instant now) {
    Optional<Account> account = sent(state, command.statement(), command.recipient());
    if (account.isEmpty()) {
      return Exchange.unknown(command.statement());
    }
    Standing reached = reached(account.get());
    if (!Grammar.allows(Grammar.Act.TURN_TO, reached)) {
      return notNow(command.statement(), Grammar.Act.TURN_TO, reached);
    }
    boolean before =
        account.get().steps().stream()
            .anyMatch(step ->
                step.standing() == Standing.PASSED_ON
                    && step.by().equals(command.by().office())
                    && step.reason().filter(command.to().word()::equals).isPresent());
    return before
        ? Exchange.again()
        : Exchange.happens(
            new Event.TurnedTo(
                command.statement(), command.recipient(), command.by(), command.to(), now));
  }

  /// Nothing is taken down of what the recipient's own node has said already.
  static Checked<List<Event>> takeDown(Conversation state, Command.TakeDown command, Instant now) {
    Optional<Account> account = sent(state, command.statement(), command.recipient());
    if (account.isEmpty() || state.seat().offices().contains(command.recipient())) {
      return Exchange.unknown(command.statement());
    }
    OutsideReply reply = command.reply();
    Instant written = state.find(command.statement()).orElseThrow().outline().heading().created();
    if (reply.when().isBefore(written.minus(CLOCKS_APART))
        || reply.when().isAfter(now.plus(CLOCKS_APART))) {
      return Exchange.refused(
          REPLY_TIME,
          "reply of " + command.recipient(),
          String.format(
              Locale.ROOT,
              "it came at %s; the message is of %s, and it is %s now",
              reply.when(),
              written,
              now),
          "give the time at which it came");
    }
    if (account.get().steps().stream()
        .anyMatch(step -> step.outside().filter(known -> isSame(known, reply)).isPresent())) {
      return Exchange.again();
    }
    Standing reached = reached(account.get());
    Standing says = Receipting.standing(reply.says());
    boolean further =
        says.compareTo(reached) > 0
            ? !reached.isAnswer() || account.get().outside().isPresent()
            : says == reached && account.get().outside().isPresent();
    return Grammar.allows(Grammar.Act.TAKE_DOWN, reached) && further
        ? Exchange.happens(
            new Event.TakenDown(command.statement(), command.recipient(), command.by(), reply, now))
        : notNow(command.statement(), Grammar.Act.TAKE_DOWN, reached);
  }

  private static boolean isSame(OutsideReply known, OutsideReply reply) {
    Optional<Digest> mail = reply.letter().map(OutsideReply.Letter::bytes);
    return mail.isPresent()
        ? known.letter().map(OutsideReply.Letter::bytes).equals(mail)
            && known.grade().compareTo(reply.grade()) >= 0
        : known.equals(reply);
  }

  /// For every recipient who was asked, not only told, and whose time has passed.
  static Checked<List<Event>> passTime(Conversation state, Instant now) {
    List<Event> passed = new ArrayList<>();
    for (Dossier dossier : state.dossiers().values()) {
      boolean due =
          dossier.isSaid()
              && dossier.outline().ties().replyBy().filter(by -> by.isBefore(now)).isPresent();
      for (OfficeId asked : due ? dossier.outline().route().to() : List.<OfficeId>of()) {
        dossier
            .account(asked)
            .filter(account -> isOpen(account))
            .ifPresent(_ -> passed.add(new Event.ProposedTimePassed(dossier.digest(), asked, now)));
      }
    }
    return new Checked.Sound<>(List.copyOf(passed), List.of());
  }

  private static boolean isOpen(Account account) {
    return account.reached().filter(standing -> !standing.isAnswer()).isPresent()
        && !account.has(Standing.PROPOSED_TIME_PASSED);
  }

  private static Optional<Account> sent(Conversation state, Digest statement, OfficeId recipient) {
    return state
        .find(statement)
        .filter(dossier -> dossier.stage() == Dossier.Stage.SENT)
        .flatMap(dossier -> dossier.account(recipient));
  }

  private static Standing reached(Account account) {
    return account.reached().orElse(Standing.COMPOSED);
  }

  static Checked<List<Event>> notNow(Digest statement, Grammar.Act act, Standing reached) {
    return Exchange.refused(
        STEP_NOT_ALLOWED,
        "statement " + statement.brief(),
        String.format(Locale.ROOT, "it is %s, and so it is not %s", reached.word(), act.done()),
        "see how far it has come");
  }
}
