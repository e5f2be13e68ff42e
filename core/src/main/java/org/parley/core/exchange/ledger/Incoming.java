package org.parley.core.exchange.ledger;

import static org.parley.core.issue.IssueCode.CONVERSATION_MIXED;
import static org.parley.core.issue.IssueCode.FORMAT_EDITION_UNKNOWN;
import static org.parley.core.issue.IssueCode.MARKING_NOT_KNOWN;
import static org.parley.core.issue.IssueCode.NOT_ADDRESSED;
import static org.parley.core.issue.IssueCode.NOT_OUR_OFFICE;
import static org.parley.core.issue.IssueCode.REALM_MIXED;
import static org.parley.core.issue.IssueCode.RECEIPT_NOT_ADDRESSEES;
import static org.parley.core.issue.IssueCode.STATEMENT_IRREGULAR;
import static org.parley.core.issue.IssueCode.STEP_NOT_ALLOWED;
import static org.parley.core.issue.IssueCode.SUCCESSOR_NOT_SENDERS;
import static org.parley.core.issue.IssueCode.TWO_STATEMENTS_ONE_NUMBER;
import static org.parley.core.issue.IssueCode.WAITS_FOR_ANOTHER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.exchange.format.Formats;
import org.parley.core.exchange.format.StatementRules;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;

/// What comes from other nodes, after its signatures were checked.
final class Incoming {

  private final Formats formats;

  Incoming(Formats formats) {
    this.formats = formats;
  }

  Checked<List<Event>> statement(Conversation state, Command.TakeIn command, Instant now) {
    if (state.find(command.digest()).filter(Dossier::isSaid).isPresent()) {
      return Exchange.again();
    }
    Issues issues = new Issues();
    Statement statement = command.statement();
    refuse(state, command, issues);
    if (issues.hasErrors()) {
      return new Checked.Refused<>(issues.list());
    }
    List<Event> events = new ArrayList<>();
    events.add(new Event.TakenIn(command.digest(), Outline.of(statement), now));
    note(state, statement, issues);
    others(state, command)
        .forEach(other -> {
          events.add(new Event.SaidTwice(other, command.digest(), now));
          issues.add(
              TWO_STATEMENTS_ONE_NUMBER,
              Place.of("number"),
              String.format(
                  Locale.ROOT,
                  "%s has said something else under %s; both are kept",
                  statement.from(),
                  statement.heading().number()));
        });
    return new Checked.Sound<>(List.copyOf(events), issues.list());
  }

  private static List<Digest> others(Conversation state, Command.TakeIn command) {
    Statement statement = command.statement();
    Stream<Digest> here =
        state.under(statement.from(), statement.heading().number()).stream().map(Dossier::digest);
    return Stream.concat(here, command.elsewhere().stream())
        .filter(other -> !other.equals(command.digest()))
        .distinct()
        .toList();
  }

  private static void refuse(Conversation state, Command.TakeIn command, Issues issues) {
    Statement statement = command.statement();
    if (!statement.route().node().equals(command.sender())) {
      issues.add(
          NOT_OUR_OFFICE,
          Place.of("from"),
          String.format(
              Locale.ROOT,
              "it bears the signature of %s and says that it is from %s",
              command.sender(),
              statement.route().node()));
    }
    if (!statement.heading().conversation().equals(state.id())) {
      issues.add(
          CONVERSATION_MIXED, Place.of("conversation"), "the statement is of another conversation");
    }
    if (!statement.realm().equals(state.realm())) {
      issues.add(
          REALM_MIXED,
          Place.of("realm"),
          String.format(
              Locale.ROOT,
              "the conversation is %s, and the statement %s",
              state.realm().word(),
              statement.realm().word()));
    }
    if (state.seat().offices().stream().noneMatch(statement.route()::isFor)) {
      issues.add(
          NOT_ADDRESSED, Place.of("recipients"), "no office of this node is among its recipients");
    }
    Relations.ceiling(state.seat(), statement, issues);
  }

