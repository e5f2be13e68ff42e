package org.parley.formats.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.format.Format;
import org.parley.core.exchange.format.Formats;
import org.parley.core.exchange.format.StatementRules;
import org.parley.core.exchange.ledger.Standing;
import org.parley.core.terms.Octets;
import org.parley.formats.exchange.plain.Alphabet;
import org.parley.formats.exchange.plain.PlainTextReader;
import org.parley.formats.exchange.plain.PlainTextWriter;
import org.parley.formats.library.FolderSource;
import org.parley.formats.library.Library;

/// The examples of the page on exchange are what the program reads and writes.
class ExchangePageTest {

  private static final Formats FORMATS =
      new Library(new FolderSource(Path.of("..", "library"))).formats();

  private final String page = text("handbook", "exchange.md");
  private final Statement example =
      StatementReader.read(Octets.of(blocks("json").getFirst())).orThrow();

  @Test
  void theStatementOfThePageFitsItsFormat() {
    assertThat(StatementRules.check(example, FORMATS, Optional.empty())).isEmpty();
  }

  @Test
  void thePlainTextOfThePageIsThatStatement() {
    String plain = blocks("text").getFirst();

    assertThat(PlainTextWriter.write(example, FORMATS, Alphabet.UTF8)).isEqualTo(plain);
    assertThat(PlainTextReader.read(plain).orThrow()).isEqualTo(example);
    assertThat(PlainTextWriter.write(example, FORMATS, Alphabet.ITA2))
        .startsWith(blocks("text").get(1));
  }

  @Test
  void theTableOfFormatsIsThatOfTheLibrary() {
    for (Format format : FORMATS.newest()) {
      String clock =
          format.use().replyWithin().map(Duration::toHours).map(h -> h + " hours").orElse("–");
      assertThat(page)
          .containsPattern(
              "(?m)^\\| " + format.id().name() + " \\| [^|]+\\| [^|]+\\| " + clock + " \\|$");
    }
  }

  @Test
  void everyStandingIsExplained() {
    List<Standing> unsaid =
        Arrays.stream(Standing.values())
            .filter(standing -> !page.contains(standing.word().replace('-', ' ')))
            .filter(standing -> standing != Standing.IN_CUSTODY)
            .toList();

    assertThat(unsaid).isEmpty();
  }

  @Test
  void theSchemaAcceptsWhatTheReaderAcceptsAndKnowsWrongShapes() {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text("library", "schema", "statement.schema.json"));
    RandomStatements statements = new RandomStatements(new SplittableRandom(20_261_122L));
    for (int round = 0; round < 300; round++) {
      String json = StatementWriter.write(statements.next()).shown();
      assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
    }
    String sound = blocks("json").getFirst();
    assertThat(schema.validate(sound, InputFormat.JSON)).isEmpty();
    for (String wrong :
        List.of(
            sound.replace("statement/1", "statement/2"),
            sound.replace("\"nil\": true", "\"nil\": false"),
            sound.replace("XB/policy", "XB/police"),
            sound.replace("\"language\"", "\"lingo\""))) {
      assertThat(schema.validate(wrong, InputFormat.JSON)).as(wrong).isNotEmpty();
    }
  }

  private List<String> blocks(String language) {
    return Arrays.stream(page.split("```" + language + "\n"))
        .skip(1)
        .map(rest -> rest.substring(0, rest.indexOf("```")))
        .toList();
  }

  private static String text(String... path) {
    try {
      return Files.readString(Path.of("..", path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
