package org.parley.formats.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.core.issue.IssueCode;

class JsonTest {

  @Test
  void jsonBecomesTheSameTreeAsYaml() {
    assertThat(Reading.json("{\"b\": 1, \"a\": [\"x\", null, true], \"c\": {}}").shown())
        .isEqualTo("{b: 1, a: ['x', -, true], c: {}}");
  }

  @Test
  void numbersAndTruthsAreToldFromText() {
    Tree tree = Reading.json("[1.50, true, \"true\"]").tree().orElseThrow();

    assertThat(((Tree.Sequence) tree).items())
        .extracting(item -> ((Tree.Text) item).kind() + " " + ((Tree.Text) item).text())
        .containsExactly("NUMBER 1.50", "TRUTH true", "QUOTED true");
  }

  @Test
  void everyNodeKnowsWhereItBegins() {
    Tree.Mapping tree =
        (Tree.Mapping) Reading.json("{\n  \"a\": \"x\",\n  \"b\": 2}").tree().orElseThrow();

    assertThat(tree.entries())
        .extracting(entry -> entry.keyMark().place() + " " + entry.value().place())
        .containsExactly("x.json:2:3 x.json:2:8", "x.json:3:3 x.json:3:8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a": 1, "a": 2}   | DUPLICATE_KEY | the key "a" stands twice, first at 1:2
          {"a": 1            | TRUNCATED     | the document ends in the middle
          [1, "x             | TRUNCATED     | the document ends in the middle
          [1] [2]            | SYNTAX        | something follows after the end of the document
          {a: 1}             | SYNTAX        | this is not JSON: Unexpected character ('a'
          [01]               | SYNTAX        | this is not JSON: Invalid numeric value
          [NaN]              | SYNTAX        | this is not JSON: Non-standard token 'NaN'
          [1,]               | SYNTAX        | this is not JSON: Unexpected character (']'
          nonsense           | SYNTAX        | this is not JSON: Unrecognized token
          """)
  void whatIsWrongIsToldWithItsPlace(String text, IssueCode code, String message) {
    Reading reading = Reading.json(text);

    assertThat(reading.issues()).isNotEmpty();
    assertThat(reading.issues().getFirst().code()).isEqualTo(code);
    assertThat(reading.issues().getFirst().message()).startsWith(message);
    assertThat(reading.issues().getFirst().place().line()).isEqualTo(1);
  }

  @Test
  void deepNestingIsRefusedEarly() {
    byte[] deep = "[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);

    assertThat(Reading.json(deep, Limits.DOCUMENT).issues())
        .extracting(issue -> issue.code() + " " + issue.place())
        .containsExactly("TOO_DEEP x.json:1:41");
  }

  @Test
  void aLongLineIsNotRepeatedInTheProblem() {
    String text = "{\"a\": \"" + "x".repeat(5000) + "\", \"a\": 1}";

    assertThat(Reading.json(text).issues().getFirst().place().text()).isEmpty();
  }
}
