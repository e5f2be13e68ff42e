package org.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of words to avoid, on sentences planted to hold them. */
class WordingTest {
  @ParameterizedTest
  @CsvSource({
    "Our partners were told, word partner",
    "The answer is OVERDUE, word overdue",
    "It was escalated to the deputy, word escalate",
    "Classified information, word classified",
    "This is unclassified, word unclassified",
    "We hold evidence, word evidence",
    "The crosswalk says, word crosswalk",
    "Turkey and others, word Turkey",
    "Macedonia, word Macedonia",
  })
  void aWordThatTakesASideIsFound(String text, String rule) {
    assertThat(rules(text, Wording.NEUTRAL)).containsExactly(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Partners for Co-operation",
        "The incident is classified on the scale of another State",
        "North Macedonia and Türkiye",
        "self-evident",
      })
  void aNeutralSentenceIsLeftAlone(String text) {
    assertThat(rules(text, Wording.NEUTRAL)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "see /work/notes, machine path",
    "cd /home/anna/parley, machine path",
    "https://repo1.maven.org/maven2, registry host",
    "https://registry.npmjs.org/x, registry host",
  })
  void aMachineOrRegistryIsFound(String text, String word) {
    assertThat(rules(text, Wording.LOCAL)).containsExactly("word " + word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/usr/lib/jvm/x", "docs/work/x", "http://maven.apache.org/POM/4.0.0", "~/work/"})
  void whatEveryMachineHasIsLeftAlone(String text) {
    assertThat(rules(text, Wording.LOCAL)).isEmpty();
  }

  @Test
  void aWordIsFoundOnItsLineAndCounted() {
    assertThat(Wording.check("page.md", 5, "One.\nA partner,\na partner.", Wording.NEUTRAL))
        .extracting(Untidy::line, Untidy::measure)
        .containsExactly(tuple(6L, 2L), tuple(7L, 2L));
  }

  private static List<String> rules(String text, List<Wording.Avoided> avoided) {
    return Wording.check("page.md", 1, text, avoided).stream().map(Untidy::rule).toList();
  }
}
