package org.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Decision records are numbered without gaps, have a status that is kept true, and say why. */
class AdrTest {
  private static final Pattern NAME = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");
  private static final Pattern STATUS =
      Pattern.compile(
          "Status: (proposed|accepted|rejected|superseded by (\\d{4})), \\d{4}-\\d\\d-\\d\\d");

  @Test
  void numbersRunFromOneWithoutGapOrDouble() {
    List<String> numbers = records().stream().map(AdrTest::number).toList();

    assertThat(numbers).isNotEmpty();
    for (int i = 0; i < numbers.size(); i++) {
      assertThat(numbers.get(i)).isEqualTo(String.format("%04d", i + 1));
    }
  }

  @Test
  void eachRecordHasItsTitleStatusAndThreeParts() {
    for (Path file : records()) {
      List<String> lines = ProjectFiles.text(file).lines().toList();

      assertThat(lines.getFirst()).as("%s", file).startsWith("# " + number(file) + " ");
      assertThat(lines).as("%s", file).contains("## Context", "## Decision", "## Consequences");
      assertThat(status(file))
          .as("a line like 'Status: accepted, 2026-11-21' in %s", file)
          .isPresent();
    }
  }

  @Test
  void aRecordIsSupersededOnlyByOneThatExists() {
    List<String> numbers = records().stream().map(AdrTest::number).toList();
    List<String> lost = new ArrayList<>();
    for (Path file : records()) {
      status(file)
          .map(matcher -> matcher.group(2))
          .filter(successor -> !numbers.contains(successor))
          .ifPresent(successor -> lost.add(file + " -> " + successor));
    }

    assertThat(lost).isEmpty();
  }

  private static List<Path> records() {
    return ProjectFiles.below("handbook/adr");
  }

  private static String number(Path file) {
    Matcher matcher = NAME.matcher(file.getFileName().toString());
    assertThat(matcher.matches()).as("a name like 0001-title.md: %s", file).isTrue();
    return matcher.group(1);
  }

  private static Optional<Matcher> status(Path file) {
    return ProjectFiles.text(file)
        .lines()
        .map(STATUS::matcher)
        .filter(Matcher::matches)
        .findFirst();
  }
}
