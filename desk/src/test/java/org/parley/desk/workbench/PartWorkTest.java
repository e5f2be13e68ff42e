package org.parley.desk.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.core.draft.DraftPart;
import org.parley.core.issue.Issue;
import org.parley.desk.Shelf;
import org.parley.formats.library.EditionName;
import org.parley.formats.library.Library;

/// Parts written into drafts by forms: the file stays right, and everything else in it as it was.
class PartWorkTest {

  private static final Library LIBRARY = Shelf.library(Optional.of(Path.of("../library")));
  private static final Shelf ENGLISH = Shelf.open(LIBRARY, "en");
  private static final String STARTER = "scales/parley/starter/2026-11/scale.yaml";

  private static String file(String name) {
    return new String(ENGLISH.file(name).orElseThrow(), StandardCharsets.UTF_8);
  }

  private static DraftReading reading(String scale, String plan) {
    SortedMap<DraftPart, String> texts = new TreeMap<>();
    texts.put(DraftPart.SCALE, scale);
    if (!plan.isEmpty()) {
      texts.put(DraftPart.PLAN, plan);
    }
    return DraftReading.of(LIBRARY, texts);
  }

  private static DraftReading starter() {
    return reading(file(STARTER), file("plans/starter.yaml"));
  }

  private static PartWork work(DraftReading reading, DraftPart part) {
    return new PartWork(PartForm.of(reading, part, FormWords.of(ENGLISH, reading)));
  }

