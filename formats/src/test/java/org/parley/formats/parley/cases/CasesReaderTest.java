package org.parley.formats.parley.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.core.fact.FactId;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Mode;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issues;
import org.parley.core.scale.Grade;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.WorkedCase;
import org.parley.formats.parley.Golden;
import org.parley.formats.parley.Parsed;
import org.parley.formats.parley.Shipped;
import org.parley.formats.parley.scale.ScaleReader;
import org.parley.formats.tree.Limits;

class CasesReaderTest {

  private static final ScaleEdition NCISS =
      edition(Shipped.path("scales/us/cisa-nciss/2023-01/scale.yaml"));

  private static final String HEAD =
      "scale: us/cisa-nciss\nedition: \"2023-01\"\ncases:\n  - case: one\n";

  private static ScaleEdition edition(Path file) {
    return ScaleReader.read(Shipped.parsed(file), Shipped.catalogue(), Shipped.references())
        .orThrow();
  }

  static List<Path> scales() {
    return Shipped.scales();
  }

  @ParameterizedTest
  @MethodSource("scales")
  void theCasesOfEveryShippedScaleAreSound(Path file) {
    Parsed cases = Shipped.parsed(file.resolveSibling("cases.yaml"));

    Checked<List<WorkedCase>> read =
        CasesReader.read(cases.tree(), edition(file), Shipped.catalogue());

    assertThat(read.orThrow()).hasSizeGreaterThan(10);
  }

  @Test
  void aCaseHasFactsAndWhatTheyGive() {
    WorkedCase one =
        read("    omitted: nothing-happened\n"
                + "    facts: {functionalImpact: none, deaths: {unknown: x}}\n"
                + "    potential: {directLoss: 5 EUR}\n"
                + "    gives: [low, out-of-scope]\n    score: \"3.50\"\n"
                + "    issuerRule: {level: medium}\n")
            .getFirst();

    WorkedCase.Told told = one.incidents().getFirst();
    assertThat(told.aware()).isEqualTo(Instant.parse("2023-01-01T12:00:00Z"));
    assertThat(told.sheet().nothingElse()).isTrue();
    assertThat(told.sheet().keys())
        .containsExactlyInAnyOrder(
            FactKey.of(FactId.parse("us/cisa-nciss:functionalImpact").orElseThrow()),
            FactKey.of("deaths"),
            FactKey.of("directLoss").as(Mode.POTENTIAL));
    assertThat(one.possible()).extracting(Grade::word).containsExactly("low", "out-of-scope");
    assertThat(one.score()).contains("3.50");
    assertThat(one.ruling())
        .contains(
            new WorkedCase.Ruling.Possible(List.of(NCISS.levels().find("medium").orElseThrow())));
  }

  @Test
  void aRowOfCasesIsTakenApart() {
    List<WorkedCase> row =
        read("    vary: downtime\n    gives: {PT1H: low, PT2H: [medium, high]}\n");

    assertThat(row).extracting(WorkedCase::name).containsExactly("one: PT1H", "one: PT2H");
    assertThat(row)
        .extracting(each ->
            each.incidents().getFirst().sheet().stated(FactKey.of("downtime")).orElseThrow())
        .containsExactly(
            List.of(new Stated.Exactly(new Value.Number(3600))),
            List.of(new Stated.Exactly(new Value.Number(7200))));
    assertThat(row.get(1).possible()).hasSize(2);
    assertThat(row.get(1).place().toString()).isEqualTo("cases.yaml:6:30");
  }

  @Test
  void severalIncidentsCanMakeOneCase() {
    WorkedCase group =
        read("    group:\n"
                + "      - {aware: 2025-01-10T00:00:00Z, facts: {deaths: 1}}\n"
                + "      - {aware: 2025-04-10T00:00:00Z, facts: {deaths: 2}}\n"
                + "    gives: low\n"
                + "    issuerRule: {estimate: [functionalImpact, deaths]}\n")
            .getFirst();

    assertThat(group.incidents())
        .extracting(WorkedCase.Told::aware)
        .containsExactly(
            Instant.parse("2025-01-10T00:00:00Z"), Instant.parse("2025-04-10T00:00:00Z"));
    assertThat(group.ruling())
        .contains(
            new WorkedCase.Ruling.MustEstimate(
                Set.of(
                    FactKey.of("deaths"),
                    FactKey.of(FactId.parse("us/cisa-nciss:functionalImpact").orElseThrow()))));
  }

  static Stream<Path> broken() {
    return Golden.inputs("cases");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatIsWrongIsToldInFull(Path input) {
    String text = new String(Golden.bytes(input), StandardCharsets.UTF_8);
    Checked<List<WorkedCase>> read = checked(text, input.getFileName().toString());

    assertThat(read).isInstanceOf(Checked.Refused.class);
    Golden.check(input, Golden.told(read.issues()));
  }

  private static List<WorkedCase> read(String body) {
    return checked(HEAD + body, "cases.yaml").orThrow();
  }

  private static Checked<List<WorkedCase>> checked(String text, String name) {
    Issues issues = new Issues();
    Optional<Parsed> parsed =
        Parsed.of(text.getBytes(StandardCharsets.UTF_8), name, Limits.DOCUMENT, issues);
    assertThat(Golden.told(issues.list())).isEmpty();
    return CasesReader.read(parsed.orElseThrow().tree(), NCISS, Shipped.catalogue());
  }
}
