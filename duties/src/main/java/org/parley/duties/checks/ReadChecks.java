package org.parley.duties.checks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.check.Check;
import org.parley.core.check.CheckEvent;
import org.parley.core.check.CheckId;
import org.parley.core.check.Finding;
import org.parley.core.check.Heard;
import org.parley.core.check.Summary;
import org.parley.core.check.Ways;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.ledger.Account;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.exchange.ledger.Standing;
import org.parley.core.issue.Checked;
import org.parley.core.people.Actor;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.post.TwoWays;
import org.parley.duties.record.Ledger;
import org.parley.formats.exchange.StatementReader;

/// Reads communication checks, for the office that keeps them and for nobody else.
public final class ReadChecks {

  private static final int NOTICE = 3;
  private static final int OFFER = 7;

  private final Checkwork work;

  public ReadChecks(Checkwork work) {
    this.work = work;
  }

  /// A check, what it found of each State, and what may be told beyond the office.
  public record Seen(Check check, List<Finding> findings, Optional<Summary> summary, Instant now) {
    public Seen {
      findings = List.copyOf(findings);
    }
  }

  /// The checks that this actor's office keeps, the one planned last coming first.
  public List<Check> list(Realm realm, Actor actor) {
    return work.station()
        .books()
        .look(book ->
            new CheckBook(book, realm)
                .all().stream()
                    .filter(check -> work.isAllowed(actor, check.plan().from()))
                    .toList());
  }

  public Checked<Seen> one(Realm realm, CheckId id, Actor actor) {
    return work.station()
        .books()
        .look(book ->
            new CheckBook(book, realm)
                .open(id)
                .map(CheckBook.Opened::check)
                .filter(check -> work.isAllowed(actor, check.plan().from()))
                .<Checked<Seen>>map(
                    check -> new Checked.Sound<>(seen(book, realm, check), List.of()))
                .orElseGet(() -> Checkwork.unknown(id)));
  }

  private Seen seen(Book book, Realm realm, Check check) {
    Instant now = work.station().now();
    List<Finding> findings =
        check.plan().ask().states().stream()
            .map(state ->
                Finding.of(
                    check,
                    state,
                    heard(book, realm, check, state),
                    ways(book, realm, check, state),
                    now))
            .toList();
    return new Seen(check, findings, Summary.of(check, findings), now);
  }

  /// A node speaks for all its offices.
  private List<Ways> ways(Book book, Realm realm, Check check, Party state) {
    List<TwoWays.Trip> trips =
        Optional.ofNullable(check.asked().get(state))
            .filter(CheckEvent.Asked::byTwoWays)
            .flatMap(CheckEvent.Asked::statement)
            .map(statement -> TwoWays.of(book, realm, statement))
            .orElse(List.of());
    return check.plan().ask().offices(state).stream()
        .flatMap(office ->
            work.station().counterparts().nodeOf(book, office).stream()
                .flatMap(node -> trips.stream().filter(trip -> trip.to().equals(node)))
                .map(trip -> new Ways(office, tried(trip), trip.noOther())))
        .toList();
  }

  private static List<Ways.Way> tried(TwoWays.Trip trip) {
    return trip.went().stream()
        .map(went -> new Ways.Way(went.way(), went.since(), went.receipt()))
        .toList();
  }

  private List<Heard> heard(Book book, Realm realm, Check check, Party state) {
    List<Heard> heard = new ArrayList<>();
    CheckEvent.Asked question = check.asked().get(state);
    if (question != null) {
      Ledger ledger = new Ledger(book, work.station().seat(), realm);
      question
          .statement()
          .flatMap(ledger::conversationOf)
          .ifPresent(conversation ->
              conversation
                  .state()
                  .dossiers()
                  .values()
                  .forEach(dossier -> heard.addAll(heard(book, dossier, question, state))));
    }
    check.contacts().stream()
        .map(CheckEvent.WrittenDown::contact)
        .filter(contact -> contact.office().party().equals(state))
        .map(contact ->
            new Heard(
                Heard.Kind.BY_HAND,
                contact.office(),
                contact.when(),
                contact.word(),
                Optional.of(contact.way())))
        .forEach(heard::add);
    return heard;
  }

  private static List<Heard> heard(
      Book book, Dossier dossier, CheckEvent.Asked question, Party state) {
    if (question.statement().equals(Optional.of(dossier.digest()))) {
      return dossier.accounts().values().stream().flatMap(each -> steps(each).stream()).toList();
    }
    OfficeId from = dossier.outline().from();
    return from.party().equals(state) ? said(book, dossier, from).stream().toList() : List.of();
  }

  private static List<Heard> steps(Account account) {
    List<Heard> heard = new ArrayList<>();
    first(account, Standing.DELIVERED, Heard.Kind.DELIVERED).ifPresent(heard::add);
    first(account, Standing.OPENED, Heard.Kind.OPENED).ifPresent(heard::add);
    first(account, Standing.ACKNOWLEDGED, Heard.Kind.ACKNOWLEDGED).ifPresent(heard::add);
    return heard;
  }

  private static Optional<Heard> first(Account account, Standing standing, Heard.Kind kind) {
    // What an officer took down of a mail or a call is no receipt of a node.
    return account.steps().stream()
        .filter(step -> step.standing() == standing && step.outside().isEmpty())
        .findFirst()
        .map(step -> Heard.of(kind, account.recipient(), step.at()));
  }

  /// What a statement of the State in the same conversation says, at the time it was taken in here.
  private static Optional<Heard> said(Book book, Dossier dossier, OfficeId from) {
    Instant at =
        dossier.accounts().values().stream()
            .flatMap(account -> account.first(Standing.DELIVERED).stream())
            .map(step -> step.at())
            .findFirst()
            .orElse(dossier.outline().heading().created());
    int format = dossier.outline().heading().format().number();
    return switch (format) {
      case NOTICE -> Optional.of(Heard.of(Heard.Kind.NOTICE, from, at));
      case OFFER -> Optional.of(Heard.of(Heard.Kind.OFFER, from, at));
      default ->
          format == AskOffices.QUESTION.number()
              ? book.documents()
                  .find(dossier.digest())
                  .map(bytes -> StatementReader.read(bytes).orThrow())
                  .map(answer ->
                      new Heard(
                          Heard.Kind.ANSWERED,
                          from,
                          at,
                          text(answer, AskOffices.WORD),
                          text(answer, AskOffices.WAY)))
              : Optional.empty();
    };
  }

  private static Optional<String> text(Statement statement, int item) {
    return statement
        .item(item)
        .filter(each -> each.said() instanceof Item.Value)
        .map(each -> ((Item.Value) each.said()).texts().getFirst());
  }
}
