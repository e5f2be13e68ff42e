package org.parley.desk.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.draft.DraftPart;
import org.parley.core.issue.Issue;
import org.parley.desk.Shelf;
import org.parley.formats.library.Library;

/// A small scale that forms are tried on, and what is asked of their results.
final class TrialScale {

  static final Library LIBRARY = Shelf.library(Optional.of(Path.of("../library")));
  static final Shelf ENGLISH = Shelf.open(LIBRARY, "en");
  static final String LABELS =
      """
      language: en
      options:
        public: {none: Nobody}
        organisation: {large: Large ones}
      judgements:
        effectOnVictim:
          options: {sustained-severe: Sustained}
      """;
  static final String TRIAL =
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
        ladder:   # kept
          grave: {publicSafety: life, cite: trial}
          mild: {always: yes, cite: trial}
        cite: trial
      unknowns: {policy: silent, cite: trial}
      """;

  static DraftReading reading(String scale) {
    SortedMap<DraftPart, String> texts = new TreeMap<>();
    texts.put(DraftPart.SCALE, scale);
    texts.put(DraftPart.labels("en"), LABELS);
    return DraftReading.of(LIBRARY, texts);
  }

  static PartForm form(String scale) {
    DraftReading reading = reading(scale);
    return PartForm.of(reading, DraftPart.SCALE, FormWords.of(ENGLISH, reading));
  }

  static DraftForm values(String scale) {
    DraftReading reading = reading(scale);
    return DraftForm.of(reading, DraftPart.SCALE, FormWords.of(ENGLISH, reading));
  }

  /// @param said fields and values: `key=team; cite=trial`
  static PartWork.Made made(String scale, PartKind kind, String said) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (String each : said.split("; ")) {
      int equals = each.indexOf('=');
      typed.put(each.substring(0, equals), each.substring(equals + 1));
    }
    return new PartWork(form(scale)).with(kind, typed);
  }

  static String changed(PartWork.Made made) {
    assertThat(made).isInstanceOf(PartWork.Made.Changed.class);
    return ((PartWork.Made.Changed) made).text();
  }

  static Map<String, String> wrong(PartWork.Made made) {
    assertThat(made).isInstanceOf(PartWork.Made.Unfit.class);
    return ((PartWork.Made.Unfit) made).wrong();
  }

  static void sound(String scale) {
    assertThat(reading(scale).problems(DraftPart.SCALE)).filteredOn(Issue::isError).isEmpty();
  }

  static String library(String edition) throws IOException {
    return Files.readString(
        Path.of("../library/scales", edition, "scale.yaml"), StandardCharsets.UTF_8);
  }

  /// The lines that two texts of as many lines do not share.
  static List<String> changedLines(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> fresh = after.lines().toList();
    assertThat(fresh).hasSameSizeAs(old);
    List<String> changed = new ArrayList<>();
    for (int line = 0; line < old.size(); line++) {
      if (!old.get(line).equals(fresh.get(line))) {
        changed.add(fresh.get(line).strip());
      }
    }
    return changed;
  }

  private TrialScale() {}
}
