package org.parley.core.casefile;

import static org.parley.core.issue.IssueCode.TASKS_OPEN;
import static org.parley.core.issue.IssueCode.TIED_TO_ITSELF;
import static org.parley.core.issue.IssueCode.TYPE_NOT_STATED;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.deed.FinalReport;
import org.parley.core.casefile.deed.Triage;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;

/// Whether a case can move to another stage.
final class StageRules {

  private StageRules() {}

  /// Whether a move has been made before: the same again moves nothing.
  static boolean isThere(Casefile state, Deed deed) {
    Progress progress = state.progress();
    return switch (deed) {
      case Deed.Judge(Triage outcome) ->
          progress.stage() != Stage.REPORTED
              && progress.outcome().filter(outcome::equals).isPresent();
      case Deed.BeginWork _ -> progress.stage() == Stage.UNDER_WAY;
      case Deed.Contain _ -> progress.stage() == Stage.CONTAINED;
      case Deed.Recover _ -> progress.stage() == Stage.RECOVERED;
      case Deed.Close(FinalReport report) ->
          progress.stage() == Stage.CLOSED
              && progress.finalReport().filter(report::equals).isPresent();
      case Deed.Reopen _,
          Deed.Opening _,
          Deed.OnFacts _,
          Deed.OnHandling _,
          Deed.OnStory _,
          Deed.OnWork _ ->
          false;
    };
  }

  static void check(Casefile state, Deed.OnStage deed, CaseRules rules, Issues issues) {
    switch (deed) {
      case Deed.Judge(Triage outcome) -> triage(state, outcome, rules, issues);
      case Deed.BeginWork(var words) -> words(words, issues);
      case Deed.Contain(var words) -> words(words, issues);
      case Deed.Recover(var words) -> words(words, issues);
      case Deed.Close(FinalReport report) -> close(state, report, issues);
      case Deed.Reopen(String reason) -> Wording.words(reason, "reason", issues);
    }
  }

  private static void words(Optional<String> words, Issues issues) {
    words.ifPresent(said -> Wording.words(said, "words", issues));
  }

  private static void triage(Casefile state, Triage outcome, CaseRules rules, Issues issues) {
    Wording.words(outcome.reason(), "reason", issues);
    switch (outcome) {
      case Triage.New _ -> {
        boolean stated =
            state.pointer().isPresent()
                || rules.typeFacts().stream()
                    .anyMatch(key -> !state.facts().counting(key).isEmpty());
        if (!stated) {
          issues.add(
              TYPE_NOT_STATED,
              Place.of("type"),
              "nothing is stated about the type of the incident",
              "state the type with the outcome; where it is not known yet, state that and why");
        }
      }
      case Triage.DuplicateOf(CaseId other, _) -> {
        if (other.equals(state.id())) {
          issues.add(
              TIED_TO_ITSELF,
              Place.of("other"),
              "an incident is no duplicate of itself",
              "name the incident that was reported before");
        }
      }
      case Triage.NotAnIncident _ -> {}
    }
  }

  private static void close(Casefile state, FinalReport report, Issues issues) {
    Wording.words(report.happened(), "happened", issues);
    report.cause().ifPresent(said -> Wording.words(said, "cause", issues));
    report.lessons().ifPresent(said -> Wording.words(said, "lessons", issues));
    List<Work.Task> open = state.work().openTasks();
    if (!open.isEmpty()) {
      issues.add(
          TASKS_OPEN,
          Place.of("task " + open.getFirst().number()),
          String.format(Locale.ROOT, "tasks are still open: %d", open.size()),
          "finish or drop them first");
    }
  }
}
