package org.parley.formats.parley.incident;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.core.fact.Mode;
import org.parley.core.incident.Revision;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads revisions one after the other; each carries forward what the one before stated.
final class RevisionReader {

  private final Issues issues;
  private final StandingStatements standing;
  private Optional<Instant> aware = Optional.empty();
  private Optional<String> nothingElse = Optional.empty();
  private @Nullable Instant before;

  RevisionReader(KnownFacts facts, Issues issues) {
    this.issues = issues;
    this.standing = new StandingStatements(facts, issues);
  }

  /// @param number what the number of this revision must be
  Revision next(Tree item, int number) {
    Fields fields = Fields.of(item, "revision " + number, issues);
    fields.needText("revision").ifPresent(text -> isNumbered(text, number));
    Optional<Instant> at = fields.text("at").flatMap(this::moment);
    at.ifPresent(moment -> inOrder(moment, fields));
    Optional<String> by = fields.text("by").map(Tree.Text::text);
    aware = fields.text("aware").flatMap(this::moment).or(() -> aware);
    fields.namedOrBlank("facts").ifPresent(entries -> standing.state(entries, Mode.ACTUAL));
    fields.namedOrBlank("potential").ifPresent(entries -> standing.state(entries, Mode.POTENTIAL));
    fields.map("allElse").ifPresent(this::allElse);
    fields.end();
    standing.checkWorld();
    return new Revision(
        number, at, by, aware, standing.list(), nothingElse, standing.takeWithdrawn());
  }

  private void isNumbered(Tree.Text text, int number) {
    if (!text.text().equals(Integer.toString(number))) {
      issues.add(
          IssueCode.REVISION_ORDER,
          text.place(),
          "here revision %d is due, not \"%s\"".formatted(number, text.text()),
          "number the revisions 1, 2, 3 … in the order in which they were made");
    }
  }

  private void inOrder(Instant moment, Fields fields) {
    Instant earlier = before;
    if (earlier != null && moment.isBefore(earlier)) {
      issues.add(
          IssueCode.REVISION_ORDER,
          fields.place(),
          "%s was made at %s, before the revision above".formatted(fields.what(), moment));
    }
    before = moment;
  }

  private void allElse(Fields fields) {
    Optional<Tree.Text> word = fields.needText("nothingHappened");
    Optional<Tree.Text> by = fields.needText("by");
    fields.end();
    word.ifPresent(text -> {
      switch (text.text()) {
        case "yes", "true" -> nothingElse = by.map(Tree.Text::text);
        case "no", "false" -> nothingElse = Optional.empty();
        default ->
            issues.add(
                IssueCode.WRONG_TYPE, text.place(), "nothingHappened is answered by yes or no");
      }
    });
  }

  private Optional<Instant> moment(Tree.Text text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.text()).toInstant());
    } catch (DateTimeException wrong) {
      issues.add(
          IssueCode.WRONG_TYPE,
          text.place(),
          "this is no moment in time",
          "write it with its zone, such as 2026-03-02T02:50:00Z");
      return Optional.empty();
    }
  }
}
