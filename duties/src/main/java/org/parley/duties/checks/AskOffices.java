package org.parley.duties.checks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.check.Check;
import org.parley.core.check.CheckEvent;
import org.parley.core.check.CheckId;
import org.parley.core.check.CheckPlan;
import org.parley.core.check.Rung;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.Draft;
import org.parley.duties.SendStatement;
import org.parley.duties.Station;
import org.parley.duties.port.Book;
import org.parley.duties.post.Packing;
import org.parley.duties.post.TwoWays;

/// Sends the questions of every check whose time has come: one statement for each State, in a
/// conversation of its own, so that no State sees who else is asked, with a word of its own.
public final class AskOffices {

  static final FormatId QUESTION = new FormatId(2, 1);
  static final int RUNG = 1;
  static final int WORD = 2;
  static final int ANSWERING = 3;
  static final int WAY = 4;
  static final int REMARKS = 6;

  /// Letters and digits that are not mistaken for each other on a bad line.
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int LETTERS_IN_WORD = 8;
  private static final int LONGEST_REASON = 1000;

  private final Checkwork work;

  public AskOffices(Checkwork work) {
    this.work = work;
  }

  /// @return how many States were asked, those among them to whom nothing could go
  public int run(Realm realm) {
    Instant now = work.station().now();
    List<Check> due =
        work.station()
            .books()
            .look(book ->
                new CheckBook(book, realm)
                    .all().stream().filter(check -> check.isDue(now)).toList());
    int asked = 0;
    for (Check check : due) {
      for (Party state : check.plan().ask().states()) {
        if (!check.asked().containsKey(state)) {
          ask(realm, check, state);
          asked++;
        }
      }
    }
    return asked;
  }

  /// The statement and the note that it went are one change: a State is never asked twice.
  private void ask(Realm realm, Check check, Party state) {
    String word = word();
    Instant now = work.station().now();
    Hand hand = new Hand(check.plan().from(), check.planner());
    List<OfficeId> unserved = unserved(check.plan(), state);
    if (!unserved.isEmpty()) {
      note(realm, check.id(), notSent(state, word, "no node receives for " + list(unserved), now));
      return;
    }
    Checked<CheckId> sent =
        new SendStatement(work.station(), false)
            .run(
                draft(realm, check.plan(), state, word, now),
                hand,
                hand,
                (book, made) -> {
                  CheckBook checks = new CheckBook(book, realm);
                  int events = checks.open(check.id()).orElseThrow().events();
                  checks.keep(
                      check.id(),
                      events,
                      new CheckEvent.Asked(
                          state,
                          Optional.of(made.statement()),
                          word,
                          check.plan().rung().goesByTwoWays(),
                          Optional.empty(),
                          now));
                  askTwice(book, realm, check.plan(), state, made.statement());
                  return new Checked.Sound<>(check.id(), List.of());
                });
    if (sent instanceof Checked.Refused<CheckId>(List<Issue> reasons)) {
      note(realm, check.id(), notSent(state, word, reasons.getFirst().message(), now));
    }
  }

  private void askTwice(Book book, Realm realm, CheckPlan plan, Party state, Digest statement) {
    if (!plan.rung().goesByTwoWays()) {
      return;
    }
    Station station = work.station();
    TwoWays ways = new TwoWays(new Packing(station.node(), station.seal(), station.counterparts()));
    // As long again, so that a late receipt still tells its way.
    Instant until = station.now().plus(plan.within().multipliedBy(2));
    plan.ask().offices(state).stream()
        .flatMap(office -> station.counterparts().nodeOf(book, office).stream())
        .distinct()
        .forEach(node -> ways.want(book, realm, statement, node, until));
  }

  private List<OfficeId> unserved(CheckPlan plan, Party state) {
    return work.station()
        .books()
        .look(book ->
            plan.ask().offices(state).stream()
                .filter(office -> work.station().counterparts().nodeOf(book, office).isEmpty())
                .toList());
  }

  private static String list(List<OfficeId> offices) {
    return String.join(", ", offices.stream().map(OfficeId::toString).toList());
  }

  private static CheckEvent notSent(Party state, String word, String why, Instant now) {
    String brief = why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why;
    return new CheckEvent.Asked(state, Optional.empty(), word, false, Optional.of(brief), now);
  }

  private void note(Realm realm, CheckId id, CheckEvent event) {
    work.station()
        .books()
        .change(book -> {
          CheckBook checks = new CheckBook(book, realm);
          checks.keep(id, checks.open(id).orElseThrow().events(), event);
          return id;
        });
  }

  private static Draft draft(Realm realm, CheckPlan plan, Party state, String word, Instant now) {
    List<Draft.ItemDraft> items = new ArrayList<>();
    items.add(value(RUNG, plan.rung().word()));
    items.add(value(WORD, word));
    items.add(Draft.ItemDraft.of(ANSWERING, new Item.Nil()));
    items.add(Draft.ItemDraft.of(WAY, new Item.Nil()));
    items.add(value(REMARKS, remarks(plan)));
    return new Draft(
        new Draft.Subject(QUESTION, Optional.empty(), realm),
        new Draft.Addresses(plan.from(), plan.ask().offices(state), List.of()),
        Heading.Languages.only("en"),
        Ties.NONE.proposing(now.plus(plan.within())),
        Marking.of(Tlp.AMBER),
        items,
        Draft.Rest.NONE);
  }

  static Draft.ItemDraft value(int number, String text) {
    return Draft.ItemDraft.of(number, new Item.Value(List.of(text)));
  }

  /// What the office asked is to do, in the authentic language of the question.
  private static String remarks(CheckPlan plan) {
    String announced = plan.announced() ? "This check was announced. " : "";
    return announced + task(plan.rung());
  }

  private static String task(Rung rung) {
    return switch (rung) {
      case NODE -> "Nothing is asked of you: your node answers by itself, by each way it comes.";
      case OFFICE_HOURS, DUTY_OFFICER -> "Please repeat the word of item 2.";
      case JOINT -> "Please answer as policy and technical office together, and repeat the word.";
      case FORM ->
          "Please send an early notice (C3) in this conversation, from your exercise card.";
      case ASSISTANCE -> "Please say in format C7 which assistance you would offer, or none.";
      case OTHER_WAY -> "Please repeat the word by another way than this one, such as telephone.";
    };
  }

  /// About 39 bits: not to be guessed, and short enough to be read out.
  private String word() {
    Octets drawn = work.station().chance().draw(8 * LETTERS_IN_WORD);
    StringBuilder word = new StringBuilder();
    for (byte each : drawn.toArray()) {
      int place = each & 0xFF;
      // Bytes beyond the last whole round of letters are skipped, so that all letters are alike.
      if (place < 256 / LETTERS.length() * LETTERS.length() && word.length() < LETTERS_IN_WORD) {
        word.append(LETTERS.charAt(place % LETTERS.length()));
      }
    }
    return word.substring(0, LETTERS_IN_WORD / 2) + "-" + word.substring(LETTERS_IN_WORD / 2);
  }
}
