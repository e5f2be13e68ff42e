package org.parley.formats.veris;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.parley.core.incident.Incident;
import org.parley.core.issue.Checked;
import org.parley.formats.parley.Shipped;

/// No record, however hostile, throws: it gives an incident or at least one problem.
class VerisFuzzTest {

  private static final VerisReader READER = VerisReader.with(Shipped.catalogue()).orThrow();

  @FuzzTest
  void anyBytesAreReadAsARecordOrRefused(byte[] bytes) {
    Checked<Incident> read = READER.read(bytes, "fuzz.json", 1);
    assertThat(read instanceof Checked.Sound || !read.issues().isEmpty()).isTrue();
    read.issues().forEach(issue -> assertThat(issue.toString()).startsWith("fuzz.json"));
  }
}
