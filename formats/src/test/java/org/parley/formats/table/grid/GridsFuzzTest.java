package org.parley.formats.table.grid;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.parley.core.issue.Checked;

/** No register, however hostile, throws: it gives a table or at least one problem. */
class GridsFuzzTest {

  @FuzzTest
  void anyBytesAreReadAsCsvOrRefused(byte[] bytes) {
    read(bytes, "fuzz.csv");
  }

  @FuzzTest
  void anyBytesAreReadAsASpreadsheetOrRefused(byte[] bytes) {
    read(bytes, "fuzz.xlsx");
  }

  private static void read(byte[] bytes, String name) {
    Checked<Grid> read = Grids.open(bytes, name, Grids.Wishes.NONE);
    assertThat(read instanceof Checked.Sound<Grid> || !read.issues().isEmpty()).isTrue();
    read.issues().forEach(issue -> assertThat(issue.toString()).startsWith(name));
  }
}
