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
import org.parley.core.cover.Thresholds;
import org.parley.core.draft.DraftPart;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.desk.Classifiers;
import org.parley.desk.Shelf;
import org.parley.desk.calculator.Answers;
import org.parley.formats.library.Library;
import org.parley.formats.parley.fact.KnownFacts;

class DraftReadingTest {

  private static final Library LIBRARY = Shelf.library(Optional.of(Path.of("../library")));
  private static final Shelf ENGLISH = Shelf.open(LIBRARY, "en");

  private static SortedMap<DraftPart, String> starter() {
    SortedMap<DraftPart, String> texts = new TreeMap<>();
    for (DraftPart part :
        List.of(DraftPart.SCALE, DraftPart.CASES, DraftPart.labels("en"), DraftPart.labels("ru"))) {
      texts.put(part, file("scales/parley/starter/2026-11/" + part.name()));
    }
    texts.put(DraftPart.PLAN, file("plans/starter.yaml"));
    return texts;
  }

  private static String file(String name) {
    return new String(ENGLISH.file(name).orElseThrow(), StandardCharsets.UTF_8);
  }

  private static DraftReading with(DraftPart part, String from, String to) {
    SortedMap<DraftPart, String> texts = starter();
    assertThat(texts.get(part)).contains(from);
    texts.computeIfPresent(part, (_, text) -> text.replace(from, to));
    return DraftReading.of(LIBRARY, texts);
  }

  @Test
  void theStarterHasNothingToMendAndNoThresholdWithoutACase() {
    DraftReading reading = DraftReading.of(LIBRARY, starter());

    assertThat(reading.isSound()).isTrue();
    assertThat(
            Thresholds.withoutCase(
                reading.edition().orElseThrow(), LIBRARY.catalogue(), reading.workedCases()))
        .isEmpty();
  }

  @Test
  void allProblemsOfAFileAreToldAtTheirLines() {
    SortedMap<DraftPart, String> texts = starter();
    texts.computeIfPresent(
        DraftPart.SCALE,
        (_, text) ->
            text.replace("{downtime: {atLeast: PT1H}", "{downtme: {atLeast: PT1H}")
                .replace("unknowns: {policy: later", "unknowns: {policy: latr"));
    DraftReading reading = DraftReading.of(LIBRARY, texts);

    List<Issue> told = reading.problems(DraftPart.SCALE);

    assertThat(told).filteredOn(Issue::isError).hasSizeGreaterThanOrEqualTo(2);
    assertThat(told).filteredOn(Issue::isError).allMatch(issue -> issue.place().line() > 0);
    assertThat(reading.edition()).isEmpty();
  }

  @Test
  void aThresholdThatMovedIsSeenByTheCasesAndByTheGaps() {
    DraftReading reading =
        with(DraftPart.SCALE, "{downtime: {over: PT24H}}", "{downtime: {over: PT20H}}");

    List<CaseRow> rows =
        CaseRow.of(
            reading.voice(ENGLISH).orElseThrow(),
            reading.workedCases(),
            LIBRARY,
            new Classifiers(LIBRARY.catalogue()));

    assertThat(rows).filteredOn(row -> !row.holds()).isNotEmpty();
    assertThat(rows).filteredOn(row -> !row.holds()).allMatch(row -> !row.reasons().isEmpty());
    assertThat(
            Thresholds.withoutCase(
                reading.edition().orElseThrow(), LIBRARY.catalogue(), reading.workedCases()))
        .isNotEmpty();
  }

  @Test
  void aPlanThatNamesALevelTheScaleDoesNotHaveIsTold() {
    DraftReading reading = with(DraftPart.PLAN, "  limited:\n", "  limitd:\n");

    assertThat(reading.problems(DraftPart.PLAN))
        .extracting(Issue::code)
        .containsExactly(IssueCode.UNKNOWN_LEVEL);
  }

  @Test
  void aFormChangesValuesInTheirPlaces() {
    DraftReading reading = DraftReading.of(LIBRARY, starter());
    DraftForm form = DraftForm.of(reading, DraftPart.SCALE, FormWords.of(ENGLISH, reading));
    FormField field =
        form.fields().stream()
            .filter(each -> each.value().equals("PT24H"))
            .filter(each -> each.section() == FormField.Section.THRESHOLDS)
            .findFirst()
            .orElseThrow();

    String text = form.changed(reading.text(DraftPart.SCALE), Map.of(field.path(), "PT36H"));

    assertThat(text)
        .isEqualTo(
            reading
                .text(DraftPart.SCALE)
                .replace("{downtime: {over: PT24H}}", "{downtime: {over: PT36H}}"));
  }

