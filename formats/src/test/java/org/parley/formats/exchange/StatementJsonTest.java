package org.parley.formats.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Kept;
import org.parley.core.exchange.Statement;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Octets;

class StatementJsonTest {

  private static final long SEED = 20_261_122L;
  private static final Statement SAMPLE = new RandomStatements(new SplittableRandom(3)).next();

  @Test
  void everyStatementReadsBackAsItselfAndWritesTheSameBytes() {
    RandomStatements statements = new RandomStatements(new SplittableRandom(SEED));
    for (int round = 0; round < 2_000; round++) {
      Statement statement = statements.next();
      Octets bytes = StatementWriter.write(statement);

      Checked<Statement> read = StatementReader.read(bytes);

      assertThat(read.orThrow()).as("seed %d round %d", SEED, round).isEqualTo(statement);
      assertThat(StatementWriter.write(read.orThrow())).isEqualTo(bytes);
    }
  }

  @Test
  void fieldsNotKnownAreKeptAndWrittenAgainDigitByDigit() {
    String written = StatementWriter.write(SAMPLE).shown();
    String later =
        written.substring(0, written.length() - 1) + ",\"fromTheFuture\":{\"n\":1.500e3,\"a\":[]}}";

    Statement read = StatementReader.read(Octets.of(later)).orThrow();

    assertThat(read.rest().unknown())
        .contains(new Kept("fromTheFuture", "{\"n\":1.500e3,\"a\":[]}"));
    assertThat(StatementWriter.write(read)).isEqualTo(Octets.of(later));
  }

  @Test
  void aMarkingThatIsNotKnownIsKeptAndCountsAsTheStrictest() {
    String written = StatementWriter.write(SAMPLE).shown();
    String dark = written.replaceFirst("\"tlp\":\"[A-Z+]+\"", "\"tlp\":\"BLACK\"");

    Statement read = StatementReader.read(Octets.of(dark)).orThrow();

    assertThat(read.marking().reach()).isEqualTo(Tlp.RED);
    assertThat(read.marking().unknown()).contains("TLP:BLACK");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "parley":"statement/1"  | "parley":"statement/9"                     | EDITION_NOT_UNDERSTOOD
          "parley":"statement/1"  | "parley":"statement/1","parley":"x"        | DUPLICATE_KEY
          "parley":"statement/1"  | "parley":"statement/1","x":"\\ud800"       | NOT_UNICODE
          "language":"            | "lingo":"                                  | MISSING_KEY
          "alsoAuthentic":["de-CH"] | "alsoAuthentic":["uk"]                   | WRONG_SHAPE
          "alsoAuthentic":["de-CH"] | "alsoAuthentic":["fr"]                   | WRONG_SHAPE
          "alsoAuthentic":["de-CH"] | "alsoAuthentic":[]                       | WRONG_SHAPE
          "alsoAuthentic":["de-CH"] | "alsoAuthentic":["de-CH","de-CH"]        | WRONG_SHAPE
          "alsoAuthentic":["de-CH"] | "alsoAuthentic":["U K"]                  | WRONG_TYPE
          "office":"XA/technical" | "office":"XB/technical"                    | WRONG_SHAPE
          "office":"XA/technical" | "office":"XA/technical","deputy":"who"     | UNKNOWN_KEY
          "node":"XA/csirt"       | "node":"XA/../csirt"                       | WRONG_TYPE
          "items":[               | "items":[7,                                | WRONG_SHAPE
          "items":[{"number":1,   | "items":[{"number":1.0,                    | WRONG_TYPE
          "items":[{"number":1,   | "items":[{"number":1,"value":"x","nil":true,  | DUPLICATE_KEY,WRONG_SHAPE
          "number":               | "number":17,"numero":                      | WRONG_TYPE
          """)
  void whatIsWrongIsRefusedByName(String from, String to, String codes) {
    String written = StatementWriter.write(SAMPLE).shown();
    assertThat(written).contains(from);
    String broken = written.replaceFirst(java.util.regex.Pattern.quote(from), quoted(to));

    Checked<Statement> read = StatementReader.read(Octets.of(broken));

    assertThat(read).isInstanceOf(Checked.Refused.class);
    assertThat(codes(read))
        .containsAnyElementsOf(List.of(codes.split(",")).stream().map(IssueCode::valueOf).toList());
  }

  @Test
  void textsThatCountEquallyAreNamedBesideTheTranslationsAndReadAsSuch() {
    String written = StatementWriter.write(SAMPLE).shown();

    assertThat(written)
        .contains("\"translations\":{\"de-CH\":\"person\",\"fr\":\"machine\"}")
        .contains("\"alsoAuthentic\":[\"de-CH\"]");
    assertThat(SAMPLE.heading().languages().translations())
        .containsEntry("de-CH", Heading.Made.EQUAL)
        .containsEntry("fr", Heading.Made.MACHINE);
    String before = written.replace("\"alsoAuthentic\":[\"de-CH\"],", "");
    Statement old = StatementReader.read(Octets.of(before)).orThrow();
    assertThat(old.heading().languages().translations())
        .containsEntry("de-CH", Heading.Made.PERSON);
    assertThat(StatementWriter.write(old)).isEqualTo(Octets.of(before));
  }

  @Test
  void sizeAndDepthAreLimitedBeforeAnythingElse() {
    String huge = "{\"parley\":\"" + "x".repeat(1 << 20) + "\"}";
    String deep = "[".repeat(100_000);

    assertThat(codes(StatementReader.read(Octets.of(huge))))
        .containsExactly(IssueCode.DOCUMENT_TOO_LARGE);
    assertThat(codes(StatementReader.read(Octets.of(deep)))).containsExactly(IssueCode.TOO_DEEP);
    assertThat(codes(StatementReader.read(Octets.of(new byte[] {'"', (byte) 0xff, '"'}))))
        .containsExactly(IssueCode.NOT_UTF8);
  }

  private static String quoted(String replacement) {
    return java.util.regex.Matcher.quoteReplacement(replacement);
  }

  private static List<IssueCode> codes(Checked<Statement> read) {
    return read.issues().stream().filter(Issue::isError).map(Issue::code).toList();
  }
}
