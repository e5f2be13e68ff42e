package org.parley.desk.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.core.draft.DraftPart;
import org.parley.core.issue.Issue;
import org.parley.desk.Shelf;
import org.parley.formats.library.Library;

/// Scores, and what stands around a rule, written by forms: the file stays right.
class RuleWorkTest {

  private static final Library LIBRARY = Shelf.library(Optional.of(Path.of("../library")));
  private static final Shelf ENGLISH = Shelf.open(LIBRARY, "en");
  private static final String TRIAL =
      """
      scale: xa/trial
      edition: "1"
      title: Trial scale
      issuer: State XA
      authority: draft
      unit: incident
      valid: {from: 2020-01-01}
      decidingDay: {day: awareness, zone: UTC}
      levels: [mild, grave]   # mildest first
      sources:
        trial: {text: a trial, certainty: interpretation}
      rule:
        ladder:
          grave: {publicSafety: life, cite: trial}
          mild: {always: yes, cite: trial}
        cite: trial
      unknowns: {policy: silent, cite: trial}
      """;
  private static final String[] TEAM = {
    "key", "team",
    "asked", "recoverability",
    "points", "0, 25, 50.5, 100",
    "weight", "2",
    "cite", "trial"
  };
  private static final String[] LONG = {
    "fact", "downtime", "test", "over", "value", "PT1H", "cite", "trial"
  };

  private static DraftReading reading(String scale, String plan) {
    SortedMap<DraftPart, String> texts = new TreeMap<>();
    texts.put(DraftPart.SCALE, scale);
    if (!plan.isEmpty()) {
      texts.put(DraftPart.PLAN, plan);
    }
    return DraftReading.of(LIBRARY, texts);
  }

  private static PartForm form(DraftReading reading, DraftPart part) {
    return PartForm.of(reading, part, FormWords.of(ENGLISH, reading));
  }

  private static PartWork.Made made(String scale, PartKind kind, String... said) {
    return new PartWork(form(reading(scale, ""), DraftPart.SCALE)).with(kind, said(said));
  }

