package org.parley.formats.veris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.formats.veris.Records.bytes;
import static org.parley.formats.veris.Records.read;
import static org.parley.formats.veris.Records.report;
import static org.parley.formats.veris.Records.said;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.parley.core.fact.Statement;
import org.parley.core.incident.Incident;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Checked.Refused;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Digest;

/** The record as a whole: id, digest, report, what is refused. */
class VerisReaderTest {
  @Test
  void theIncidentKeepsTheIdTheDigestAndNoTitle() {
    Incident incident = read("'summary':'Somebody was hit.'").orThrow();
    String record = "{'incident_id':'A1','schema_version':'1.3.7','summary':'Somebody was hit.'}";

    assertThat(incident.id()).isEqualTo("A1");
    assertThat(incident.title()).isEmpty();
    assertThat(incident.source()).isEqualTo(Digest.of(bytes(record)));
    assertThat(said(incident)).containsEntry("narrative", "Somebody was hit.");
  }

  @Test
  void everyStatementNamesItsFieldAndTheConfidenceOfTheSource() {
    Incident incident =
        read("'confidence':'High','attribute':{'availability':{'variety':['Interruption'],"
                + "'duration':{'unit':'Hours','value':4}}}")
            .orThrow();
    Statement downtime =
        incident.latest().statements().stream()
            .filter(statement -> statement.key().fact().text().equals("downtime"))
            .findFirst()
            .orElseThrow();

    assertThat(downtime.origin().source())
        .contains(
            "veris attribute.availability.duration.unit, attribute.availability.duration.value");
    assertThat(downtime.origin().confidence()).contains("high");
    assertThat(incident.latest().statements())
        .allMatch(statement -> statement.origin().source().orElse("").startsWith("veris "));
  }

  @Test
  void aRecordThatSaysNothingStatesNothing() {
    assertThat(said("")).isEmpty();
    assertThat(report("")).isEmpty();
  }

  @Test
  void anUnknownFieldIsKeptAndNamed() {
    assertThat(report("'weather':{'sky':'grey','wind':[1,2]},'summary':null"))
        .containsExactly(
            "NOT_UNDERSTOOD weather.sky says nothing to VERIS 1.3 to 1.4 here; kept in the source",
            "NOT_UNDERSTOOD weather.wind says nothing to VERIS 1.3 to 1.4 here; kept in the source",
            "KEPT_AS_IS summary is there, but empty");
  }

  @Test
  void aReportOfAStrangeRecordStaysShort() {
    var fields = new StringBuilder("'x':1");
    for (int i = 0; i < 5_000; i++) {
      fields.append(",'x").append(i).append("':").append(i);
    }

    assertThat(report(fields.toString())).hasSize(201);
    assertThat(report(fields.toString()).getLast())
        .isEqualTo("NOT_UNDERSTOOD 4801 more notes on this record are not listed");
  }

  @Test
  void placesOfNotesAreThoseOfTheArchiveAndCarryNoTextOfTheRecord() {
    Issue note = read("'weather':'Jane Doe'").issues().getFirst();

    assertThat(note.place().toString()).isEqualTo("test.ndjson:7:56");
    assertThat(note.toString()).doesNotContain("Jane");
    assertThat(read("'summary':'Jane Doe").issues().getFirst().toString()).doesNotContain("Jane");
  }

  @Test
  void otherIdsOfTheRecordAreAliases() {
    assertThat(report("'plus':{'master_id':'B2'}"))
        .containsExactly("KEPT_AS_IS plus.master_id is another id of the same record: \"B2\"");
    assertThat(report("'plus':{'master_id':'a1'}"))
        .containsExactly("KEPT_AS_IS plus.master_id repeats the id");
  }

  @Test
  void aRecordWithoutAUsableIdIsNamedByItsDigest() {
    byte[] record = bytes("{'schema_version':'1.3','action':{}}");
    Checked<Incident> read = Records.READER.read(record, "x", 1);

    assertThat(read.orThrow().id()).isEqualTo("record-" + Digest.of(record).brief());
    assertThat(read.issues()).anyMatch(issue -> issue.code() == IssueCode.AMBIGUOUS);
    assertThat(
            Records.READER
                .read(bytes("{'incident_id':'a b\\u0007','action':{}}"), "x", 1)
                .orThrow()
                .id())
        .startsWith("record-");
  }

  @Test
  void anUnknownVersionIsReadAndTold() {
    assertThat(
            Records.READER
                .read(bytes("{'incident_id':'A','schema_version':'2.0'}"), "x", 1)
                .issues())
        .extracting(Records::told)
        .containsExactly("AMBIGUOUS schema_version \"2.0\" is not known here; read as 1.3 to 1.4");
    assertThat(
            Records.READER
                .read(bytes("{'incident_id':'A','schema_version':'1.4.1'}"), "x", 1)
                .issues())
        .isEmpty();
  }

  @Test
  void aCampaignIsAGroupOfEvents() {
    assertThat(said("'campaign_id':'0A74F3BC-4844'")).containsEntry("eventGroup", "0a74f3bc-4844");
  }

  @Test
  void aVeryLongSummaryIsCutAndTold() {
    String fields = "'summary':'" + "é".repeat(20_001) + "'";

    assertThat(said(fields)).containsEntry("narrative", "\"" + "é".repeat(20_000) + "\"");
    assertThat(report(fields)).hasSize(1);
  }

  @Test
  void whatIsNoVerisRecordIsRefused() {
    for (String text :
        new String[] {
          "",
          "  ",
          "null",
          "[]",
          "'text'",
          "{}",
          "{'Event':{}}",
          "{'action':",
          "{'action':{}}x",
          "{'action':1,'action':2}",
          "[".repeat(5_000),
          "\uFFFE"
        }) {
      Checked<Incident> read = Records.READER.read(bytes(text), "x.ndjson", 3);
      assertThat(read).as(text).isInstanceOf(Refused.class);
      assertThat(read.issues()).as(text).anyMatch(Issue::isError);
    }
    byte[] latin = "{\"action\":\"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Records.READER.read(latin, "x", 1).issues().getFirst().code())
        .isEqualTo(IssueCode.NOT_UTF8);
  }

  @Test
  void fieldsOfTheWrongShapeCostOnlyThemselves() {
    String fields =
        "'action':'hacking','actor':['x'],'victim':[{'country':'US'},{'country':'CA'}],"
            + "'timeline':5,'attribute':{'confidentiality':{'data':'Personal'}},'impact':true";

    assertThat(said(fields))
        .containsEntry("countriesAffected", "{includes: [CA, US], mayInclude: anything}");
    assertThat(report(fields)).hasSizeGreaterThanOrEqualTo(5);
  }
}
