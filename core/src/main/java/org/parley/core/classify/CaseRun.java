package org.parley.core.classify;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.FactKey;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.outcome.Classification;
import org.parley.core.outcome.IssuerRuling;
import org.parley.core.outcome.Outcome;
import org.parley.core.outcome.Step;
import org.parley.core.plain.PlainEvaluator;
import org.parley.core.scale.Grade;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.WorkedCase;

/// Runs the worked cases of an edition through both evaluators.
public final class CaseRun {

  private final ScaleEdition edition;
  private final Catalogue catalogue;
  private final Map<LocalDate, Classifier> classifiers = new HashMap<>();
  private final List<Issue> failures = new ArrayList<>();

  private CaseRun(ScaleEdition edition, Catalogue catalogue) {
    this.edition = edition;
    this.catalogue = catalogue;
  }

  /// Every case whose result differs, as an issue at the place of the expected result.
  ///
  /// @param decimals how many decimals of a score are displayed
  public static List<Issue> failures(
      ScaleEdition edition, Catalogue catalogue, List<WorkedCase> cases, int decimals) {
    CaseRun run = new CaseRun(edition, catalogue);
    cases.forEach(each -> run.check(each, decimals));
    return run.failures;
  }

  private void check(WorkedCase worked, int decimals) {
    if (worked.incidents().size() > 1) {
      compare(worked, joined(worked));
      return;
    }
    WorkedCase.Told told = worked.incidents().getFirst();
    Classification made = classifier(told.aware()).classify(told.sheet());
    List<Grade> possible = made.outcome().possible();
    compare(worked, possible);
    Step.Gave trace = new PlainEvaluator(edition, catalogue, day(told.aware())).trace(told.sheet());
    if (!trace.possible().containsAll(possible)) {
      fails(
          worked,
          "the plain evaluator gives "
              + words(trace.possible())
              + ", the compiled one "
              + words(possible));
    }
    worked.score().ifPresent(score -> score(worked, made.outcome(), score, decimals));
    worked.ruling().ifPresent(ruling -> ruling(worked, made, ruling));
  }

  private List<Grade> joined(WorkedCase worked) {
    List<Recurring.Dated> incidents =
        worked.incidents().stream()
            .map(told -> new Recurring.Dated(told.aware(), told.sheet()))
            .toList();
    Classifier classifier = classifier(worked.incidents().getLast().aware());
    return new Recurring(edition, catalogue).possible(incidents, classifier);
  }

  private void compare(WorkedCase worked, List<Grade> possible) {
    if (!Set.copyOf(possible).equals(Set.copyOf(worked.possible()))) {
      fails(worked, "gives " + words(possible) + ", and should give " + words(worked.possible()));
    }
  }

  private LocalDate day(Instant aware) {
    return aware.atZone(edition.heading().validity().zone()).toLocalDate();
  }

  private Classifier classifier(Instant aware) {
    LocalDate day = day(aware);
    return classifiers.computeIfAbsent(
        day.withDayOfYear(1), _ -> new Classifier(edition, catalogue, day));
  }

  private void score(WorkedCase worked, Outcome outcome, String expected, int decimals) {
    Optional<String> shown =
        outcome instanceof Outcome.Settled(_, var score)
            ? score.map(exact -> exact.shown(decimals))
            : Optional.empty();
    if (!shown.equals(Optional.of(expected))) {
      fails(worked, "the score is " + shown.orElse("not settled") + ", and should be " + expected);
    }
  }

  private void ruling(
      WorkedCase worked, Classification classification, WorkedCase.Ruling expected) {
    IssuerRuling made = classification.ruling();
    boolean agrees =
        switch (expected) {
          case WorkedCase.Ruling.Possible(var grades) ->
              Set.copyOf(grades).equals(Set.copyOf(ruled(classification)));
          case WorkedCase.Ruling.MustEstimate(Set<FactKey> keys) ->
              made instanceof IssuerRuling.MustEstimate(var asked, _)
                  && new HashSet<>(asked).equals(keys);
          case WorkedCase.Ruling.DueLater(Set<FactKey> keys) ->
              made instanceof IssuerRuling.DueLater(_, var due, _)
                  && new HashSet<>(due).equals(keys);
          case WorkedCase.Ruling.NotComputed() -> made instanceof IssuerRuling.NotComputed;
          case WorkedCase.Ruling.Silent() -> made instanceof IssuerRuling.Silent;
        };
    if (!agrees) {
      fails(
          worked,
          "the issuer's own rule gives " + words(made) + ", and should give " + words(expected));
    }
  }

  /// What is possible under the issuer's rule; where nothing is open, what is possible anyway.
  private static List<Grade> ruled(Classification classification) {
    return switch (classification.ruling()) {
      case IssuerRuling.Substituted(var possible, _) -> possible;
      case IssuerRuling.NotNeeded() -> classification.outcome().possible();
      case IssuerRuling.MustEstimate _,
          IssuerRuling.DueLater _,
          IssuerRuling.NotComputed _,
          IssuerRuling.Silent _ ->
          List.of();
    };
  }

  private void fails(WorkedCase worked, String what) {
    failures.add(
        new Issue(
            IssueCode.CASE_FAILS,
            worked.place(),
            "the case \"" + worked.name() + "\" " + what,
            Optional.empty()));
  }

  private static String words(IssuerRuling ruling) {
    return switch (ruling) {
      case IssuerRuling.NotNeeded() -> "nothing, for nothing is open";
      case IssuerRuling.Substituted(var possible, _) -> words(possible);
      case IssuerRuling.MustEstimate(var keys, _) -> "that " + facts(keys) + " must be estimated";
      case IssuerRuling.DueLater(_, var keys, _) -> "that " + facts(keys) + " are due later";
      case IssuerRuling.NotComputed _ -> "that nothing is computed";
      case IssuerRuling.Silent _ -> "nothing, for the source is silent";
    };
  }

  private static String words(WorkedCase.Ruling ruling) {
    return switch (ruling) {
      case WorkedCase.Ruling.Possible(var grades) -> words(grades);
      case WorkedCase.Ruling.MustEstimate(var keys) -> "that " + facts(keys) + " must be estimated";
      case WorkedCase.Ruling.DueLater(var keys) -> "that " + facts(keys) + " are due later";
      case WorkedCase.Ruling.NotComputed() -> "that nothing is computed";
      case WorkedCase.Ruling.Silent() -> "nothing, for the source is silent";
    };
  }

  private static String facts(Collection<FactKey> keys) {
    return String.join(", ", keys.stream().map(FactKey::toString).sorted().toList());
  }

  private static String words(List<Grade> grades) {
    return String.join(", ", grades.stream().map(Grade::word).toList());
  }
}
