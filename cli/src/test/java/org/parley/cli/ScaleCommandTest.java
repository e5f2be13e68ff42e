package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleCommandTest {

  /// What a missing text would look like: the key itself.
  private static final String BARE_KEY =
      "\\b(heading|outcome|policy|test|value|clock|join|condition|authority)\\.[a-z]";

  @TempDir private Path folder;

  static List<String> shippedEditions() {
    return Run.of("scale", "list", "--ids").out().lines().toList();
  }

  @Test
  void theListNamesEveryEdition() {
    assertThat(shippedEditions())
        .contains("us/cisa-nciss@2023-01", "eu/dora@2024-1772")
        .hasSizeGreaterThan(7);
  }

  @ParameterizedTest
  @MethodSource("shippedEditions")
  void everyWorkedCaseOfAShippedEditionComesOutAsItsSourceSays(String edition) {
    Run run = Run.english("scale", "check", edition);

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.OK);
    assertThat(Run.plain(run.out())).startsWith("✓").containsPattern("[1-9][0-9]* worked cases");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "de", "it", "ru", "es"})
  void aScaleIsShownInEveryLanguage(String language) {
    for (String edition : shippedEditions()) {
      Run run = Run.of("scale", "--lang", language, "show", edition);

      assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.OK);
      assertThat(run.out()).as(edition).doesNotContainPattern(BARE_KEY).contains("SHA-256");
    }
  }

  @Test
  void aCaseThatComesOutOtherwiseIsToldWithItsPlace() throws IOException {
    Path cases = copied("parley/starter/2026-11");
    String text = Files.readString(cases);
    int first = text.indexOf("gives: ");
    Files.writeString(
        cases, text.substring(0, first) + "gives: critical #" + text.substring(first));

    Run run = Run.of("scale", "check", folder.toString());

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).contains("P312").contains("cases.yaml:");
  }

  @Test
  void allThatIsWrongWithAScaleIsToldAtOnce() throws IOException {
    Path scale = copied("us/cisa-nciss/2023-01").resolveSibling("scale.yaml");
    String broken =
        Files.readString(scale)
            .replace("bands: [0, 35,", "bands: [0, 55,")
            .replace("fact: actorClass", "fact: actorClas");
    Files.writeString(scale, broken);

    Run run = Run.of("scale", "check", folder.toString());

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).contains("actorClas").contains("P306").contains("^");
  }

  @Test
  void aScaleThatIsNowhereIsNoInput() {
    assertThat(Run.of("scale", "check", "no/such-scale").status()).isEqualTo(ExitStatus.NO_INPUT);
  }

  @Test
  void aTemplateIsAnIncidentFileInWhichEverythingIsUnknown() throws IOException {
    Path file = folder.resolve("incident.yaml");
    Files.writeString(file, Run.english("facts", "template", "--scale", "us/cisa-nciss").out());

    Run run = Run.english("classify", "--scale", "us/cisa-nciss", file.toString());

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.OK);
    assertThat(Run.plain(run.out()))
        .contains("Baseline … Emergency")
        .containsPattern("[0-9]+ open questions");
  }

  @Test
  void aFactIsShownWithItsMeaning() {
    assertThat(Run.english("facts", "show", "downtime").out())
        .contains("downtime")
        .contains("unavailable");
    assertThat(Run.of("facts", "show", "nonsense").status()).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void theWalkThroughRunsInEveryLanguage() {
    for (String language : List.of("en", "fr", "de", "it", "ru", "es")) {
      Run run = Run.of("demo", "--lang", language);

      assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.OK);
      assertThat(run.out()).doesNotContainPattern(BARE_KEY).contains("49");
    }
  }

  private Path copied(String edition) throws IOException {
    Path from = Path.of("../library/scales").resolve(edition);
    Files.copy(from.resolve("scale.yaml"), folder.resolve("scale.yaml"));
    return Files.copy(from.resolve("cases.yaml"), folder.resolve("cases.yaml"));
  }

  @Test
  void aTableIsShownFoldedAndWithoutScores() {
    String shown = Run.english("scale", "show", "uk/ncsc").out();

    assertThat(shown.lines().count()).isLessThan(150);
    assertThat(shown)
        .contains("Effect on the victim: No effect → out of scope")
        .contains("Size of the victim: Small organisation · Medium-sized organisation")
        .doesNotContain(" × ")
        .doesNotContainPattern("(?m)^ *(National security|Individual)  0$");
  }

  @Test
  void whatIsSaidTwiceIsSpeltOutOnce() {
    assertThat(Run.english("scale", "show", "eu/nis2-2690").out())
        .containsOnlyOnce("trade secrets taken away, or could have been")
        .contains("a criterion for every entity (Article 3) (as above)");
  }

  @Test
  void aMeanIsShownAsAFormulaWithWhatCountsForTheUnknown() {
    assertThat(Run.english("scale", "show", "us/cisa-nciss").out().replaceAll("\\s+", " "))
        .contains("Score = (6 × Functional impact + 5 × Observed activity")
        .contains("− 325) × 100 / 3075")
        .contains("50 unknown [sei/actor-unknown]");
  }

  @Test
  void aClockSaysForWhomItRuns() {
    assertThat(Run.english("scale", "show", "eu/nis2-art-23").out().replaceAll("\\s+", " "))
        .contains("(Significant) [art-23/4-b] · none of these: Type of entity")
        .contains("(Significant) [art-23/4] · Type of entity: trust service");
  }
}
