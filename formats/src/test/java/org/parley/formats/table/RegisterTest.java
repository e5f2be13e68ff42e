package org.parley.formats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.formats.table.Registers.mapping;
import static org.parley.formats.table.Registers.read;
import static org.parley.formats.table.Registers.row;
import static org.parley.formats.table.Registers.said;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.formats.table.grid.Grids;
import org.parley.formats.table.grid.Workbook;

/** Registers as a whole: columns, rows, ids, reports. */
class RegisterTest {
  private static final String REGISTER =
      """
      National register;;;;
      ;;;;
      Ref;Hours  down;Loss;Currency;Remarks
      R-1;30;350 000;EUR;restored at night

      R-2;;12,50;;
      r-1;-;1;SEK;;beyond
      """;
  private static final String MAPPING =
      """
      file: {header: 3}
      id: Ref
      words: {empty: ["-"]}
      columns:
        hours down: {fact: downtime, unit: h}
        Loss: {fact: loss, currencyFrom: Currency}
        Remarks: {keep: prose is not read}
      always:
        countriesAffected: {includes: [SE], mayInclude: anything}
      """;

  @Test
  void eachRowIsAnIncidentWithItsIdAndTheDigestOfTheFile() {
    List<RegisterRow> rows = read(REGISTER, MAPPING).orThrow();

    assertThat(rows).extracting(RegisterRow::number).containsExactly(4, 6, 7);
    assertThat(rows).extracting(row -> row.incident().id()).containsExactly("R-1", "R-2", "r-1");
    assertThat(said(rows.getFirst()))
        .containsEntry("downtime", "PT30H")
        .containsEntry("loss", "350000 EUR")
        .containsEntry("countriesAffected", "{includes: [SE], mayInclude: anything}");
    assertThat(rows)
        .extracting(row -> row.incident().source())
        .containsOnly(Registers.grid(REGISTER, Grids.Wishes.NONE).source());
  }

  @Test
  void everyStatementNamesItsCell() {
    assertThat(row(REGISTER, MAPPING).incident().latest().statements())
        .extracting(statement -> statement.origin().source().orElse(""))
        .containsExactlyInAnyOrder(
            "", "r.csv!B4, column \"hours down\"", "r.csv!C4, column \"Loss\"");
  }

  @Test
  void theReportNamesCellsThatWereNotReadAndIdsThatStandTwice() {
    RegisterRow last = read(REGISTER, MAPPING).orThrow().getLast();

    assertThat(said(last)).doesNotContainKey("downtime");
    assertThat(last.report())
        .extracting(issue -> issue.place() + " " + Registers.told(issue))
        .containsExactly(
            "r.csv!F7 NOT_UNDERSTOOD the cell stands in no column with a header",
            "r.csv!A7 AMBIGUOUS row 4 has the same id; both are kept");
  }

  @Test
  void oneBadCellCostsOneFactAndNeverTheRow() {
    RegisterRow second = read(REGISTER, MAPPING).orThrow().get(1);

    assertThat(said(second))
        .containsKeys("loss", "countriesAffected")
        .doesNotContainKey("downtime");
    assertThat(second.report()).extracting(Issue::code).containsExactly(IssueCode.KEPT_AS_IS);
  }

  @Test
  void columnsThatTheMappingDoesNotSpeakOfAreTold() {
    Checked<List<RegisterRow>> read =
        read("Ref,A,B\n1,2,3\n", "id: Ref\ncolumns: {A: {fact: usersAffected}}\n");

    assertThat(read.issues())
        .extracting(Issue::message)
        .containsExactly("the mapping does not speak of these columns: \"B\"");
  }

  @Test
  void columnsThatTheRegisterDoesNotHaveAreToldAllAtOnce() {
    Checked<List<RegisterRow>> read =
        read(
            "Ref,Hours,Hours\n1,2,3\n",
            "id: Reff\ncolumns: {Hours: {fact: downtime, unit: h}, Users: {fact: usersAffected}}\n");

    assertThat(read).isInstanceOf(Checked.Refused.class);
    assertThat(read.issues())
        .extracting(Issue::message)
        .containsExactly(
            "several columns are called \"Hours\"",
            "the register has no column \"Users\"",
            "the register has no column \"Reff\"");
    assertThat(read.issues().getLast().remedy()).contains("did you mean \"ref\"?");
    assertThat(
            said(row("Ref,Hours,Hours\n1,2,3\n", "columns: {\"@C\": {fact: downtime, unit: h}}\n")))
        .containsEntry("downtime", "PT3H");
  }

