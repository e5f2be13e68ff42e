package org.parley.formats.exchange.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.format.Format;
import org.parley.core.exchange.format.Formats;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.formats.exchange.RandomStatements;
import org.parley.formats.exchange.StatementWriter;
import org.parley.formats.library.FolderSource;
import org.parley.formats.library.Library;

class PlainTextTest {

  private static final long SEED = 20_261_122L;
  private static final Formats FORMATS =
      new Library(new FolderSource(Path.of("..", "library"))).formats();

  @ParameterizedTest
  @EnumSource(Alphabet.class)
  void everyStatementComesBackToTheByte(Alphabet alphabet) {
    RandomStatements statements = new RandomStatements(new SplittableRandom(SEED));
    for (int round = 0; round < 1_000; round++) {
      Statement statement = statements.next();
      String text = PlainTextWriter.write(statement, FORMATS, alphabet);

      Checked<Statement> read = PlainTextReader.read(text);

      assertThat(read.orThrow()).as("seed %d round %d\n%s", SEED, round, text).isEqualTo(statement);
      assertThat(StatementWriter.write(read.orThrow())).isEqualTo(StatementWriter.write(statement));
    }
  }

  @ParameterizedTest
  @EnumSource(Alphabet.class)
  void linesAreAtMost69CharactersOfTheAlphabet(Alphabet alphabet) {
    RandomStatements statements = new RandomStatements(new SplittableRandom(SEED));
    for (int round = 0; round < 200; round++) {
      for (String line :
          PlainTextWriter.write(statements.next(), FORMATS, alphabet).lines().toList()) {
        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(69);
        assertThat(line).doesNotEndWith(" ");
        if (alphabet == Alphabet.ITA2) {
          assertThat(line).matches("[A-Z0-9 ?:().,'/+=-]+");
        }
      }
    }
  }

  @Test
  void everyItemOfTheFormatKeepsItsNumberAlsoWhereNothingIsSaid() {
    RandomStatements statements = new RandomStatements(new SplittableRandom(4));
    for (int round = 0; round < 100; round++) {
      Statement statement = statements.next();
      String text = PlainTextWriter.write(statement, FORMATS, Alphabet.UTF8);
      List<ItemRule> items =
          FORMATS.find(statement.heading().format()).map(Format::items).orElse(List.of());
      for (ItemRule item : items) {
        assertThat(text).containsPattern("(?m)^" + item.number() + "(/1)?\\. ");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Alphabet.class)
  void everyWrongCharacterIsFoundInItsLine(Alphabet alphabet) {
    SplittableRandom chance = new SplittableRandom(SEED);
    Statement statement = new RandomStatements(chance).next();
    String text = PlainTextWriter.write(statement, FORMATS, alphabet);
    for (int round = 0; round < 2_000; round++) {
      int place = chance.nextInt(text.length());
      char wrong = (char) ('A' + chance.nextInt(26));
      char right = text.charAt(place);
      if (right == wrong || right == '\n' || Character.isSurrogate(right)) {
        continue;
      }
      String typed = text.substring(0, place) + wrong + text.substring(place + 1);

      Checked<Statement> read = PlainTextReader.read(typed);

      int line = (int) text.substring(0, place).chars().filter(c -> c == '\n').count() + 1;
      assertThat(read).as("seed %d round %d", SEED, round).isInstanceOf(Checked.Refused.class);
      assertThat(read.issues().getFirst().place().line()).isEqualTo(line);
    }
  }

  @Test
  void aLineThatIsLostRepeatedOrSwappedIsFound() {
    Statement statement = new RandomStatements(new SplittableRandom(SEED)).next();
    List<String> lines = PlainTextWriter.write(statement, FORMATS, Alphabet.UTF8).lines().toList();
    for (int place = 1; place < lines.size() - 1; place++) {
      List<String> lost = new ArrayList<>(lines);
      lost.remove(place);
      List<String> twice = new ArrayList<>(lines);
      twice.add(place, lines.get(place));
      List<String> swapped = new ArrayList<>(lines);
      Collections.swap(swapped, place, place - 1);
      for (List<String> wrong : List.of(lost, twice, swapped)) {
        assertThat(PlainTextReader.read(String.join("\n", wrong)).issues())
            .extracting(Issue::code)
            .contains(IssueCode.LINE_LOST);
      }
    }
    assertThat(PlainTextReader.read(String.join("\n", lines.subList(0, 4))).issues())
        .extracting(Issue::code)
        .containsExactly(IssueCode.TRUNCATED);
  }

  @Test
  void otherLineEndsAndEmptyLinesDoNoHarm() {
    Statement statement = new RandomStatements(new SplittableRandom(9)).next();
    String text = PlainTextWriter.write(statement, FORMATS, Alphabet.ITA2);

    assertThat(PlainTextReader.read(text.replace("\n", "  \r\n\r\n")).orThrow())
        .isEqualTo(statement);
  }
}