  private static Map<String, String> said(String... namesAndValues) {
    Map<String, String> said = new LinkedHashMap<>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      said.put(namesAndValues[at], namesAndValues[at + 1]);
    }
    return said;
  }

  private static String[] and(String[] one, String... more) {
    List<String> all = new java.util.ArrayList<>(List.of(more));
    all.addAll(List.of(one));
    return all.toArray(String[]::new);
  }

  private static String changed(PartWork.Made made) {
    assertThat(made).isInstanceOf(PartWork.Made.Changed.class);
    return ((PartWork.Made.Changed) made).text();
  }

  private static Map<String, String> wrong(PartWork.Made made) {
    assertThat(made).isInstanceOf(PartWork.Made.Unfit.class);
    return ((PartWork.Made.Unfit) made).wrong();
  }

  private static void sound(String scale) {
    assertThat(reading(scale, "").problems(DraftPart.SCALE)).filteredOn(Issue::isError).isEmpty();
  }

  private static String without(String scale, String path) {
    return changed(new PartWork(form(reading(scale, ""), DraftPart.SCALE)).without(path));
  }

  @Test
  void aLadderBecomesAWeightedMeanOfCriteriaThatFormsWrote() {
    String one = changed(made(TRIAL, PartKind.CRITERION, TEAM));
    String[] bands = {"bands", "0, 50", "stretch", "100", "cite", "trial"};

    String mean = changed(made(one, PartKind.MEAN, bands));
    String[] safety = {
      "key", "safety", "asked", "publicSafety", "points", "0, 10, 100", "cite", "trial"
    };
    String two = changed(made(mean, PartKind.CRITERION, safety));

    assertThat(one).contains("team: {weight: 2, fact: recoverability, scores: {regular: 0,");
    assertThat(two).contains("weightedMean: [team, safety], normalise: {minMax: 100}");
    sound(two);
    assertThat(reading(two, "").edition()).isPresent();
    assertThat(form(reading(two, ""), DraftPart.SCALE).kinds()).doesNotContain(PartKind.MEAN);
    String fewer = without(two, "criteria/team");
    assertThat(fewer).contains("weightedMean: [ safety]".replace("[ ", "["));
    sound(fewer);
  }

  @Test
  void aSetIsScoredByItsGravestOptionAndWantsAScoreForNone() {
    int sectors = form(reading(TRIAL, ""), DraftPart.SCALE).optionsOf("sectors").size();
    String points = String.join(", ", java.util.Collections.nCopies(sectors, "5"));
    String[] hit = {"key", "hit", "asked", "sectors", "points", points, "cite", "trial"};

    assertThat(wrong(made(TRIAL, PartKind.CRITERION, hit))).isEqualTo(Map.of("empty", "missing"));
    String scored = changed(made(TRIAL, PartKind.CRITERION, and(hit, "empty", "1")));

    assertThat(scored).contains("gravestOf: sectors").contains("empty: {score: 1, cite: trial}");
    sound(scored);
  }

  @Test
  void circumstancesAddUpInOneCriterion() {
    String[] first = and(LONG, "key", "worse", "add", "0.25");
    String[] second = {
      "key", "worse",
      "add", "0.5",
      "fact", "usersAffected",
      "test", "over",
      "value", "9",
      "fact2", "publicSafety",
      "test2", "is",
      "value2", "life",
      "cite", "trial"
    };

    String two =
        changed(made(changed(made(TRIAL, PartKind.ADDEND, first)), PartKind.ADDEND, second));

    assertThat(two)
        .contains(
            "{add: 0.25, when: {downtime: {over: PT1H}}, cite: trial}, {add: 0.5, when: {all:");
    sound(two);
    assertThat(form(reading(two, ""), DraftPart.SCALE).kinds()).doesNotContain(PartKind.MEAN);
    assertThat(without(two, "criteria/worse/sum/0")).doesNotContain("0.25").contains("add: 0.5");
    String other = changed(made(TRIAL, PartKind.CRITERION, TEAM));
    assertThat(wrong(made(other, PartKind.ADDEND, and(LONG, "key", "team", "add", "1"))))
        .isEqualTo(Map.of("key", "taken"));
  }

  @Test
  void whatStandsAroundTheRuleIsAddedAndTakenOut() {
    String scoped = changed(made(TRIAL, PartKind.SCOPE, LONG));
    String[] lift = and(LONG, "how", "floor", "level", "grave");
    String one = changed(made(scoped, PartKind.ADJUSTMENT, lift));
    String two = changed(made(one, PartKind.ADJUSTMENT, and(LONG, "how", "set", "level", "mild")));
    String[] same = {"period", "P6M", "same", "rootCauseKey", "count", "3", "cite", "trial"};
    String again = changed(made(two, PartKind.RECURRENCE, same));
    String[] report = {
      "report", "early", "lowest", "grave", "within", "PT24H", "from", "awareness", "cite", "trial"
    };

    String all = changed(made(again, PartKind.CLOCK, report));

    assertThat(all)
        .contains("scope: {when: {downtime: {over: PT1H}}, cite: trial}")
        .contains("adjust:\n  - {when: {downtime: {over: PT1H}}, floor: grave, cite: trial}")
        .contains("set: mild")
        .contains("recurrence: {within: P6M, sameBy: rootCauseKey, atLeast: 3, cite: trial}")
        .contains("clocks:\n  - {report: early, levels: [grave], within: PT24H");
    sound(all);
    assertThat(form(reading(all, ""), DraftPart.SCALE).kinds())
        .doesNotContain(PartKind.SCOPE, PartKind.RECURRENCE)
        .contains(PartKind.ADJUSTMENT);
    String back = without(without(without(all, "clocks"), "recurrence"), "adjust/1");
    assertThat(back).isEqualTo(one);
    assertThat(without(without(back, "adjust"), "scope")).isEqualTo(TRIAL);
  }

  @Test
  void numbersThatAreNoneAndTooFewOfThemAreTold() {
    String[] words = {"key", "team", "asked", "recoverability", "points", "low", "cite", "trial"};
    String[] few = {"key", "team", "asked", "recoverability", "points", "1, 2", "cite", "trial"};
    String one = changed(made(TRIAL, PartKind.CRITERION, TEAM));

    assertThat(wrong(made(TRIAL, PartKind.CRITERION, words)))
        .isEqualTo(Map.of("points", "numbers"));
    assertThat(wrong(made(TRIAL, PartKind.CRITERION, and(few, "empty", "1"))))
        .isEqualTo(Map.of("points", "scores", "empty", "idle"));
    assertThat(wrong(made(one, PartKind.CRITERION, TEAM))).isEqualTo(Map.of("key", "taken"));
    assertThat(wrong(made(one, PartKind.MEAN, "bands", "0", "cite", "trial")))
        .isEqualTo(Map.of("bands", "bands"));
    assertThat(wrong(made(TRIAL, PartKind.CLOCK, "report", "early", "cite", "trial")))
        .containsKeys("lowest", "within", "from");
  }

  @Test
  void aPlanSaysByFormsWhatFollowsFromATypeOfIncident() {
    String scale =
        new String(
            ENGLISH.file("scales/parley/starter/2026-11/scale.yaml").orElseThrow(),
            StandardCharsets.UTF_8);
    String plan =
        new String(ENGLISH.file("plans/starter.yaml").orElseThrow(), StandardCharsets.UTF_8);
    Map<String, String> call = said("type", "ddos", "role", "head-of-csirt", "within", "PT2H");
    String called =
        changed(
            new PartWork(form(reading(scale, plan), DraftPart.PLAN))
                .with(PartKind.TYPE_CALL, call));

    String both =
        changed(
            new PartWork(form(reading(scale, called), DraftPart.PLAN))
                .with(PartKind.TYPE_STEP, said("type", "spam", "measure", "warn-people")));

    assertThat(both)
        .contains("call: [{role: head-of-csirt, within: PT2H}]")
        .contains("  spam: {measures: [warn-people]}");
    DraftReading read = reading(scale, both);
    assertThat(read.problems(DraftPart.PLAN)).filteredOn(Issue::isError).isEmpty();
    assertThat(form(read, DraftPart.PLAN).choices("type"))
        .extracting(FormField.Choice::says)
        .contains("Availability › Distributed denial of service");
    assertThat(changed(new PartWork(form(read, DraftPart.PLAN)).without("types/spam")))
        .isEqualTo(called);
  }

  @Test
  void textsOfSeveralLinesAreChangedInTheirPlacesAndNothingElse() {
    String quoted = TRIAL.replace("text: a trial", "text: \"a trial\n      of two lines\"");
    String block =
        TRIAL.replace(
            "  trial: {text: a trial, certainty: interpretation}",
            "  trial:\n"
                + "    text: >\n"
                + "      a trial\n"
                + "      of two lines\n"
                + "    # why\n"
                + "    certainty: interpretation");
    String plain =
        TRIAL.replace(
            "  trial: {text: a trial, certainty: interpretation}",
            "  trial:\n    text: a trial\n      of two lines\n    certainty: interpretation  # so");
    String typed = "Line one: \"so\"\r\n\r\n# line two\r\n";

    for (String text : List.of(quoted, block, plain)) {
      DraftReading read = reading(text, "");
      DraftForm form = DraftForm.of(read, DraftPart.SCALE, FormWords.of(ENGLISH, read));
      FormField field = form.fields().stream().filter(FormField::isWide).findFirst().orElseThrow();
      assertThat(field.value()).isEqualTo("a trial of two lines");
      assertThat(form.changed(text, Map.of(field.path(), "a trial of two lines\r\n")))
          .isEqualTo(text);

      String after = form.changed(text, Map.of(field.path(), typed));
      String longer = form.changed(text, Map.of(field.path(), "word ".repeat(60)));

      sound(after);
      sound(longer);
      assertThat(source(after)).isEqualTo("Line one: \"so\"\n\n# line two");
      assertThat(source(longer)).isEqualTo("word ".repeat(60).strip());
      assertThat(after).contains("# mildest first").contains("certainty: interpretation");
      assertThat(after.contains("# why")).isEqualTo(text.contains("# why"));
    }
  }

  private static String source(String text) {
    DraftReading read = reading(text, "");
    return read.edition().orElseThrow().vocabulary().sources().get("trial").text();
  }

  @Test
  void plainTextOverSeveralLinesInsideBracketsIsLeftToTheText() {
    String text = TRIAL.replace("{text: a trial,", "{text: a trial\n      of two lines,");
    DraftReading read = reading(text, "");

    DraftForm form = DraftForm.of(read, DraftPart.SCALE, FormWords.of(ENGLISH, read));

    sound(text);
    assertThat(form.fields()).noneMatch(FormField::isWide);
  }
}