  /// What is odd about a statement that is taken in all the same.
  private void note(Conversation state, Statement statement, Issues issues) {
    Ties ties = statement.ties();
    FormatId format = statement.heading().format();
    Optional<FormatId> answered =
        ties.inReplyTo()
            .flatMap(reply -> state.find(reply.statement()))
            .map(dossier -> dossier.outline().heading().format());
    if (formats.find(format).isEmpty() && formats.current(format.number()).isPresent()) {
      issues.add(
          FORMAT_EDITION_UNKNOWN,
          Place.of("format"),
          String.format(
              Locale.ROOT,
              "%s is an edition not known here; its items are kept as they are",
              format));
    } else {
      for (Issue fault : StatementRules.check(statement, formats, answered)) {
        issues.add(new Issue(STATEMENT_IRREGULAR, fault.place(), fault.message(), fault.remedy()));
      }
    }
    statement
        .marking()
        .unknown()
        .forEach(words ->
            issues.add(
                MARKING_NOT_KNOWN,
                Place.of("marking"),
                String.format(
                    Locale.ROOT, "\"%s\" is not known, and counts as the strictest", words)));
    Stream.concat(ties.inReplyTo().map(Ties.Reply::statement).stream(), ties.supersedes().stream())
        .filter(other -> state.find(other).isEmpty())
        .forEach(other ->
            issues.add(
                WAITS_FOR_ANOTHER,
                Place.of("statement " + other.brief()),
                "it speaks of a statement that is not here, or not yet"));
    carriedOn(state, statement, issues);
  }

  /// The faults of an answer or successor that would be refused if it were ours.
  private static void carriedOn(Conversation state, Statement statement, Issues issues) {
    Issues faults = new Issues();
    for (Dossier other : Relations.named(state, statement.ties())) {
      Relations.check(other.outline(), statement, faults);
      boolean successor = statement.ties().supersedes().filter(other.digest()::equals).isPresent();
      if (successor && !other.outline().from().party().equals(statement.from().party())) {
        faults.add(
            SUCCESSOR_NOT_SENDERS,
            Place.of("supersedes"),
            String.format(
                Locale.ROOT,
                "only %s corrects or cancels what it said; this changes nothing about it",
                other.outline().from()));
      }
    }
    faults
        .list()
        .forEach(fault ->
            issues.add(
                new Issue(STATEMENT_IRREGULAR, fault.place(), fault.message(), fault.remedy())));
  }

  Checked<List<Event>> receipt(Conversation state, Command.TakeReceipt command, Instant now) {
    Receipt receipt = command.receipt();
    Optional<Dossier> dossier = state.find(receipt.statement());
    if (dossier.isEmpty()) {
      return Exchange.unknown(receipt.statement());
    }
    if (!receipt.realm().equals(state.realm())) {
      return fault(receipt, REALM_MIXED, "it is of another realm than the statement");
    }
    if (!command.sender().equals(receipt.by().node())) {
      return fault(receipt, RECEIPT_NOT_ADDRESSEES, "another node signed it than speaks in it");
    }
    boolean fits =
        receipt.kind().isSenders()
            ? dossier.get().stage() == Dossier.Stage.HELD
                && receipt.by().office().equals(dossier.get().outline().from())
            : dossier.get().isOurs() && dossier.get().account(receipt.by().office()).isPresent();
    if (!fits) {
      return fault(
          receipt,
          RECEIPT_NOT_ADDRESSEES,
          receipt.by().office() + " has nothing to receipt about this statement");
    }
    if (!dossier.get().isSaid()) {
      return fault(receipt, STEP_NOT_ALLOWED, "the statement was never sent");
    }
    return isKnown(dossier.get(), receipt)
        ? Exchange.again()
        : Exchange.happens(new Event.Receipted(receipt, now));
  }

  /// The same kind from the same office at the same moment has come before.
  private static boolean isKnown(Dossier dossier, Receipt receipt) {
    Optional<Standing> standing = Receipting.standing(receipt.kind());
    return dossier.accounts().values().stream()
        .flatMap(account -> account.steps().stream())
        .anyMatch(step ->
            step.by().equals(receipt.by().office())
                && step.outside().isEmpty()
                && step.claimed().filter(receipt.at()::equals).isPresent()
                && standing.map(step.standing()::equals).orElse(true)
                && (standing.isEmpty()
                    || step.reason().equals(Receipting.reason(receipt.kind(), receipt.words()))));
  }

  private static Checked<List<Event>> fault(Receipt receipt, IssueCode code, String message) {
    return Exchange.refused(
        code,
        String.format(Locale.ROOT, "receipt %s of %s", receipt.kind().word(), receipt.by().node()),
        message,
        "ask that node what it means");
  }
}
