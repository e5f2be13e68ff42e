package org.parley.formats.table.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Checked.Refused;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;

class CsvTest {
  @Test
  void cellsAreWhatRfc4180Says() {
    assertThat(cells("a,b\r\n\"c,d\",\"say \"\"no\"\"\"\r\n\"two\r\nlines\",\r\n"))
        .containsExactly(
            List.of("a", "b"), List.of("c,d", "say \"no\""), List.of("two\r\nlines", ""));
  }

  @Test
  void lineEndsOfAllSystemsEndARow() {
    assertThat(cells("a,b\nc,d\r\ne,f\rg,h"))
        .containsExactly(
            List.of("a", "b"), List.of("c", "d"), List.of("e", "f"), List.of("g", "h"));
  }

  @Test
  void theDelimiterIsTheOneThatFits() {
    assertThat(cells("a;b;c\n1,5;2,5;3\n")).first().isEqualTo(List.of("a", "b", "c"));
    assertThat(cells("a\tb\n1\t\"x\ty\"\n")).last().isEqualTo(List.of("1", "x\ty"));
    assertThat(cells("sep=|\na|b,c;d\n")).containsExactly(List.of("a", "b,c;d"));
    assertThat(cells("one\ntwo\n")).containsExactly(List.of("one"), List.of("two"));
  }

  @Test
  void aDelimiterThatCannotBeToldIsAmbiguous() {
    assertThat(open("a;b,c\n1;2,3\n").issues())
        .extracting(Issue::code)
        .containsExactly(IssueCode.AMBIGUOUS);
    assertThat(
            Grids.open(
                    "a;b,c\n1;2,3\n".getBytes(StandardCharsets.UTF_8),
                    "t.csv",
                    new Grids.Wishes(Optional.empty(), Optional.of(';'), Optional.empty()))
                .issues())
        .isEmpty();
  }

  @Test
  void cellsKnowTheirPlaceAsSpreadsheetsShowIt() {
    Grid grid = open("a,b\n\"x\ny\",\nlast\n").orThrow();

    assertThat(grid.rows().get(1).cell(0).place()).isEqualTo("A2");
    assertThat(grid.rows().get(2).cell(0).place()).isEqualTo("A3");
    assertThat(
            Cell.letters(0)
                + Cell.letters(25)
                + Cell.letters(26)
                + Cell.letters(701)
                + Cell.letters(702))
        .isEqualTo("AZAAZZAAA");
  }

  @Test
  void nothingEmptyAndMissingAreToldApart() {
    GridRow row = open("a,b,c\n,\"\"\n").orThrow().rows().get(1);

    assertThat(row.cell(0).kind()).isEqualTo(Cell.Kind.EMPTY);
    assertThat(row.cell(1).kind()).isEqualTo(Cell.Kind.EMPTY);
    assertThat(row.cell(2).kind()).isEqualTo(Cell.Kind.MISSING);
    assertThat(row.cell(2).place()).isEqualTo("C2");
  }

  @Test
  void blankRowsAreKeptWithTheirNumbers() {
    Grid grid = open("a\n\n \nb\n").orThrow();

    assertThat(grid.rows()).hasSize(4);
    assertThat(grid.rows()).extracting(GridRow::isBlank).containsExactly(false, true, true, false);
    assertThat(grid.rows().getLast().number()).isEqualTo(4);
  }

  @Test
  void aStrayQuoteIsTextAndIsTold() {
    Checked<Grid> read = open("a,b\n5\" disk,\"x\"y\n");

    assertThat(texts(read.orThrow())).last().isEqualTo(List.of("5\" disk", "xy"));
    assertThat(read.issues())
        .extracting(issue -> issue.place().toString())
        .containsExactly("t.csv!A2", "t.csv!B2");
  }

  @Test
  void aQuoteThatIsNeverClosedIsRefusedWithItsCell() {
    Checked<Grid> read = open("a,b\n1,\"open\n2,3\n");

    assertThat(read).isInstanceOf(Refused.class);
    assertThat(read.issues().getFirst().place().toString()).isEqualTo("t.csv!B2");
    assertThat(read.issues().getFirst().code()).isEqualTo(IssueCode.TRUNCATED);
  }

  @Test
  void utf8WithAndWithoutMarkIsReadWithoutNote() {
    assertThat(texts(open("\uFEFFnom;âge\n").orThrow())).containsExactly(List.of("nom", "âge"));
    assertThat(open("\uFEFFnom;âge\n").issues()).isEmpty();
  }

  @Test
  void whatIsNotUtf8IsReadAsWindowsAndToldToBeAmbiguous() {
    Checked<Grid> read = open("Größe;€\n".getBytes(Charset.forName("windows-1252")));

    assertThat(texts(read.orThrow())).containsExactly(List.of("Größe", "€"));
    assertThat(read.issues()).extracting(Issue::code).containsExactly(IssueCode.AMBIGUOUS);
    assertThat(read.orThrow().written()).contains("windows-1252");
  }

  @Test
  void utf16OfSpreadsheetProgramsIsRead() {
    byte[] text = "\uFEFFa\tю\n".getBytes(StandardCharsets.UTF_16LE);

    assertThat(texts(open(text).orThrow())).containsExactly(List.of("a", "ю"));
  }

  @Test
  void whatIsNoTableIsRefusedInPlainWords() {
    assertThat(open("")).isInstanceOf(Refused.class);
    assertThat(open(",,\n\n ,")).isInstanceOf(Refused.class);
    assertThat(open(new byte[] {1, 0, 2, 0})).isInstanceOf(Refused.class);
    assertThat(
            open(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0})
                .issues()
                .getFirst()
                .message())
        .contains("old binary form");
    assertThat(
            open(new byte[] {'a', (byte) 0x81, (byte) 0x8d, (byte) 0x9d})
                .issues()
                .getFirst()
                .code())
        .isEqualTo(IssueCode.NOT_UTF8);
  }

  private static List<List<String>> cells(String text) {
    return texts(open(text).orThrow());
  }

  private static List<List<String>> texts(Grid grid) {
    return grid.rows().stream().map(row -> row.cells().stream().map(Cell::text).toList()).toList();
  }

  private static Checked<Grid> open(String text) {
    return open(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Checked<Grid> open(byte[] bytes) {
    return Grids.open(bytes, "t.csv", Grids.Wishes.NONE);
  }
}
