package org.parley.formats.parley.scale;

import java.nio.charset.StandardCharsets;
import org.parley.core.issue.Issues;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;
import org.parley.formats.parley.Golden;
import org.parley.formats.parley.Parsed;
import org.parley.formats.parley.Shipped;
import org.parley.formats.tree.Limits;

/// A small scale, to be completed with what a test is about.
final class Editions {

  static final String HEAD =
      """
      scale: xx/test
      edition: "1"
      title: A test
      issuer: Nobody
      authority: draft
      unit: service
      valid: {from: 2026-01-01, to: 2026-12-31}
      decidingDay: {day: occurrence, zone: Europe/Vienna}
      levels: [low, medium, high]
      sources:
        text: {text: The text, url: "https://example.org", certainty: secondary}
      unknowns: {policy: later, cite: text/9}
      """;

  static final String FIXED = "rule: {level: low}\n";

  private Editions() {}

  static org.parley.core.scale.Test test(String condition) {
    return ((Condition.Passes) condition(condition)).test();
  }

  static Condition condition(String yaml) {
    return row(read("rule: {ladder: {high: " + yaml + "}, otherwise: low}\n"));
  }

  /// The condition of the gravest row of a ladder.
  static Condition row(ScaleEdition edition) {
    return ((Rule.Ladder) edition.rule()).rows().getFirst().when();
  }

  static ScaleEdition read(String body) {
    Issues issues = new Issues();
    byte[] bytes = (HEAD + body).getBytes(StandardCharsets.UTF_8);
    Parsed file =
        Parsed.of(bytes, "x.yaml", Limits.DOCUMENT, issues)
            .orElseThrow(() -> new IllegalStateException(Golden.told(issues.list())));
    return ScaleReader.read(file, Shipped.catalogue(), Shipped.references()).orThrow();
  }
}
