package org.parley.conformance.agreement;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.parley.core.issue.Issues;
import org.parley.core.scale.ScaleEdition;
import org.parley.formats.library.Library;
import org.parley.formats.parley.Parsed;
import org.parley.formats.tree.Limits;

/// A weighted mean of eight criteria, 4,665,600 combinations, with weights and scores made up.
final class EightCriteria {

  private static final int[] SIZES = {8, 5, 9, 6, 10, 4, 6, 9};

  private static final String FORM =
      """
      scale: xx/constructed
      edition: "1"
      title: A weighted mean of eight criteria
      issuer: Nobody
      authority: draft
      unit: incident
      valid: {from: 2026-01-01}
      decidingDay: {day: awareness, zone: UTC}
      levels: [one, two, three, four, five, six]
      sources:
        text: {text: Made up for a test, certainty: interpretation}
      judgements:
      %scriteria:
      %srule:
        weightedMean: [criterionA, criterionB, criterionC, criterionD, criterionE, criterionF, criterionG, criterionH]
        normalise: {minMax: 100}
        bands: [0, 35, 50, 65, 75, 90]
        shown: {decimals: 2}
        cite: text/1
      unknowns: {policy: silent, cite: text/1}
      """;

  private EightCriteria() {}

  static ScaleEdition edition(Library library) {
    StringBuilder judgements = new StringBuilder();
    StringBuilder criteria = new StringBuilder();
    SplittableRandom random = new SplittableRandom(46);
    for (int i = 0; i < SIZES.length; i++) {
      char letter = (char) ('A' + i);
      StringBuilder options = new StringBuilder("o0");
      StringBuilder scores = new StringBuilder("o0: 0");
      int score = 0;
      for (int option = 1; option < SIZES[i]; option++) {
        score += 1 + random.nextInt(200 / SIZES[i]);
        options.append(", o").append(option);
        scores.append(", o").append(option).append(": ").append(score);
      }
      judgements.append(
          "  question%s: {options: [%s], baseline: o0, means: Made up., cite: text/1}\n"
              .formatted(letter, options));
      criteria.append(
          "  criterion%s: {weight: %d, fact: question%s, scores: {%s}, cite: text/1}\n"
              .formatted(letter, 3 + random.nextInt(4), letter, scores));
    }
    byte[] yaml = FORM.formatted(judgements, criteria).getBytes(StandardCharsets.UTF_8);
    Issues issues = new Issues();
    return Parsed.of(yaml, "constructed", Limits.DOCUMENT, issues)
        .map(file -> library.scale(file).orThrow())
        .orElseThrow(() -> new IllegalStateException(issues.list().toString()));
  }
}
