package org.parley.core.exchange.ledger;

import static org.parley.core.issue.IssueCode.ANSWER_DOES_NOT_FIT;
import static org.parley.core.issue.IssueCode.CONVERSATION_MIXED;
import static org.parley.core.issue.IssueCode.MARKING_NOT_KNOWN;
import static org.parley.core.issue.IssueCode.NOT_OUR_OFFICE;
import static org.parley.core.issue.IssueCode.NUMBER_REPEATED;
import static org.parley.core.issue.IssueCode.REALM_MIXED;
import static org.parley.core.issue.IssueCode.SAME_HAND;
import static org.parley.core.issue.IssueCode.SENT_STAYS;
import static org.parley.core.issue.IssueCode.STATEMENT_UNKNOWN;
import static org.parley.core.issue.IssueCode.STEP_NOT_ALLOWED;
import static org.parley.core.issue.IssueCode.SUCCESSOR_NOT_SENDERS;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.format.Formats;
import org.parley.core.exchange.format.StatementRules;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;

/// Our own statements, until they are sent.
final class OwnStatements {

  private final Formats formats;

  OwnStatements(Formats formats) {
    this.formats = formats;
  }

  Checked<List<Event>> compose(Conversation state, Command.Compose command, Instant now) {
    if (state.find(command.digest()).isPresent()) {
      return Exchange.again();
    }
    Issues issues = new Issues();
    Statement statement = command.statement();
    place(state, statement, command.by(), issues);
    format(state, statement, issues);
    number(state, statement, issues);
    statement.ties().inReplyTo().ifPresent(reply -> answers(state, statement, reply, issues));
    statement.ties().supersedes().ifPresent(other -> succeeds(state, statement, other, issues));
    ceiling(state, statement, issues);
    Relations.named(state, statement.ties())
        .forEach(dossier -> Relations.check(dossier.outline(), statement, issues));
    if (issues.hasErrors()) {
      return new Checked.Refused<>(issues.list());
    }
    Event composed = new Event.Composed(command.digest(), Outline.of(statement), command.by(), now);
    return new Checked.Sound<>(List.of(composed), issues.list());
  }

  private static void place(Conversation state, Statement statement, Hand by, Issues issues) {
    if (!state.seat().offices().contains(statement.from())
        || !state.seat().node().equals(statement.route().node())
        || !by.office().equals(statement.from())) {
      issues.add(
          NOT_OUR_OFFICE,
          Place.of("from"),
          String.format(
              Locale.ROOT,
              "%s through %s is not who speaks here",
              statement.from(),
              statement.route().node()));
    }
    if (!statement.realm().equals(state.realm())) {
      issues.add(
          REALM_MIXED,
          Place.of("realm"),
          String.format(
              Locale.ROOT,
              "the conversation is %s, and the statement %s",
              state.realm().word(),
              statement.realm().word()),
          "begin another conversation in the other realm");
    }
    if (!statement.heading().conversation().equals(state.id())) {
      issues.add(
          CONVERSATION_MIXED, Place.of("conversation"), "the statement is of another conversation");
    }
  }

  private void format(Conversation state, Statement statement, Issues issues) {
    Optional<FormatId> answered =
        statement
            .ties()
            .inReplyTo()
            .flatMap(reply -> state.find(reply.statement()))
            .map(dossier -> dossier.outline().heading().format());
    StatementRules.check(statement, formats, answered).forEach(issues::add);
    FormatId format = statement.heading().format();
    if (formats.find(format).isPresent() && !formats.canBeSent(format)) {
      issues.add(
          STEP_NOT_ALLOWED,
          Place.of("format"),
          String.format(
              Locale.ROOT,
              "%s is an old edition, and only the newest and the one before it are sent",
              format));
    }
  }

  private static void number(Conversation state, Statement statement, Issues issues) {
    if (!state.under(statement.from(), statement.heading().number()).isEmpty()) {
      issues.add(
          NUMBER_REPEATED,
          Place.of("number"),
          String.format(
              Locale.ROOT,
              "%s has used the number %s",
              statement.from(),
              statement.heading().number()),
          "take the next number of the series");
    }
  }

  private static void answers(
      Conversation state, Statement statement, Ties.Reply reply, Issues issues) {
    Optional<Dossier> other = state.find(reply.statement()).filter(Dossier::isSaid);
    if (other.isEmpty()) {
      issues.add(
          STATEMENT_UNKNOWN, Place.of("inReplyTo"), "nothing of this conversation is answered");
      return;
    }
    List<OfficeId> asked = state.answerable(reply.statement(), statement.from());
    boolean may =
        asked.stream()
            .flatMap(office -> other.get().account(office).flatMap(Account::reached).stream())
            .anyMatch(reached -> Grammar.allows(Grammar.Act.ANSWER, reached));
    if (!may) {
      issues.add(
          ANSWER_DOES_NOT_FIT,
          Place.of("inReplyTo"),
          asked.isEmpty()
              ? statement.from() + " was not asked"
              : "what is answered has not been opened here",
          "open it first, at the office that was asked");
    }
  }

