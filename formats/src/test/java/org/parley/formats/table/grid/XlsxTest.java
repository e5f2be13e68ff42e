package org.parley.formats.table.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Checked.Refused;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.formats.SharedFolder;

class XlsxTest {
  @Test
  void textsAreSharedInlineOrComputed() {
    assertThat(
            first(
                "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                    + "<c r=\"C1\" t=\"inlineStr\"><is><t>in</t></is></c>"
                    + "<c r=\"D1\" t=\"str\"><f>A1</f><v>made</v></c><c r=\"E1\" t=\"s\"><v>2</v></c>"))
        .containsExactly("TEXT Hours down", "TEXT Big bank", "TEXT in", "TEXT made", "TEXT  x\ny ");
  }

  @Test
  void numbersLoseTheDustOfBinaryFractions() {
    assertThat(
            first(
                "<c r=\"A1\"><v>0.30000000000000004</v></c><c r=\"B1\"><v>1.1E7</v></c>"
                    + "<c r=\"C1\"><v>40000</v></c><c r=\"D1\" s=\"3\"><v>2.5</v></c>"))
        .containsExactly("NUMBER 0.3", "NUMBER 11000000", "NUMBER 40000", "NUMBER 2.5");
  }

  @Test
  void numbersShownAsDatesAreDates() {
    assertThat(
            first(
                "<c r=\"A1\" s=\"1\"><v>46083</v></c><c r=\"B1\" s=\"2\"><v>46083.5</v></c>"
                    + "<c r=\"C1\" s=\"4\"><v>46083.118055555555</v></c><c r=\"D1\"><v>46083</v></c>"))
        .containsExactly(
            "DATE 2026-03-02",
            "DATE 2026-03-02T12:00:00",
            "DATE 2026-03-02T02:50:00",
            "NUMBER 46083");
  }

  @Test
  void daysAreCountedFromWhereTheFileSays() {
    Workbook book =
        new Workbook("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44621</v></c></row>")
            .part(
                "xl/workbook.xml",
                Workbook.book(
                    " date1904=\"1\"", "<sheet name=\"Incidents\" sheetId=\"1\" r:id=\"rId1\"/>"));

    assertThat(open(book.bytes()).orThrow().rows().getFirst().cell(0).text())
        .isEqualTo("2026-03-02");
  }

  @Test
  void datesBeforeMarch1900AreLeftAsNumbers() {
    assertThat(first("<c r=\"A1\" s=\"1\"><v>60</v></c><c r=\"B1\" s=\"1\"><v>61</v></c>"))
        .containsExactly("NUMBER 60", "DATE 1900-03-01");
  }

  @Test
  void truthErrorsAndNothingAreThemselves() {
    assertThat(
            first(
                "<c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"e\"><v>#N/A</v></c>"
                    + "<c r=\"D1\"/><c r=\"E1\" t=\"b\"><v>0</v></c>"))
        .containsExactly("TRUTH true", "ERROR #N/A", "EMPTY ", "EMPTY ", "TRUTH false");
  }

  @Test
  void aFormulaWithoutItsResultIsTold() {
    Checked<Grid> read = open(row("<c r=\"A1\"><v>1</v></c><c r=\"B1\"><f>1+1</f></c>"));

    assertThat(read.issues())
        .extracting(Issue::toString)
        .containsExactly(
            "t.xlsx!Incidents!B1: note P401: a formula stands here whose result the file does not"
                + " keep; formulas are not computed");
  }

  @Test
  void rowsAndCellsLeftOutKeepTheOthersInPlace() {
    byte[] book =
        new Workbook(
                "<row r=\"3\"><c r=\"B3\"><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row>")
            .bytes();
    List<GridRow> rows = open(book).orThrow().rows();

    assertThat(rows).extracting(GridRow::number).containsExactly(3, 4);
    assertThat(rows.getFirst().cells()).extracting(Cell::place).containsExactly("A3", "B3");
    assertThat(rows.getLast().cells()).extracting(Cell::place).containsExactly("A4", "B4");
  }

  @Test
  void aSheetIsChosenByNameAndHiddenOnesAreNot() {
    Workbook book =
        new Workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
            .part(
                "xl/worksheets/sheet2.xml",
                Workbook.sheet("<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>"))
            .part(
                "xl/workbook.xml",
                Workbook.book(
                    "",
                    "<sheet name=\"Notes\" state=\"hidden\" r:id=\"rId2\"/>"
                        + "<sheet name=\"Incidents\" r:id=\"rId1\"/>"));

    assertThat(open(book.bytes()).orThrow().sheet()).isEqualTo("Incidents");
    assertThat(open(book.bytes(), "Notes").orThrow().rows().getFirst().cell(0).text())
        .isEqualTo("2");
    assertThat(open(book.bytes(), "Nots").issues().getFirst().remedy().orElseThrow())
        .isEqualTo("its sheets are: Notes, Incidents");
  }

  @Test
  void mergedCellsAreTold() {
    Workbook book = new Workbook("");
    book.part(
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>"
            + "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>");

    assertThat(open(book.bytes()).issues())
        .extracting(Issue::code)
        .containsExactly(IssueCode.AMBIGUOUS);
  }

  @Test
  void damagedAndWickedFilesAreRefusedInPlainWords() {
    byte[] good = row("<c r=\"A1\"><v>1</v></c>");
    assertThat(open(Arrays.copyOf(good, good.length / 3))).isInstanceOf(Refused.class);
    assertThat(open(new byte[] {'P', 'K', 3, 4, 0})).isInstanceOf(Refused.class);
    assertThat(open(new Workbook("<row r=\"1\"><c").bytes())).isInstanceOf(Refused.class);
    byte[] entity =
        new Workbook("")
            .part(
                "xl/worksheets/sheet1.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData>"
                    + "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>")
            .bytes();
    assertThat(open(entity)).isInstanceOf(Refused.class);
  }

  @Test
  void aFileThatUnpacksToTooMuchIsRefused() {
    byte[] bomb =
        new Workbook("")
            .part("xl/worksheets/sheet1.xml", " ".repeat(ZipParts.MOST_UNPACKED))
            .bytes();

    assertThat(bomb).hasSizeLessThan(2_000_000);
    assertThat(open(bomb).issues().getFirst().message()).contains("it unpacks to more than");
  }

  @Test
  void spreadsheetsFromThePublicSamplesAreRead() throws IOException {
    byte[] bytes = Files.readAllBytes(SharedFolder.file("exercise/openbas-msel-1.xlsx"));

    Grid grid = open(bytes).orThrow();
    assertThat(grid.rows()).hasSizeGreaterThan(3);
    assertThat(grid.rows()).anyMatch(row -> row.cells().stream().anyMatch(cell -> !cell.isBlank()));
  }

  private static List<String> first(String cells) {
    return open(row(cells)).orThrow().rows().getFirst().cells().stream()
        .map(cell -> cell.kind() + " " + cell.text())
        .toList();
  }

  private static byte[] row(String cells) {
    return new Workbook("<row r=\"1\">" + cells + "</row>").bytes();
  }

  private static Checked<Grid> open(byte[] bytes) {
    return Grids.open(bytes, "t.xlsx", Grids.Wishes.NONE);
  }

  private static Checked<Grid> open(byte[] bytes, String sheet) {
    return Grids.open(
        bytes, "t.xlsx", new Grids.Wishes(Optional.of(sheet), Optional.empty(), Optional.empty()));
  }
}