  @Test
  void aRowWithoutAnIdIsNamedByItsNumberAndTheFile() {
    RegisterRow row = row("Ref,N\n,5\n", "id: Ref\ncolumns: {N: {fact: usersAffected}}\n");

    assertThat(row.incident().id()).matches("row-2-of-[0-9a-f]{12}");
    assertThat(row.report()).hasSize(1);
  }

  @Test
  void anEndBeforeTheBeginningIsToldAndLeftUnknown() {
    RegisterRow row =
        row(
            "From,To,Hit,All\n2026-03-05,2026-03-02,900,100\n",
            "zone: UTC\ncolumns: {From: {fact: occurredAt}, To: {fact: detectedAt},"
                + " Hit: {fact: usersAffected}, All: {fact: usersTotal}}\n");

    assertThat(said(row))
        .containsEntry("occurredAt", "{unknown: detectedAt lies before occurredAt}")
        .containsEntry("usersTotal", "{unknown: usersAffected is above usersTotal}");
    assertThat(row.report()).extracting(Issue::code).containsOnly(IssueCode.CONTRADICTION);
  }

  @Test
  void whatCouldHaveHappenedIsStatedAsSuch() {
    assertThat(said(row("L\n5\n", "columns: {L: {fact: loss, potential: yes, currency: EUR}}\n")))
        .containsEntry("loss~", "5 EUR");
  }

  @Test
  void spreadsheetsAreReadByTheSameMapping() {
    byte[] book =
        new Workbook(
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"str\"><v>When</v></c></row>"
                    + "<row r=\"2\"><c r=\"A2\"><v>1.234</v></c><c r=\"B2\" s=\"1\"><v>46083</v></c></row>"
                    + "<row r=\"3\"><c r=\"A3\" t=\"e\"><v>#N/A</v></c><c r=\"B3\"><v>46083</v></c></row>")
            .bytes();
    TableMapping mapping =
        mapping(
                "mapping: table\nzone: UTC\ndecimals: comma\ncolumns: {Hours down: {fact: downtime, unit: h},"
                    + " When: {fact: occurredAt}}\n")
            .orThrow();
    List<RegisterRow> rows =
        RegisterReader.read(
                Grids.open(book, "b.xlsx", mapping.wishes()).orThrow(),
                mapping,
                Registers.CATALOGUE)
            .orThrow();

    assertThat(said(rows.getFirst()))
        .containsEntry("downtime", "{from: PT1H14M2S, to: PT1H14M3S}")
        .containsEntry("occurredAt", "{from: 2026-03-02T00:00:00Z, to: 2026-03-02T23:59:59Z}");
    assertThat(rows.getLast().report())
        .extracting(issue -> issue.place() + " " + issue.message())
        .containsExactly(
            "b.xlsx!Incidents!A3 Hours down: the formula of the cell failed: \"#N/A\"",
            "b.xlsx!Incidents!B3 When: 46083 is a number, not a date");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "columns: {A: {fact: downtme}}|there is no fact \"downtme\"",
        "columns: {A: {}}|needs the key \"fact\"",
        "columns: {A: {fact: downtime, unit: hours}}|\"hours\" is not known here",
        "columns: {A: {fact: usersAffected, potential: yes}}|cannot be stated for what could have happened",
        "columns: {A: {fact: downtime@EU}}|cannot be limited to a region",
        "columns: {A: {fact: loss, currency: Euro}}|is no currency",
        "columns: {A: {fact: actorClass, values: {x: pirate}}}|\"pirate\" is none of the options",
        "columns: {A: {fact: occurredAt, format: \"tt.mm\"}}|is no form of dates",
        "columns: {A: {fact: downtime, unti: h}}|has no key \"unti\"",
        "zone: Madrid|is no time zone",
        "dates: european|\"european\" is not known here",
        "file: {header: first}|is no row number",
        "file: {delimiter: semicolon}|a delimiter is one sign",
        "file: {encoding: latin1}|\"latin1\" is not known here",
        "symbols: {$: dollar}|is no currency",
        "always: {nothing: 1}|there is no fact \"nothing\"",
      })
  void whatIsWrongWithAMappingIsTold(String line, String told) {
    String rest = line.startsWith("columns") ? "" : "\ncolumns: {A: {fact: downtime, unit: h}}";
    Checked<TableMapping> read = mapping("mapping: table\n" + line + rest + "\n");

    assertThat(read).isInstanceOf(Checked.Refused.class);
    assertThat(read.issues()).anyMatch(issue -> issue.message().contains(told));
    assertThat(read.issues()).allMatch(issue -> issue.place().line() > 0);
  }
}