  @Test
  void everyScaleOfTheLibraryComesThroughAFormThatChangesNothing() {
    LIBRARY
        .editions()
        .forEach(name -> {
          SortedMap<DraftPart, String> texts = new TreeMap<>();
          texts.put(
              DraftPart.SCALE,
              file("scales/" + name.scale() + "/" + name.edition() + "/scale.yaml"));
          DraftReading reading = DraftReading.of(LIBRARY, texts);
          DraftForm form = DraftForm.of(reading, DraftPart.SCALE, FormWords.of(ENGLISH, reading));
          Map<String, String> values = new LinkedHashMap<>();
          form.fields().forEach(field -> values.put(field.path(), field.value() + "7"));
          Map<String, String> back = new LinkedHashMap<>();
          form.fields().forEach(field -> back.put(field.path(), field.value()));

          String changed = form.changed(reading.text(DraftPart.SCALE), values);
          texts.put(DraftPart.SCALE, changed);
          DraftReading other = DraftReading.of(LIBRARY, texts);
          DraftForm again = DraftForm.of(other, DraftPart.SCALE, FormWords.of(ENGLISH, other));

          assertThat(form.fields()).as("%s", name).hasSizeGreaterThan(10);
          assertThat(again.fields()).as("%s", name).hasSameSizeAs(form.fields());
          assertThat(other.tree(DraftPart.SCALE)).as("%s", name).isPresent();
          assertThat(
                  DraftForm.of(reading, DraftPart.SCALE, FormWords.of(ENGLISH, reading))
                      .changed(reading.text(DraftPart.SCALE), back))
              .isEqualTo(reading.text(DraftPart.SCALE));
        });
  }

  @Test
  void aLevelIsRenamedWhereverTheFilesNameIt() {
    DraftReading reading = DraftReading.of(LIBRARY, starter());
    SortedMap<DraftPart, String> texts = starter();
    texts.putAll(new LevelWork(reading).renamed("severe", "grave"));

    DraftReading renamed = DraftReading.of(LIBRARY, texts);

    assertThat(renamed.isSound()).isTrue();
    assertThat(new LevelWork(renamed).names()).contains("grave").doesNotContain("severe");
    assertThat(renamed.responsePlan().orElseThrow().levels()).containsKey("grave");
    assertThat(renamed.labels("ru"))
        .containsEntry("levels.grave", reading.labels("ru").get("levels.severe"));
    assertThat(texts.get(DraftPart.SCALE)).contains("severe-outage");
  }

  @Test
  void aCaseIsWrittenAtTheEndAndHolds() {
    DraftReading reading = DraftReading.of(LIBRARY, starter());
    Answers answers =
        new Answers(
            new LinkedHashMap<>(Map.of("downtime", "PT2H", "usersAffected", "10..20")), true);

    String text =
        CaseText.with(
            reading,
            new CaseText.Wanted("a short outage", answers, List.of("limited")),
            KnownFacts.of(LIBRARY.catalogue()));
    SortedMap<DraftPart, String> texts = starter();
    texts.put(DraftPart.CASES, text);
    DraftReading more = DraftReading.of(LIBRARY, texts);

    assertThat(text).startsWith(reading.text(DraftPart.CASES).stripTrailing());
    assertThat(more.workedCases()).hasSize(reading.workedCases().size() + 1);
    assertThat(more.workedCases().getLast().name()).isEqualTo("a short outage");
  }

  @Test
  void namesAreWrittenInTheirPlacesAndNewOnesBeside() {
    String file = LabelText.with("", "de", Map.of("levels.low", "Gering"));
    file = LabelText.with(file, "de", Map.of("levels.high", "Hoch: sehr"));
    file = LabelText.with(file, "de", Map.of("levels.low", "Niedrig", "title", "Meine Skala"));

    SortedMap<DraftPart, String> texts = new TreeMap<>(Map.of(DraftPart.labels("de"), file));
    assertThat(DraftReading.of(LIBRARY, texts).labels("de"))
        .containsEntry("levels.low", "Niedrig")
        .containsEntry("levels.high", "Hoch: sehr")
        .containsEntry("title", "Meine Skala")
        .containsEntry("language", "de");
  }

  @Test
  void differencesAreToldValueByValueAndLineByLine() {
    DraftReading before = DraftReading.of(LIBRARY, starter());
    DraftReading now =
        with(DraftPart.SCALE, "{downtime: {over: PT24H}}", "{downtime: {over: PT20H}}");

    List<Differences.Change> changes =
        Differences.of(
            before.tree(DraftPart.SCALE).orElseThrow(),
            now.tree(DraftPart.SCALE).orElseThrow(),
            FormWords.of(ENGLISH, now));
    List<Differences.Line> lines =
        Differences.lines(before.text(DraftPart.SCALE), now.text(DraftPart.SCALE));

    assertThat(changes)
        .singleElement()
        .satisfies(change -> {
          assertThat(change.before()).isEqualTo("PT24H");
          assertThat(change.now()).isEqualTo("PT20H");
        });
    assertThat(lines).filteredOn(line -> line.side() == Differences.Side.NOW).hasSize(1);
    assertThat(lines).filteredOn(line -> line.side() == Differences.Side.BEFORE).hasSize(1);
    assertThat(lines).filteredOn(line -> line.side() == Differences.Side.BOTH).hasSize(6);
  }
}
