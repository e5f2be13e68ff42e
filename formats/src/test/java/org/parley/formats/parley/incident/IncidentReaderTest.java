package org.parley.formats.parley.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactId;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Mode;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Statement;
import org.parley.core.fact.Together;
import org.parley.core.fact.Value;
import org.parley.core.incident.Incident;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Realm;
import org.parley.core.terms.ScaleId;
import org.parley.formats.parley.Golden;
import org.parley.formats.parley.Parsed;
import org.parley.formats.parley.Shipped;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.formats.tree.Limits;

class IncidentReaderTest {

  private static final Fact JUDGEMENT =
      new Fact(
          FactId.parse("us/cisa-nciss:functionalImpact").orElseThrow(),
          "judgement",
          new FactType.Ordered(List.of("none", "denial-non-critical", "denial-critical")),
          Optional.empty(),
          Fact.Reach.PLAIN,
          Together.REFUSE,
          "Effect on services.");

  private static final KnownFacts FACTS =
      KnownFacts.of(
          Shipped.catalogue(),
          scale ->
              scale.equals(new ScaleId("us", "cisa-nciss"))
                  ? Optional.of((Collection<Fact>) List.of(JUDGEMENT))
                  : Optional.empty());

  private static final String HEAD =
      """
      incident: 3d1c1d5e-2f0b-4a57-9b7e-0c5a1f5b7a10
      realm: real
      revisions:
        - revision: 1
          at: 2026-03-02T04:10:00Z
          by: duty officer
          aware: 2026-03-02T02:50:00Z
          facts:
      """;

  @Test
  void theHeadOfTheFileIsTheIncident() {
    Incident incident = sound(HEAD + "      deaths: 0\n");

    assertThat(incident.id()).isEqualTo("3d1c1d5e-2f0b-4a57-9b7e-0c5a1f5b7a10");
    assertThat(incident.realm()).isEqualTo(new Realm.Real());
    assertThat(incident.latest().aware()).contains(Instant.parse("2026-03-02T02:50:00Z"));
    assertThat(incident.latest().by()).contains("duty officer");
  }

  @Test
  void everyFormOfTheHandbookIsRead() {
    assertThat(stated("downtime: PT30H")).isEqualTo(exactly(new Value.Number(108_000)));
    assertThat(stated("usersAffected: {from: 30000, to: 50000}"))
        .isEqualTo(between(new Value.Number(30_000), new Value.Number(50_000)));
    assertThat(stated("usersAffected: {from: 30000}"))
        .isEqualTo(new Stated.Between(Optional.of(new Value.Number(30_000)), Optional.empty()));
    assertThat(stated("mediaCoverage: {from: isolated, to: wide}"))
        .isEqualTo(between(new Value.Option(1), new Value.Option(2)));
    assertThat(stated("actorClass: {oneOf: [criminal, hacktivist]}"))
        .isEqualTo(new Stated.OneOf(List.of(new Value.Option(3), new Value.Option(1))));
    assertThat(stated("loss: {unknown: accounts not closed}"))
        .isEqualTo(new Stated.Unknown("accounts not closed"));
    assertThat(stated("namesAffected: {notApplicable: not a DNS service}"))
        .isEqualTo(new Stated.NotApplicable("not a DNS service"));
    assertThat(stated("dataPropertiesLost: {includes: [integrity], mayInclude: anything}"))
        .isEqualTo(new Stated.SetBetween(0b0010, 0b1101));
    assertThat(stated("dataPropertiesLost: {includes: [integrity], mayInclude: [availability]}"))
        .isEqualTo(new Stated.SetBetween(0b0010, 0b0100));
    assertThat(stated("countriesAffected: {includes: [AT], mayInclude: anything}"))
        .isEqualTo(new Stated.CodesBetween(new TreeSet<>(List.of("AT")), true));
    assertThat(stated("occurredAt: {from: 2026-03-01, to: 2026-03-02}"))
        .isEqualTo(between(new Value.Number(1_772_323_200L), new Value.Number(1_772_495_999L)));
    assertThat(stated("us/cisa-nciss:functionalImpact: denial-critical"))
        .isEqualTo(exactly(new Value.Option(2)));
  }