  private static Map<String, String> said(String... namesAndValues) {
    Map<String, String> said = new LinkedHashMap<>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      said.put(namesAndValues[at], namesAndValues[at + 1]);
    }
    return said;
  }

  private static String changed(PartWork.Made made) {
    assertThat(made).isInstanceOf(PartWork.Made.Changed.class);
    return ((PartWork.Made.Changed) made).text();
  }

  private static Map<String, String> wrong(PartWork.Made made) {
    assertThat(made).isInstanceOf(PartWork.Made.Unfit.class);
    return ((PartWork.Made.Unfit) made).wrong();
  }

  /// All that stood there stands there still, in its order; only so many lines were added.
  private static void onlyAdded(String before, String after, int lines) {
    assertThat(after.lines().toList()).containsSubsequence(before.lines().toList());
    assertThat(after.lines().count()).isEqualTo(before.lines().count() + lines);
  }

  private static void sound(DraftReading reading, DraftPart part) {
    assertThat(reading.problems(part)).filteredOn(Issue::isError).isEmpty();
  }

  @Test
  void aRowIsOneMoreWayToReachALevel() {
    String before = file(STARTER);

    String after =
        changed(
            work(starter(), DraftPart.SCALE)
                .with(
                    PartKind.ROW,
                    said(
                        "level", "serious",
                        "fact", "usersAffected",
                        "test", "atLeast",
                        "value", "40000",
                        "fact2", "serviceClass",
                        "test2", "is",
                        "value2", "essential",
                        "cite", "proposal")));

    onlyAdded(before, after, 1);
    assertThat(after)
        .contains(
            "        - {all: [{usersAffected: {atLeast: 40000}}, {serviceClass: essential}], cite:"
                + " proposal}\n    limited:");
    sound(reading(after, ""), DraftPart.SCALE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '{publicSafety: life, cite: trial}'
          '{all: [{publicSafety: life}, {downtime: {over: PT1H}}], cite: trial}'
          '\\n      publicSafety: life   # why\\n      cite: trial'
          '\\n      all:\\n        - {publicSafety: life}\\n        - {downtime: {over: PT1H}}\\n      cite: trial'
          '\\n      any:\\n        - {publicSafety: life}\\n      cite: trial'
          '{any: [{publicSafety: life}], cite: trial}'
          """)
  void aRowFitsBesideWhateverStandsAtItsLevel(String there) {
    String scale = scale(there.replace("\\n", "\n"));
    sound(reading(scale, ""), DraftPart.SCALE);

    String after =
        changed(
            work(reading(scale, ""), DraftPart.SCALE)
                .with(
                    PartKind.ROW,
                    said(
                        "level", "grave",
                        "fact", "usersAffected",
                        "test", "over",
                        "value", "7",
                        "cite", "trial")));

    DraftReading read = reading(after, "");
    sound(read, DraftPart.SCALE);
    assertThat(after).contains("usersAffected: {over: 7}").contains("publicSafety: life");
    assertThat(after.contains("# why")).isEqualTo(scale.contains("# why"));
    assertThat(PartForm.of(read, DraftPart.SCALE, FormWords.of(ENGLISH, read)).removable())
        .extracting(FormField.Choice::value)
        .contains("rule/ladder/grave/any/1");
  }

  private static String scale(String grave) {
    return """
    scale: xa/trial
    edition: "1"
    title: Trial scale
    issuer: State XA
    authority: draft
    unit: incident
    valid: {from: 2020-01-01}
    decidingDay: {day: awareness, zone: UTC}
    levels: [mild, grave]
    sources:
      trial: {text: a trial, certainty: interpretation}
    rule:
      ladder:
        grave: %s
        mild: {always: yes, cite: trial}
      cite: trial
    unknowns: {policy: silent, cite: trial}
    """
        .formatted(grave);
  }

  @Test
  void aCriterionWithItsOptionsAndASourceAreAddedAndAskedAboutInARow() {
    String text = scale("{publicSafety: life, cite: trial}");
    String sourced =
        changed(
            work(reading(text, ""), DraftPart.SCALE)
                .with(
                    PartKind.SOURCE,
                    said(
                        "key", "decree", "text", "Decree 7, \"Grades\"", "certainty", "official")));
    String judged =
        changed(
            work(reading(sourced, ""), DraftPart.SCALE)
                .with(
                    PartKind.JUDGEMENT,
                    said(
                        "key", "reach",
                        "options", "none, local, national",
                        "means", "How far it reaches: as judged.",
                        "cite", "decree")));
    String more =
        changed(
            work(reading(judged, ""), DraftPart.SCALE)
                .with(PartKind.OPTION, said("judgement", "reach", "option", "abroad")));
    String row =
        changed(
            work(reading(more, ""), DraftPart.SCALE)
                .with(
                    PartKind.ROW,
                    said(
                        "level", "grave",
                        "fact", "reach",
                        "test", "atLeast",
                        "value", "national",
                        "cite", "decree")));

    assertThat(more).contains("[none, local, national, abroad]").contains("baseline: none");
    sound(reading(row, ""), DraftPart.SCALE);
    assertThat(reading(row, "").edition()).isPresent();
  }

  private static String after(String text, PartKind kind, String... said) {
    return changed(work(reading(text, ""), DraftPart.SCALE).with(kind, said(said)));
  }

  private static final String[] WIDE = {
    "key", "wide",
    "fact", "usersShare",
    "test", "atLeast",
    "value", "0.25",
    "fact2", "statesHit",
    "test2", "over",
    "value2", "1",
    "cite", "trial"
  };

  @Test
  void aQuantityAndASharedConditionAreAddedAndARowRestsOnThem() {
    String[] states = {"key", "statesHit", "by", "countOf", "first", "countriesAffected"};
    String[] share = {
      "key", "usersShare", "by", "ratio", "first", "usersAffected", "second", "usersTotal"
    };
    String[] resting = {"level", "grave", "fact", "condition/wide", "cite", "trial"};
    String text = scale("{publicSafety: life, cite: trial}");
    String counted = after(text, PartKind.QUANTITY, states);
    String shared = after(counted, PartKind.QUANTITY, share);
    String condition = after(shared, PartKind.CONDITION, WIDE);

    String row = after(condition, PartKind.ROW, resting);

    assertThat(row).contains("{condition: wide, cite: trial}");
    sound(reading(row, ""), DraftPart.SCALE);
  }

  @Test
  void aQuestionThatIsHalfAskedAndAValueThatNothingAsksForAreTold() {
    String text = after(scale("{publicSafety: life, cite: trial}"), PartKind.CONDITION, plain());
    PartWork work = work(reading(text, ""), DraftPart.SCALE);

    assertThat(
            wrong(work.with(PartKind.QUANTITY, said("key", "odd", "by", "ratio", "first", "odd"))))
        .isEqualTo(Map.of("first", "choice"));
    assertThat(
            wrong(
                work.with(
                    PartKind.QUANTITY, said("key", "odd", "by", "ratio", "first", "downtime"))))
        .isEqualTo(Map.of("second", "missing"));
    assertThat(
            wrong(
                work.with(
                    PartKind.ROW,
                    said(
                        "level", "grave",
                        "fact", "condition/plain",
                        "test2", "over",
                        "cite", "trial"))))
        .isEqualTo(Map.of("test2", "idle"));
  }

  private static String[] plain() {
    return new String[] {
      "key", "plain", "fact", "downtime", "test", "over", "value", "PT1H", "cite", "trial"
    };
  }

  @Test
  void callsReportsRolesAndMeasuresAreAddedToAPlan() {
    String plan = file("plans/starter.yaml");
    String called =
        changed(
            work(starter(), DraftPart.PLAN)
                .with(
                    PartKind.CALL,
                    said("level", "severe", "role", "legal-adviser", "within", "PT3H")));
    onlyAdded(plan, called, 1);
    String due =
        changed(
            work(reading(file(STARTER), called), DraftPart.PLAN)
                .with(
                    PartKind.DUE,
                    said(
                        "level", "minor",
                        "report", "monthly",
                        "within", "P30D",
                        "from", "awareness")));
    String role =
        changed(
            work(reading(file(STARTER), due), DraftPart.PLAN)
                .with(PartKind.ROLE, said("key", "night-desk", "means", "Answers at night.")));
    String measure =
        changed(
            work(reading(file(STARTER), role), DraftPart.PLAN)
                .with(PartKind.MEASURE, said("key", "ring-bells", "text", "Ring: loudly.")));

    String step =
        changed(
            work(reading(file(STARTER), measure), DraftPart.PLAN)
                .with(PartKind.STEP, said("level", "severe", "measure", "ring-bells")));

    assertThat(step).contains("report: monthly").contains("\"Ring: loudly.\"");
    assertThat(step).contains("agree-public-words, grade-again, closing-review, ring-bells]");
    sound(reading(file(STARTER), step), DraftPart.PLAN);
    assertThat(reading(file(STARTER), step).responsePlan()).isPresent();
  }

  @Test
  void whatWasAddedIsTakenOutAgainAndTheFileIsAsItWas() {
    String before = file(STARTER);
    String after =
        changed(
            work(starter(), DraftPart.SCALE)
                .with(
                    PartKind.ROW,
                    said(
                        "level", "limited",
                        "fact", "usersAffected",
                        "test", "atLeast",
                        "value", "9",
                        "cite", "proposal")));

    String back =
        changed(work(reading(after, ""), DraftPart.SCALE).without("rule/ladder/limited/any/3"));

    assertThat(back).isEqualTo(before);
    assertThat(wrong(work(starter(), DraftPart.SCALE).without("rule/ladder"))).containsKey("path");
  }

  @Test
  void everythingThatIsWrongInAFormIsToldAtOnceAtItsFields() {
    PartWork work = work(starter(), DraftPart.SCALE);

    assertThat(wrong(work.with(PartKind.ROW, said("level", "odd", "test", "atLeast"))))
        .containsEntry("level", "choice")
        .containsEntry("fact", "missing")
        .containsEntry("value", "missing")
        .containsEntry("cite", "missing");
    assertThat(
            wrong(
                work.with(
                    PartKind.SOURCE,
                    said("key", "proposal", "text", "x", "certainty", "official"))))
        .isEqualTo(Map.of("key", "taken"));
    assertThat(
            wrong(
                work.with(
                    PartKind.ROW,
                    said(
                        "level", "minor",
                        "fact", "usersAffected",
                        "test", "over",
                        "value", "1",
                        "cite", "proposal"))))
        .isEqualTo(Map.of("level", "always"));
    assertThat(wrong(work.with(PartKind.CALL, said("level", "minor")))).containsKey("level");
  }

  @Test
  void aRowIsAddedToEveryScaleOfTheLibraryThatIsALadder() {
    int ladders = 0;
    for (EditionName name : LIBRARY.editions()) {
      String text = file("scales/" + name.scale() + "/" + name.edition() + "/scale.yaml");
      DraftReading reading = reading(text, "");
      PartForm form = PartForm.of(reading, DraftPart.SCALE, FormWords.of(ENGLISH, reading));
      if (!form.kinds().contains(PartKind.ROW)) {
        continue;
      }
      ladders++;
      for (String level : form.levels()) {
        PartWork.Made made =
            new PartWork(form)
                .with(
                    PartKind.ROW,
                    said(
                        "level", level,
                        "fact", "usersAffected",
                        "test", "over",
                        "value", "123456",
                        "cite", form.choices("cite").getFirst().value()));
        if (made instanceof PartWork.Made.Changed(String after)) {
          sound(reading(after, ""), DraftPart.SCALE);
        }
      }
    }
    assertThat(ladders).isGreaterThanOrEqualTo(2);
  }
}
