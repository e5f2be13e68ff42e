package org.parley.core.casefile;

import static org.parley.core.issue.IssueCode.NOTHING_BESIDE;
import static org.parley.core.issue.IssueCode.NOTHING_STATED;
import static org.parley.core.issue.IssueCode.NOT_THE_SPEAKER;
import static org.parley.core.issue.IssueCode.STATEMENT_CONFLICT;
import static org.parley.core.issue.IssueCode.STATEMENT_NOT_IN_CASE;
import static org.parley.core.issue.IssueCode.STATEMENT_TAKEN_BACK;
import static org.parley.core.issue.IssueCode.TOO_MANY_AT_ONCE;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.casefile.deed.Author;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.fact.Statement;
import org.parley.core.handling.Marking;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;

/// Whether facts can be stated, adopted, taken back.
record FactRules(Casefile state, CaseDecision decision, Issues issues) {

  void check(Deed.OnFacts deed, Author by) {
    switch (deed) {
      case Deed.State(Stating stating) -> {
        stating(stating, state.marking().whole(), decision, issues);
        if (stating.isEmpty()) {
          issues.add(NOTHING_STATED, Place.of("facts"), "nothing was stated", "state a fact");
        }
        tellConflicts(stating, by);
      }
      case Deed.Adopt(int number, String reason) -> {
        Wording.words(reason, "reason", issues);
        find(number).ifPresent(this::adoptable);
      }
      case Deed.Withdraw(int number, String reason) -> {
        Wording.words(reason, "reason", issues);
        find(number).ifPresent(said -> withdrawable(said, by));
      }
    }
  }

  static void stating(Stating stating, Marking whole, CaseDecision decision, Issues issues) {
    if (stating.statements().size() > CaseRules.MOST_STATEMENTS) {
      issues.add(
          TOO_MANY_AT_ONCE,
          Place.of("facts"),
          String.format(
              Locale.ROOT,
              "%d statements at once, and %d is the most",
              stating.statements().size(),
              CaseRules.MOST_STATEMENTS),
          "state them in several steps");
    }
    stating
        .markings()
        .forEach(
            (key, marking) -> decision.ceiling(whole.with(marking), "marking of " + key, issues));
    for (Statement statement : stating.statements()) {
      Statement.Origin origin = statement.origin();
      List.of(origin.source(), origin.by(), origin.confidence())
          .forEach(part ->
              part.ifPresent(words -> Wording.words(words, "fact " + statement.key(), issues)));
    }
  }

  /// Notes for each fact about which another side has said something else.
  private void tellConflicts(Stating stating, Author by) {
    for (Statement statement : stating.statements()) {
      boolean beside =
          state.facts().counting(statement.key()).stream()
              .anyMatch(said ->
                  !said.by().isOneWith(by)
                      && !said.statement().stated().equals(statement.stated()));
      if (beside) {
        issues.add(
            STATEMENT_CONFLICT,
            Place.of("fact " + statement.key()),
            "another side has said something else; both count until one is adopted");
      }
    }
  }

  private Optional<Said> find(int number) {
    Optional<Said> said = state.facts().find(number);
    if (said.isEmpty()) {
      tell(STATEMENT_NOT_IN_CASE, number, "this incident has no such statement");
    }
    return said;
  }

  private void adoptable(Said said) {
    if (said.standing() instanceof Said.Standing.Withdrawn) {
      tell(STATEMENT_TAKEN_BACK, said.number(), "it was taken back");
      return;
    }
    boolean alone =
        state.facts().counting(said.key()).stream()
            .allMatch(other -> other.number() == said.number());
    if (alone && !said.counts()) {
      tell(NOTHING_BESIDE, said.number(), "nothing else counts beside it any more");
    }
  }

  private void withdrawable(Said said, Author by) {
    if (said.standing() instanceof Said.Standing.Withdrawn) {
      return;
    }
    boolean holder = by.office().equals(Optional.of(state.head().holder()));
    if (!holder && !said.by().isOneWith(by)) {
      tell(NOT_THE_SPEAKER, said.number(), "it is another's statement");
    }
  }

  private void tell(IssueCode code, int number, String message) {
    issues.add(code, Place.of("statement " + number), message);
  }
}
