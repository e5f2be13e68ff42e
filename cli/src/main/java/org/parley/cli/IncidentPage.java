package org.parley.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.incident.Incident;
import org.parley.core.incident.Revision;
import org.parley.core.outcome.Outcome;
import org.parley.core.response.ResponsePlan;
import org.parley.core.scale.Grade;
import org.parley.core.scale.ScaleEdition;
import org.parley.desk.Assessment;
import org.parley.desk.Selection;
import org.parley.desk.Shelf;
import org.parley.desk.TypesFound;
import org.parley.desk.voice.ClassificationText;
import org.parley.desk.voice.Page;
import org.parley.desk.voice.PlanText;
import org.parley.desk.voice.ScaleVoice;
import org.parley.desk.voice.Words;

/// Writes one incident for people: what it is, how grave it is on each scale, why, and what
/// follows.
final class IncidentPage {

  private final Shelf shelf;
  private final Words words;
  private final Page page;
  private final TypesFound types;

  IncidentPage(Shelf shelf, Page page) {
    this.shelf = shelf;
    this.words = shelf.words();
    this.page = page;
    this.types = new TypesFound(shelf);
  }

  void tell(Assessment assessment, boolean explain, Optional<ResponsePlan> plan) {
    head(assessment);
    overview(assessment);
    for (Assessment.Finding.Made made : assessment.made()) {
      if (explain || made.classification().outcome() instanceof Outcome.Bounded) {
        ScaleVoice voice = shelf.voice(made.classification().edition());
        new ClassificationText(voice, made.classification())
            .account(page, made.flips().orElse(List.of()), explain);
      }
    }
    plan.ifPresent(each -> plan(assessment, each));
    page.blank();
  }

  private void head(Assessment assessment) {
    Incident incident = assessment.incident();
    Revision revision = assessment.revision();
    page.blank();
    page.title(incident.title().orElse(words.say("heading.incident") + " " + incident.id()));
    List<String> facts = new ArrayList<>();
    facts.add(realm(incident));
    facts.add(words.say("line.labelled", words.say("heading.revision"), revision.number()));
    revision
        .aware()
        .ifPresent(at -> facts.add(words.say("line.labelled", words.say("heading.aware"), at)));
    page.paragraph(0, 0, page.paint().faint(String.join(" · ", facts)));
    revision
        .nothingElse()
        .ifPresent(who -> page.paragraph(0, 0, words.say("value.all-else-nothing-happened", who)));
    page.blank();
    page.table(0, types.rows(revision));
  }

  private String realm(Incident incident) {
    return switch (incident.realm()) {
      case org.parley.core.terms.Realm.Real() -> words.say("realm.real");
      case org.parley.core.terms.Realm.Exercise(String name) ->
          page.paint().warning(words.say("realm.exercise", name));
    };
  }

  private void overview(Assessment assessment) {
    page.heading(words.say("heading.classification"));
    List<List<String>> rows = new ArrayList<>();
    for (Assessment.Finding finding : assessment.findings()) {
      rows.add(
          switch (finding) {
            case Assessment.Finding.Made(var classification, _) ->
                new ClassificationText(shelf.voice(classification.edition()), classification)
                    .row(page.paint());
            case Assessment.Finding.NotInForce(var none) ->
                List.of(
                    none.scale().toString(),
                    "",
                    words.say("outcome.not-in-force", none.decidingDay()));
          });
    }
    page.table(2, rows);
  }

  /// How the possible levels moved from revision to revision.
  void history(Incident incident, Selection selection) {
    page.heading(words.say("heading.history"));
    List<List<String>> rows = new ArrayList<>();
    for (ScaleEdition edition : selection.editions()) {
      ScaleVoice voice = shelf.voice(edition);
      rows.add(List.of(edition.heading().id().toString()));
      for (Revision revision : incident.revisions()) {
        rows.add(
            List.of(
                "  " + revision.number(),
                revision.at().map(Instant::toString).orElse(""),
                at(revision, edition, selection, voice)));
      }
    }
    page.table(2, rows);
    page.blank();
  }

  private String at(
      Revision revision, ScaleEdition edition, Selection selection, ScaleVoice voice) {
    for (Selection.Found found : selection.forRevision(revision)) {
      if (found instanceof Selection.Found.Edition(ScaleEdition holding, _, var classifier)
          && holding.digest().equals(edition.digest())) {
        List<Grade> possible = classifier.possible(revision.sheet());
        return voice.bar(possible, page.paint()) + "  " + voice.grades(possible, page.paint());
      }
    }
    return "–";
  }

  /// What follows at the gravest possible level of the plan's scale; where the mildest asks for
  /// less, that is said.
  private void plan(Assessment assessment, ResponsePlan plan) {
    Optional<Assessment.Finding.Made> made =
        assessment.made().stream()
            .filter(each -> each.classification().edition().heading().id().equals(plan.scale()))
            .findFirst();
    page.heading(words.say("heading.plan") + "  " + plan.name());
    if (made.isEmpty()) {
      page.paragraph(2, 2, words.say("plan.other-scale", plan.scale()));
      return;
    }
    List<Grade.Level> levels =
        made.get().classification().outcome().possible().stream()
            .filter(Grade.Level.class::isInstance)
            .map(Grade.Level.class::cast)
            .toList();
    if (levels.isEmpty()) {
      page.paragraph(2, 2, words.say("value.none"));
      return;
    }
    ScaleVoice voice = shelf.voice(made.get().classification().edition());
    PlanText text = new PlanText(plan, shelf.planLabels(plan), words);
    Set<Grade.Level> shown = new LinkedHashSet<>(List.of(levels.getLast(), levels.getFirst()));
    for (Grade.Level level : shown) {
      page.line(2, voice.grade(level, page.paint()));
      text.tell(
          page,
          plan.together(level.name(), types.sure(assessment.revision())),
          starts(assessment.revision()));
    }
  }

  private static Map<String, Instant> starts(Revision revision) {
    Map<String, Instant> starts = new HashMap<>();
    revision.aware().ifPresent(at -> starts.put("awareness", at));
    revision.at().ifPresent(at -> starts.put("classification", at));
    return starts;
  }
}
