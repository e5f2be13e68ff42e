package org.parley.formats.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.core.issue.IssueCode;

class YamlTest {

  @Test
  void aDocumentBecomesATreeInItsOrder() {
    assertThat(Reading.yaml("b: 1\na: [x, 'y', \"z\"]\nc:\n  - {d: no}\n").shown())
        .isEqualTo("{b: 1, a: [x, 'y', 'z'], c: [{d: no}]}");
  }

  @Test
  void scalarsStayTextWhateverOtherReadersMakeOfThem() {
    assertThat(Reading.yaml("[no, on, 0123, 1e3, 2025-01-17, 12:30:00, true, .inf]").shown())
        .isEqualTo("[no, on, 0123, 1e3, 2025-01-17, 12:30:00, true, .inf]");
  }

  @Test
  void anEmptyValueIsNothingAndAQuotedOneIsText() {
    assertThat(Reading.yaml("{a: , b: ~, c: null, d: '', e: 'null'}").shown())
        .isEqualTo("{a: -, b: -, c: -, d: '', e: 'null'}");
  }

  @Test
  void everyNodeKnowsWhereItBegins() {
    Tree tree = Reading.yaml("a:\n  - x\n  - {deep: y}\n").tree().orElseThrow();

    Tree.Sequence list = (Tree.Sequence) ((Tree.Mapping) tree).find("a").orElseThrow();
    Tree.Entry deep = ((Tree.Mapping) list.items().get(1)).entries().getFirst();
    assertThat(list.items().getFirst().place().toString()).isEqualTo("x.yaml:2:5");
    assertThat(deep.keyMark().place().toString()).isEqualTo("x.yaml:3:6");
    assertThat(deep.value().place().toString()).isEqualTo("x.yaml:3:12");
    assertThat(deep.value().place().text()).contains("  - {deep: y}");
  }

  @Test
  void aByteOrderMarkIsNotPartOfTheText() {
    assertThat(Reading.yaml("\uFEFFa: 1").shown()).isEqualTo("{a: 1}");
  }

  @Test
  void bothPlacesOfADoubleKeyAreTold() {
    Reading reading = Reading.yaml("a: 1\nb: 2\na: 3\n");

    assertThat(reading.told())
        .isEqualTo(
            """
            x.yaml:3:1: error P106: the key "a" stands twice, first at 1:1
                a: 3
                ^
                → keep one of the two\
            """);
  }

  @Test
  void aDoubleKeyIsFoundAmongMany() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      text.append("k").append(i).append(": 1\n");
    }
    assertThat(Reading.yaml(text + "k3: 2\nk49: 2").issues())
        .extracting(issue -> issue.place().line())
        .containsExactly(51, 52);
  }

  @Test
  void everyRefusedFeatureIsToldAtOnce() {
    Reading reading = Reading.yaml("a: &x 1\nb: *x\nc: !!int 3\nd: {<<: {e: 1}}\n");

    assertThat(reading.issues())
        .extracting(issue -> issue.code() + " " + issue.place().line())
        .containsExactly(
            "YAML_FEATURE_REFUSED 1",
            "YAML_FEATURE_REFUSED 2",
            "YAML_FEATURE_REFUSED 3",
            "YAML_FEATURE_REFUSED 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: 1¶---¶b: 2        | YAML_FEATURE_REFUSED | a second document begins here
          %YAML 1.2¶---¶a: 1   | YAML_FEATURE_REFUSED | directives are not read
          %TAG ! x:¶---¶a: 1   | YAML_FEATURE_REFUSED | directives are not read
          ? [a]¶: 1            | WRONG_SHAPE          | a key is a word, not a list
          ? {a: 1}¶: 1         | WRONG_SHAPE          | a key is a word, not a map
          ?¶: 1                | WRONG_SHAPE          | a key is a word, not nothing
          a: "open             | TRUNCATED            | the document ends in the middle of a value
          a: [1, 2             | TRUNCATED            | the document ends in the middle of a value
          a: {b: 1             | TRUNCATED            | the document ends in the middle of a value
          a: b: c              | SYNTAX               | a colon stands where no key can be
          a: 1¶b               | SYNTAX               | a key is not followed by a colon
          a: [1} 2             | SYNTAX               | a list in brackets is not closed
          a: "\\q"             | SYNTAX               | a backslash stands before a letter
          a: @x                | SYNTAX               | a value cannot begin with this character
          'a:¶ - 1¶ b: 2'      | SYNTAX               | this line does not fit the lines above
          ' '                  | EMPTY_DOCUMENT       | the document is empty
          ---                  | EMPTY_DOCUMENT       | the document holds no value
          # only a comment     | EMPTY_DOCUMENT       | the document holds no value
          ~                    | EMPTY_DOCUMENT       | the document holds no value
          """)
  void whatIsWrongIsToldInPlainWords(String text, IssueCode code, String message) {
    Reading reading = Reading.yaml(text.replace('¶', '\n'));

    assertThat(reading.issues()).isNotEmpty();
    assertThat(reading.issues().getFirst().code()).isEqualTo(code);
    assertThat(reading.issues().getFirst().message()).startsWith(message);
  }

  @Test
  void aTabIsNamedAsSuch() {
    assertThat(Reading.yaml("a:\n\tb: 1\n").told())
        .startsWith("x.yaml:2:1: error P104: a tab stands where blanks are needed");
  }

  @Test
  void aCharacterThatMustNotStandInYamlIsNamedWithItsPlace() {
    assertThat(Reading.yaml("a: 1\nb: \u0007x\n").told())
        .startsWith("x.yaml:2:4: error P104: the character U+0007 must not stand in a document");
  }

  @Test
  void theFirstByteThatIsNotUtf8IsNamedWithItsPlace() {
    byte[] latin1 = "a: 1\nb: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Reading.yaml(latin1, Limits.DOCUMENT).told())
        .startsWith("x.yaml:2:7: error P103: byte 12 (0xE9) is not UTF-8");
  }

  @Test
  void theReplacementCharacterItselfIsText() {
    assertThat(Reading.yaml("a: \uFFFD").shown()).isEqualTo("{a: \uFFFD}");
  }

  @Test
  void limitsAreKeptExactly() {
    Limits small = new Limits(20, 2, 3);

    assertThat(read("[[a]]", small)).isEqualTo("[[a]]");
    assertThat(read("[[[]]]", small)).contains("P105: maps and lists lie more than 2 deep");
    assertThat(read("[a, b]", small)).isEqualTo("[a, b]");
    assertThat(read("[a, b, c]", small)).contains("P102: the document has more than 3 values");
    assertThat(read("a: 12345678901234567", small)).isEqualTo("{a: 12345678901234567}");
    assertThat(read("a: 123456789012345678", small)).contains("P102: the document has 21 bytes");
  }

  private static String read(String text, Limits limits) {
    Reading reading = Reading.yaml(text.getBytes(StandardCharsets.UTF_8), limits);
    return reading.tree().isPresent() ? reading.shown() : reading.told();
  }
}