  @Test
  void theOriginOfAStatementIsKept() {
    Statement statement =
        sound(
                HEAD
                    + "      recordsAffected: {value: 40000, source: report, "
                    + "asOf: 2026-03-02T03:00:00Z, by: operator, confidence: high, "
                    + "releasableTo: [AT, CH]}\n")
            .latest()
            .statements()
            .getFirst();

    assertThat(statement.origin())
        .isEqualTo(
            new Statement.Origin(
                Optional.of("report"),
                Optional.of("2026-03-02T03:00:00Z"),
                Optional.of("operator"),
                Optional.of("high"),
                List.of("AT", "CH")));
  }

  @Test
  void conflictingStatementsStandSideBySideAndAreNoted() {
    Checked<Incident> read = read(HEAD + "      deaths: [{value: 0, by: a}, {value: 1, by: b}]\n");

    assertThat(read.orThrow().latest().statements())
        .extracting(Statement::stated)
        .containsExactly(exactly(new Value.Number(0)), exactly(new Value.Number(1)));
    assertThat(read.issues())
        .extracting(Issue::message)
        .containsExactly("2 statements about deaths stand side by side");
  }

  @Test
  void regionAndPotentialArePartOfTheKey() {
    Incident incident =
        sound(HEAD + "      usersTotal@EU: 120000\n    potential:\n      deaths: 3\n");

    assertThat(incident.latest().statements())
        .extracting(Statement::key)
        .containsExactly(FactKey.of("usersTotal@EU"), FactKey.of("deaths").as(Mode.POTENTIAL));
  }

  @Test
  void aLaterRevisionChangesOnlyWhatItNames() {
    Incident incident =
        sound(
            HEAD
                + """
                      deaths: 0
                      downtime: PT1H
                    allElse: {nothingHappened: yes, by: head of shift}
                  - revision: 2
                    facts:
                      downtime: PT2H
                      deaths: {withdrawn: not confirmed}
                      graveInjuries: 1
                  - revision: 3
                    allElse: {nothingHappened: no, by: head of shift}
                """);

    assertThat(incident.revisions().get(1).statements())
        .extracting(statement -> statement.key() + " " + statement.stated())
        .containsExactly(
            "downtime Exactly[value=Number[units=7200]]",
            "graveInjuries Exactly[value=Number[units=1]]");
    assertThat(incident.revisions())
        .extracting(revision -> revision.nothingElse().orElse("-"))
        .containsExactly("head of shift", "head of shift", "-");
    assertThat(incident.latest().aware()).isPresent();
    assertThat(incident.latest().statements()).hasSize(2);
  }

  @Test
  void jsonSaysTheSameAsYaml() {
    Incident yaml = sound(HEAD + "      deaths: {from: 0, to: 3}\n      severeDisruption: yes\n");
    String json =
        """
        {"incident": "3d1c1d5e-2f0b-4a57-9b7e-0c5a1f5b7a10", "realm": "real", "revisions": [{
          "revision": 1, "at": "2026-03-02T04:10:00Z", "by": "duty officer",
          "aware": "2026-03-02T02:50:00Z",
          "facts": {"deaths": {"from": 0, "to": 3}, "severeDisruption": true}}]}
        """;
    Incident other = IncidentReader.read(parsed(json, "x.json"), FACTS).orThrow();

    assertThat(other.revisions()).isEqualTo(yaml.revisions());
    assertThat(other.id()).isEqualTo(yaml.id());
  }

  static Stream<Path> broken() {
    return Golden.inputs("incident");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatIsWrongIsToldInFull(Path input) {
    String text = new String(Golden.bytes(input), StandardCharsets.UTF_8);
    Checked<Incident> read =
        IncidentReader.read(parsed(text, input.getFileName().toString()), FACTS);

    assertThat(read).isInstanceOf(Checked.Refused.class);
    Golden.check(input, Golden.told(read.issues()));
  }

  private static Stated stated(String fact) {
    return sound(HEAD + "      " + fact + "\n").latest().statements().getFirst().stated();
  }

  private static Stated exactly(Value value) {
    return new Stated.Exactly(value);
  }

  private static Stated between(Value low, Value high) {
    return new Stated.Between(Optional.of(low), Optional.of(high));
  }

  private static Incident sound(String text) {
    return read(text).orThrow();
  }

  private static Checked<Incident> read(String text) {
    return IncidentReader.read(parsed(text, "x.yaml"), FACTS);
  }

  private static Parsed parsed(String text, String name) {
    Issues issues = new Issues();
    return Parsed.of(text.getBytes(StandardCharsets.UTF_8), name, Limits.DOCUMENT, issues)
        .orElseThrow(() -> new IllegalStateException(Golden.told(issues.list())));
  }
}