  private static void succeeds(
      Conversation state, Statement statement, Digest other, Issues issues) {
    Optional<Dossier> before = state.find(other).filter(Dossier::isSaid);
    if (before.isEmpty()) {
      issues.add(
          STATEMENT_UNKNOWN,
          Place.of("supersedes"),
          "nothing that was sent is corrected or cancelled",
          "a draft is discarded and written anew");
    } else if (!before.get().outline().from().party().equals(statement.from().party())) {
      issues.add(
          SUCCESSOR_NOT_SENDERS,
          Place.of("supersedes"),
          String.format(
              Locale.ROOT,
              "only %s corrects or cancels what it said",
              before.get().outline().from()));
    }
  }

  private static void ceiling(Conversation state, Statement statement, Issues issues) {
    Relations.ceiling(state.seat(), statement, issues);
    statement
        .marking()
        .unknown()
        .forEach(words ->
            issues.add(
                MARKING_NOT_KNOWN,
                Place.of("marking"),
                String.format(
                    Locale.ROOT, "\"%s\" is not known, and counts as the strictest", words)));
  }

  Checked<List<Event>> discard(Conversation state, Command.Discard command, Instant now) {
    return draft(
        state,
        command.statement(),
        Dossier.Stage.DISCARDED,
        new Event.Discarded(command.statement(), command.by(), command.reason(), now));
  }

  Checked<List<Event>> clear(Conversation state, Command.Clear command, Instant now) {
    Optional<Dossier> dossier = state.find(command.statement());
    boolean sameHand = dossier.flatMap(Dossier::composer).filter(command.by()::equals).isPresent();
    if (command.secondPerson()
        && sameHand
        && dossier.filter(each -> each.stage() == Dossier.Stage.DRAFT).isPresent()) {
      return Exchange.refused(
          SAME_HAND,
          "statement " + command.statement().brief(),
          "who composed a statement does not clear it",
          "let a second person read and clear it");
    }
    if (dossier.isPresent() && !command.by().office().equals(dossier.get().outline().from())) {
      return Exchange.refused(
          NOT_OUR_OFFICE,
          "statement " + command.statement().brief(),
          String.format(
              Locale.ROOT,
              "%s does not clear for %s",
              command.by().office(),
              dossier.get().outline().from()),
          "let the office clear it that speaks");
    }
    return draft(
        state,
        command.statement(),
        Dossier.Stage.CLEARED,
        new Event.Cleared(command.statement(), command.by(), now));
  }

  /// A step that only something not yet sent can take.
  private static Checked<List<Event>> draft(
      Conversation state, Digest statement, Dossier.Stage wanted, Event event) {
    Optional<Dossier> dossier = state.find(statement).filter(Dossier::isOurs);
    if (dossier.isEmpty()) {
      return Exchange.unknown(statement);
    }
    return switch (dossier.get().stage()) {
      case DRAFT -> Exchange.happens(event);
      case CLEARED -> wanted == Dossier.Stage.CLEARED ? Exchange.again() : Exchange.happens(event);
      case DISCARDED ->
          wanted == Dossier.Stage.DISCARDED
              ? Exchange.again()
              : Exchange.refused(
                  STEP_NOT_ALLOWED,
                  "statement " + statement.brief(),
                  "the draft was given up",
                  "write it anew");
      case SENT, HELD ->
          Exchange.refused(
              SENT_STAYS,
              "statement " + statement.brief(),
              "what was sent stays as it was sent",
              "correct or cancel it by a statement of its own");
    };
  }

  Checked<List<Event>> dispatch(Conversation state, Digest statement, Instant now) {
    Optional<Dossier> dossier = state.find(statement).filter(Dossier::isOurs);
    if (dossier.isEmpty()) {
      return Exchange.unknown(statement);
    }
    return switch (dossier.get().stage()) {
      case CLEARED -> Exchange.happens(new Event.Dispatched(statement, now));
      case SENT, HELD -> Exchange.again();
      case DRAFT, DISCARDED ->
          Exchange.refused(
              STEP_NOT_ALLOWED,
              "statement " + statement.brief(),
              "the statement was not cleared",
              "have it cleared first");
    };
  }
}
