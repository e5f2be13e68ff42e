package org.parley.formats.parley.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.parley.core.incident.Incident;
import org.parley.core.incident.Revision;
import org.parley.core.issue.Issues;
import org.parley.formats.parley.Golden;
import org.parley.formats.parley.Parsed;
import org.parley.formats.parley.Shipped;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.formats.tree.Limits;

class IncidentWriterTest {

  private static final KnownFacts FACTS = KnownFacts.of(Shipped.catalogue());

  /// Lines that can be drawn for a revision, by fact.
  private static final Map<String, List<String>> LINES = lines();

  private static Map<String, List<String>> lines() {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    lines.put("deaths", List.of("0", "{from: 1, to: 3}", "[{value: 0, by: a}, {value: 1}]"));
    lines.put("downtime", List.of("PT30H", "{from: PT1H}", "{to: P3D, source: \"log: line #3\"}"));
    lines.put("loss", List.of("\"0\"", "100.50 EUR", "{oneOf: [1 EUR, 2 CHF]}"));
    lines.put("sectors", List.of("[]", "[health, energy]", "{includes: [], mayInclude: anything}"));
    lines.put("countriesAffected", List.of("[\"NO\", AT]", "{includes: [AT], mayInclude: []}"));
    lines.put(
        "occurredAt", List.of("2026-03", "2026-03-02T02:50:00Z", "{unknown: \"logs: gone\"}"));
    lines.put("narrative", List.of("\"a: b\\n\\\"c\\\" \\u0007\"", "\"null\"", "plain text"));
    lines.put("rootCauseKey", List.of("x-1", "{notApplicable: \"- no\"}"));
    lines.put("systemsShare", List.of("\"30 %\"", "{from: \"0.1\", to: \"1 of 2\"}"));
    lines.put("usersTotal@EU", List.of("5", "{value: 7, releasableTo: [AT, \"NO\"], by: \"@x\"}"));
    return lines;
  }

  @Test
  void whatIsWrittenReadsAsTheSameIncident() {
    long seed = RandomGenerator.getDefault().nextLong();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < 100; round++) {
      Incident incident = read(drawn(random));

      Incident again = read(IncidentWriter.write(incident, FACTS));

      assertThat(again.revisions()).as("seed %d", seed).hasSameSizeAs(incident.revisions());
      for (int i = 0; i < again.revisions().size(); i++) {
        same(again.revisions().get(i), incident.revisions().get(i), seed);
      }
      assertThat(again.title()).isEqualTo(incident.title());
    }
  }

  private static void same(Revision again, Revision before, long seed) {
    assertThat(again.statements())
        .as("seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(before.statements());
    assertThat(again.nothingElse()).isEqualTo(before.nothingElse());
    assertThat(again.aware()).isEqualTo(before.aware());
    assertThat(again.at()).isEqualTo(before.at());
    assertThat(again.by()).isEqualTo(before.by());
    assertThat(again.withdrawn()).as("seed %d", seed).isEqualTo(before.withdrawn());
  }

  @Test
  void theFileLooksAsAPersonWouldWriteIt() {
    String text =
        """
        incident: 3d1c1d5e-2f0b-4a57-9b7e-0c5a1f5b7a10
        title: "Outage: second report"
        realm: exercise:spring
        revisions:
          - revision: 1
            at: 2026-03-02T04:10:00Z
            by: duty officer
            aware: 2026-03-02T02:50:00Z
            facts:
              downtime: {from: PT1H, to: PT30H, by: operator}
              sectors: [health]
            potential:
              loss: 100.5 EUR
            allElse: {nothingHappened: yes, by: duty officer}
          - revision: 2
            facts:
              sectors: {withdrawn: "the hospital: not hit after all"}
        """;

    assertThat(IncidentWriter.write(read(text), FACTS)).isEqualTo(text);
  }

  private static String drawn(RandomGenerator random) {
    StringBuilder text = new StringBuilder("incident: x\nrealm: real\nrevisions:\n");
    List<String> standing = new ArrayList<>();
    for (int number = 1; number <= 1 + random.nextInt(3); number++) {
      text.append("  - revision: ").append(number).append("\n    aware: 2026-01-0");
      text.append(1 + random.nextInt(9)).append("T00:00:00Z\n    facts:\n      deaths: 1\n");
      for (Map.Entry<String, List<String>> line : LINES.entrySet()) {
        String fact = line.getKey();
        if (fact.equals("deaths") || random.nextInt(3) == 0) {
          continue;
        }
        boolean withdraw = standing.contains(fact) && random.nextInt(4) == 0;
        List<String> forms = line.getValue();
        String said = withdraw ? "{withdrawn: x}" : forms.get(random.nextInt(forms.size()));
        text.append("      ").append(fact).append(": ").append(said).append('\n');
        standing.remove(fact);
        if (!withdraw) {
          standing.add(fact);
        }
      }
      if (random.nextBoolean()) {
        String answer = random.nextBoolean() ? "yes" : "no";
        text.append("    allElse: {nothingHappened: ").append(answer).append(", by: x}\n");
      }
    }
    return text.toString();
  }

  private static Incident read(String text) {
    Issues issues = new Issues();
    Parsed parsed =
        Parsed.of(text.getBytes(StandardCharsets.UTF_8), "x.yaml", Limits.DOCUMENT, issues)
            .orElseThrow(() -> new IllegalStateException(Golden.told(issues.list())));
    return IncidentReader.read(parsed, FACTS).orThrow();
  }
}
