package org.parley.duties.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.ComposeStatement;
import org.parley.duties.Draft;
import org.parley.duties.SendStatement;
import org.parley.duties.Station;
import org.parley.formats.exchange.StatementReader;

/// Answers the question of a communication check: repeats its word, and says who answers and by
/// which way the question came. A person does this; opening a page never does.
public final class AnswerCheck {

  private static final String BOTH = "both";

  private final Station station;
  private final boolean secondPerson;

  /// @param secondPerson whether the State wants another person to clear what is sent
  public AnswerCheck(Station station, boolean secondPerson) {
    this.station = station;
    this.secondPerson = secondPerson;
  }

  /// @param word as the person typed it
  /// @param both whether policy and technical office answer together
  /// @param way by which the question came, such as `node` or `telephone`
  public record Answer(String word, boolean both, Optional<String> way, Optional<String> remarks) {}

  /// @param by of an office that was asked
  /// @param clearing who clears it
  public Checked<ComposeStatement.Composed> run(
      Realm realm, Digest question, Answer answer, Hand by, Hand clearing) {
    Optional<Octets> bytes = station.books().look(book -> book.documents().find(question));
    if (bytes.isEmpty()
        || !(StatementReader.read(bytes.get())
            instanceof Checked.Sound<Statement>(Statement asked, _))
        || !asked.heading().format().equals(AskOffices.QUESTION)
        || !asked.realm().equals(realm)
        || !asked.route().isFor(by.office())) {
      return new Checked.Refused<>(
          List.of(
              new Issue(
                  IssueCode.CHECK_UNKNOWN,
                  Place.of("statement " + question.brief()),
                  "this is no question of a communication check to " + by.office(),
                  Optional.empty())));
    }
    return new SendStatement(station, secondPerson)
        .run(draft(asked, question, answer, by.office()), by, clearing);
  }

  private static Draft draft(Statement asked, Digest question, Answer answer, OfficeId from) {
    List<Draft.ItemDraft> items = new ArrayList<>();
    asked
        .item(AskOffices.RUNG)
        .ifPresent(rung -> items.add(Draft.ItemDraft.of(AskOffices.RUNG, rung.said())));
    items.add(AskOffices.value(AskOffices.WORD, answer.word()));
    items.add(AskOffices.value(AskOffices.ANSWERING, answer.both() ? BOTH : word(from)));
    items.add(
        Draft.ItemDraft.of(
            AskOffices.WAY,
            answer
                .way()
                .<Item.Said>map(way -> new Item.Value(List.of(way)))
                .orElseGet(Item.Nil::new)));
    answer.remarks().ifPresent(remarks -> items.add(AskOffices.value(AskOffices.REMARKS, remarks)));
    return new Draft(
        new Draft.Subject(
            AskOffices.QUESTION, Optional.of(asked.heading().conversation()), asked.realm()),
        new Draft.Addresses(from, List.of(asked.from()), List.of()),
        Heading.Languages.only(asked.heading().languages().authentic()),
        Ties.NONE.replyingTo(question, Ties.Extent.FULL),
        asked.marking(),
        items,
        Draft.Rest.NONE);
  }

  private static String word(OfficeId from) {
    return from.kind() == OfficeKind.POLICY ? "policy" : "technical";
  }
}
