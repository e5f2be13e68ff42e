package org.parley.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.desk.brief.Brief.Row;
import org.parley.desk.brief.Brief.Section;

class BriefTest {

  private static final Brief.Head HEAD =
      new Brief.Head("en", Optional.of("EXERCISE EXERCISE EXERCISE"), "TLP:AMBER");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.17",
        "192[.]0[.]2[.]17",
        "192.0.2.0/24",
        "192.0.2.17:8443",
        "2001:db8::1",
        "2001:db8:0:1:2:3:4:5/64",
        "http://relay.example.org/x?y=1",
        "hxxps://relay[.]example[.]org/x",
        "relay.example.org",
        "relay[.]example(.)org",
        "someone@example.org",
        "someone[at]example[.]org",
        "d41d8cd98f00b204e9800998ecf8427e",
        "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"
      })
  void rawIndicatorsAreTakenOut(String indicator) {
    assertThat(Indicators.without("Seen at " + indicator + ", twice.", "[…]"))
        .isEqualTo("Seen at […], twice.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "At 04:05 UTC on 2026-11-22, i.e. at night, 1,200 beds (12.5 %) were out of use.",
        "Decision 1202, measure 3.2; see XA-2026-40.",
        "С 12:30:15 узлы не отвечают.",
        "Level 3 of 5: high."
      })
  void ordinaryTextStays(String text) {
    assertThat(Indicators.without(text, "[…]")).isEqualTo(text);
  }

  @Test
  void whatDoesNotFitIsCountedAndNeverDroppedInSilence() {
    List<Row> rows = Collections.nCopies(10, new Row("label", "x".repeat(255)));
    Section section = new Section("What", rows, "nothing");

    Section kept = section.within(960, left -> new Row("", left + " more"));

    assertThat(kept.rows()).hasSize(4);
    assertThat(kept.rows().getLast().text()).isEqualTo("7 more");
    assertThat(section.within(100_000, left -> new Row("", left + " more"))).isEqualTo(section);
    assertThat(section.within(1, left -> new Row("", left + " more")).rows()).hasSize(2);
  }

  @Test
  void aLongTextEndsInAnEllipsisAndNeverInHalfACharacter() {
    Row row = new Row("a", "😀".repeat(400));

    assertThat(row.text()).hasSizeLessThanOrEqualTo(Brief.LONGEST + 1).endsWith("😀…");
    assertThat(new Row("a", " two\n lines ").text()).isEqualTo("two lines");
  }

  @Test
  void theMarkingStandsAtTheHeadOfEveryPageOfTheDocument() throws IOException {
    Brief brief =
        new Brief(
            "EX-1",
            HEAD,
            "as of now",
            List.of(
                new Section("What", List.of(new Row("a", "b <c>")), "–"),
                new Section("Who", List.of(), "nobody")));

    String all = "";
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(brief.docx()))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        all += part.getName() + new String(zip.readAllBytes(), StandardCharsets.UTF_8);
      }
    }

    assertThat(all.substring(all.indexOf("word/header.xml")))
        .contains("EXERCISE EXERCISE EXERCISE · TLP:AMBER");
    assertThat(all).contains("b &lt;c&gt;").contains("nobody");
    assertThat(brief.file()).isEqualTo("EXERCISE-EXERCISE-EXERCISE-brief-EX-1");
  }
}
