package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifyCommandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "us/cisa-nciss  | Low .*Score: 49\\.59",
        "es/rd-43-2021  | Very high .*settled",
        "uk/ncsc        | Category 2.*settled",
        "eu/enisa-breach| Very high .*Score: 5\\.00",
        "eu/nis2-art-23 | Significant .*settled",
        "eu/nis2-2690   | out of scope",
        "eu/dora        | out of scope"
      })
  void theHospitalIsGradedOnEveryScaleByItsOwnRule(String scale, String result) {
    Run run = Run.english("classify", Run.sample("hospital-ransomware"));

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.OK);
    assertThat(run.out()).containsPattern(Pattern.quote(scale.strip()) + ".*" + result.strip());
  }

  @Test
  void withoutTheActorTheRangeAndTheIssuersOwnRuleStandSideBySide() {
    Run run =
        Run.english(
            "classify",
            "--scale",
            "us/cisa-nciss",
            Run.sample("hospital-ransomware-actor-unknown"));

    assertThat(run.out())
        .contains("Low · Medium")
        .contains("bounded")
        .contains("Issuer’s own rule")
        .contains("Kind of actor");
  }

  @Test
  void jsonIsOneLineAnIncident() {
    Run run =
        Run.of(
            "classify", "--json", Run.sample("hospital-ransomware"), Run.sample("payroll-theft"));

    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.out())
        .contains(
            "\"possible\":[\"low\"],\"outcome\":\"settled\",\"level\":\"low\",\"rank\":1,\"score\":\"49.59\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "de", "it", "ru", "es"})
  void everyLanguageHasAllWordsThatAreSaid(String language) {
    Run run =
        Run.of(
            "classify",
            "--lang",
            language,
            "--explain",
            "--plan",
            "starter",
            Run.sample("almost-nothing-known"),
            Run.sample("payments-outage"));

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.OK);
    assertThat(run.out())
        .doesNotContainPattern(
            "\\b(heading|outcome|policy|test|value|change|clock|join|condition|plan|why|certainty|quantity)\\.[a-z]");
    assertThat(run.out()).doesNotContainPattern("\\{[0-9]\\}");
  }

  @Test
  void aMissingFileIsNoInput() {
    Run run = Run.of("classify", "no-such-file.yaml");

    assertThat(run.status()).isEqualTo(ExitStatus.NO_INPUT);
    assertThat(run.err()).contains("no-such-file.yaml").doesNotContain("Exception");
  }

  @Test
  void aScaleThatIsNotThereIsNamed() {
    Run run = Run.of("classify", "--scale", "xx/none", Run.sample("payroll-theft"));

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).contains("xx/none").contains("parley scale list");
  }

  @Test
  void anEditionThatIsNotInForceOnTheDayAskedForIsRefused() {
    Run run =
        Run.of(
            "classify",
            "--scale",
            "eu/dora@2024-1772",
            "--day",
            "2020-01-01",
            Run.sample("payments-outage"));

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).contains("not in force on 2020-01-01");
  }

  @Test
  void aWrongOptionIsAUsageError() {
    assertThat(Run.of("classify", "--no-such-option").status()).isEqualTo(ExitStatus.USAGE);
    assertThat(Run.of("classify").status()).isEqualTo(ExitStatus.USAGE);
    assertThat(Run.of("classify", "--lang", "xx", Run.sample("payroll-theft")).status())
        .isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void aNationalTypeThatNobodyStatedIsDerivedAndSaysSo(@TempDir Path folder) throws IOException {
    Path incident = folder.resolve("flood.yaml");
    Files.writeString(
        incident,
        """
        incident: 11111111-2222-4333-8444-555555555555
        title: A flood of requests
        realm: "exercise:test"
        revisions:
          - revision: 1
            at: 2026-11-20T08:00:00Z
            by: duty officer
            aware: 2026-11-20T07:00:00Z
            facts: {incidentTypes: [ddos]}
        """);

    Run text = Run.english("classify", "--scale", "es/rd-43-2021", incident.toString());
    Run json = Run.of("classify", "--json", "--scale", "es/rd-43-2021", incident.toString());

    assertThat(text.out().replaceAll("\\s+", " "))
        .contains("nobody stated this; it is derived from rsit by the correspondence");
    assertThat(json.out())
        .contains("{\"list\":\"es-rd-43-2021\",\"types\":[\"ddos\"]")
        .contains("\"derivedFrom\":{\"list\":\"rsit\",\"correspondence\":\"es-rd-43-2021--rsit\"}")
        .contains("\"danger\":[\"high\",\"critical\"]");
  }

  @Test
  void anArrayOfRecordsIsReadAsManyIncidents(@TempDir Path folder) throws IOException {
    Path records = folder.resolve("records.json");
    Files.writeString(
        records,
        """
        [
          {"schema_version": "1.3.4", "incident_id": "one", "action": {"error": {"variety": ["Loss"]}}},
          {"schema_version": "1.3.4", "incident_id": },
          {"schema_version": "1.3.4", "incident_id": "three", "action": {"unknown": {}}}
        ]
        """);

    Run run = Run.of("classify", "--json", "--scale", "us/cisa-nciss", records.toString());

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.err()).contains("records.json:3");
  }
}
