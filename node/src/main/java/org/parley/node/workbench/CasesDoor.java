package org.parley.node.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.cover.Threshold;
import org.parley.core.cover.Thresholds;
import org.parley.core.draft.DraftPart;
import org.parley.core.fact.FactKey;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.scale.FactsAsked;
import org.parley.core.scale.ScaleEdition;
import org.parley.desk.calculator.Answers;
import org.parley.desk.calculator.Field;
import org.parley.desk.calculator.FormAnswers;
import org.parley.desk.voice.ScaleVoice;
import org.parley.desk.workbench.CaseRow;
import org.parley.desk.workbench.CaseText;
import org.parley.desk.workbench.FormField;
import org.parley.duties.workbench.DraftText;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;
import org.parley.node.workbench.page.BenchPage;
import org.parley.node.workbench.page.Gap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The worked cases beside a draft, tried at each look, and those that are missing.
@Controller
final class CasesDoor {

  private static final int MOST_GAPS = 200;

  private final Bench bench;

  CasesDoor(Bench bench) {
    this.bench = bench;
  }

  @GetMapping(Bench.ONE + "/cases")
  ResponseEntity<byte[]> cases(Visit visit, @PathVariable String id) {
    BenchPage page = bench.open(visit, id, BenchPage.Tab.CASES);
    return show(page, HttpStatus.OK, List.of(), Answers.none(), "");
  }

  private ResponseEntity<byte[]> show(
      BenchPage page, HttpStatus status, List<Problem> problems, Answers answers, String name) {
    Optional<ScaleVoice> voice = page.reading().voice(page.visit().shelf());
    Map<String, Object> more = new HashMap<>();
    more.put("source", page.source(DraftPart.CASES));
    more.put(
        "rows",
        voice
            .map(each ->
                CaseRow.of(
                    each, page.reading().workedCases(), bench.library(), bench.classifiers()))
            .orElse(List.of()));
    more.put("gaps", voice.map(each -> gaps(page, each)).orElse(List.of()));
    more.put("fields", voice.map(each -> fields(page, each, answers)).orElse(List.of()));
    more.put("grades", voice.map(CasesDoor::grades).orElse(List.of()));
    more.put("nothingElse", answers.nothingElse());
    more.put("name", name);
    return bench.show(page, status, "cases", problems, more);
  }

  private List<Gap> gaps(BenchPage page, ScaleVoice voice) {
    List<Gap> gaps = new ArrayList<>();
    for (Thresholds.Gap each :
        Thresholds.withoutCase(
            voice.edition(), bench.library().catalogue(), page.reading().workedCases())) {
      Threshold threshold = each.threshold();
      gaps.add(
          new Gap(
              voice.phrases().quantity(threshold.test().quantity()),
              voice.phrases().test(threshold.test().quantity(), threshold.test().test()),
              threshold.where(),
              page.words()
                  .say(
                      "page.bench.side." + each.side().name().toLowerCase(java.util.Locale.ROOT))));
    }
    return gaps.size() > MOST_GAPS ? gaps.subList(0, MOST_GAPS) : gaps;
  }

  private static List<FormField.Choice> grades(ScaleVoice voice) {
    List<FormField.Choice> grades = new ArrayList<>();
    voice
        .edition()
        .levels()
        .mildestFirst()
        .forEach(
            level -> grades.add(new FormField.Choice(level.name(), voice.phrases().grade(level))));
    for (String other : List.of("out-of-scope", "unsaid")) {
      grades.add(new FormField.Choice(other, voice.words().say("outcome." + other)));
    }
    return grades;
  }

  private static List<Field> fields(BenchPage page, ScaleVoice voice, Answers answers) {
    List<Field> fields = new ArrayList<>();
    for (FactKey key : FactsAsked.by(voice.edition())) {
      fields.add(Field.of(key, voice.values(), answers.text(key), Optional.empty()));
    }
    return fields;
  }

  /// What a case may speak about: the catalogue's facts and the draft's own judgements.
  private KnownFacts facts(ScaleEdition edition) {
    return KnownFacts.of(
        bench.library().catalogue(),
        scale ->
            scale.equals(edition.heading().id())
                ? Optional.of(List.copyOf(edition.vocabulary().judgements().values()))
                : Optional.empty());
  }

  /// Adds a case at the end of the file.
  @PostMapping(Bench.ONE + "/case")
  ResponseEntity<byte[]> add(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
    BenchPage page = bench.open(visit, id, BenchPage.Tab.CASES);
    Optional<ScaleEdition> edition = page.reading().edition();
    if (edition.isEmpty()) {
      return show(page, HttpStatus.UNPROCESSABLE_CONTENT, List.of(), Answers.none(), "");
    }
    KnownFacts facts = facts(edition.get());
    Answers read =
        new FormAnswers(facts, visit.words().say("number.decimal")).read(Answers.none(), form);
    Answers answers = new Answers(read.texts(), form.containsKey("rest"));
    String name = Bench.word(form, "name");
    List<String> gives = form.getOrDefault("gives", List.of());
    List<Problem> problems = problems(visit, page, answers.take(facts), name, gives);
    if (!problems.isEmpty()) {
      return show(page, HttpStatus.UNPROCESSABLE_CONTENT, problems, answers, name);
    }
    String text = CaseText.with(page.reading(), new CaseText.Wanted(name, answers, gives), facts);
    Checked<DraftText> saved = bench.save(visit, page, DraftPart.CASES, text);
    return switch (saved) {
      case Checked.Sound<DraftText> _ ->
          bench.press().see(page.path(BenchPage.Tab.CASES) + "?done=saved");
      case Checked.Refused<DraftText>(List<Issue> issues) ->
          show(
              page,
              HttpStatus.UNPROCESSABLE_CONTENT,
              Bench.told(visit, "name", issues),
              answers,
              name);
    };
  }

  private static List<Problem> problems(
      Visit visit, BenchPage page, Answers.Taken taken, String name, List<String> gives) {
    List<Problem> problems = new ArrayList<>();
    boolean known =
        page.reading().workedCases().stream().anyMatch(worked -> worked.name().equals(name));
    if (name.isEmpty() || name.length() > 200 || known) {
      problems.add(new Problem("name", visit.words().say("page.bench.case.name.wrong"), ""));
    }
    if (gives.isEmpty()) {
      problems.add(new Problem("gives", visit.words().say("page.bench.case.gives.missing"), ""));
    }
    for (Issue issue : taken.issues()) {
      if (issue.isError()) {
        problems.add(
            Problem.of(
                visit.words(),
                "f-" + issue.place().document().replaceAll("[^A-Za-z0-9]", "-"),
                issue));
      }
    }
    return problems;
  }
}
