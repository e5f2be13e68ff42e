package org.parley.formats.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

  @Test
  void nothingIsTakenForAFormula() {
    for (String evil :
        List.of(
            "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", " \u00A0=x")) {
      assertThat(CsvRows.cell(evil)).as(evil).startsWith("\"'");
    }
    for (String plain : List.of("1", "a=b", "TLP:AMBER", "", "Ä-", "(-1)")) {
      assertThat(CsvRows.cell(plain)).isEqualTo("\"" + plain + "\"");
    }
  }

  @Test
  void quotesAndLineEndsStayInTheirCell() {
    assertThat(CsvRows.table(List.of(List.of("a\"b", "c\nd", "e,f"))))
        .isEqualTo("\uFEFF\"a\"\"b\",\"c\nd\",\"e,f\"\r\n");
  }
}
