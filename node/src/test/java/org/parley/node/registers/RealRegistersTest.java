package org.parley.node.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.parley.node.ActingNode;
import org.parley.node.Form;
import org.parley.node.TestNode;

/// Real files, as they are published, brought in over HTTP. They lie beside the project and are no
/// part of it; where they do not, these tests are skipped and say so.
class RealRegistersTest {

  private static final ActingNode NODE = ActingNode.shared();

  private final TestNode.Browser officer = NODE.browser("officer");

  private static byte[] real(String name) throws IOException {
    Optional<Path> found =
        Stream.of(
                System.getProperty("parley.shared.data"),
                System.getenv("PARLEY_SHARED_DATA"),
                "../../shared/data",
                "../../../shared/data")
            .flatMap(Stream::ofNullable)
            .map(folder -> Path.of(folder).resolve(name))
            .filter(Files::isReadable)
            .findFirst();
    if (found.isEmpty()) {
      System.out.println("Skipped: the real data file " + name + " is not beside the project");
    }
    Assumptions.assumeTrue(found.isPresent(), name + " is not beside the project");
    return Files.readAllBytes(found.orElseThrow());
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  private static String path(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private String bring(String name, byte[] bytes) {
    return path(officer.upload("/registers", "/registers", name, bytes));
  }

  /// Takes all records, form after form, and gives what is told at the end.
  private String taken(String one) {
    String next = one + "/preview";
    for (int forms = 0; next.endsWith("/preview"); forms++) {
      assertThat(forms).as("it comes to an end").isLessThan(12);
      next = path(officer.post(next, one + "/take", Form.of("tlp", "GREEN")));
    }
    return officer.get(next).body();
  }

  @Test
  void aPackedArchiveOfVerisRecordsBecomesIncidentsAndNoneIsLost() throws IOException {
    String preview = bring("vcdb-sample.ndjson.gz", real("vcdb/vcdb-sample.ndjson.gz"));

    String shown = officer.get(preview).body();

    assertThat(preview).endsWith("/preview");
    assertThat(shown).contains("vcdb-sample.ndjson").contains("Records that become incidents: 414");
    assertThat(taken(preview.replace("/preview", ""))).contains("414 of 414");
    assertThat(officer.get("/incidents?q=00163384-B4D7").body()).contains("00163384-B4D7");
  }

  @Test
  void theSameArchiveUnpackedAndAnOriginalRecordAreReadAlike() throws IOException {
    String archive = bring("a.ndjson", unpacked(real("vcdb/vcdb-sample.ndjson.gz")));
    String name = "00163384-B4D7-46D5-9E6F-543DFB00F598.json";
    String original = bring(name, real("vcdb/raw-originals/" + name));

    assertThat(officer.get(archive).body()).contains("Records that become incidents: 414");
    assertThat(officer.get(original).body())
        .contains("Records that become incidents: 1")
        .contains("regions are not counted here");
    assertThat(taken(original.replace("/preview", ""))).contains("1 of 1");
  }

  @Test
  void aSpreadsheetIsMappedByWhoeverBringsItAndBecomesIncidents() throws IOException {
    String path = bring("openbas-msel-1.xlsx", real("exercise/openbas-msel-1.xlsx"));
    assertThat(officer.get(path).body()).contains("Send an SMS").contains("J-60");
    path(officer.post(path, path + "/columns", Form.of("title", "1", "c.3", "-")));

    String preview = officer.get(path + "/preview").body();

    assertThat(preview).contains("Records that become incidents: 2").contains("!CHECKLIST!B2");
    assertThat(taken(path)).contains("2 of 2");
  }

  @Test
  void aTableOfSomethingElseIsKeptAsWordsAndNothingIsMadeUp() throws IOException {
    String path = bring("osce-states.csv", real("countries/osce-states.csv"));
    path(officer.post(path, path + "/columns", Form.of("title", "2")));

    String preview = officer.get(path + "/preview").body();

    assertThat(preview).contains("not mapped yet").contains("osce-states.csv!A2");
    path(officer.post(path, path + "/cancel", Form.of("x", "y")));
  }

  @Test
  void damagedGzipAndWhatIsTooLargeUnpackedAreRefused() throws IOException {
    byte[] archive = real("vcdb/vcdb-sample.ndjson.gz");
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
      out.write(new byte[(10 << 20) + 1]);
    }

    HttpResponse<String> cut =
        officer.upload(
            "/registers", "/registers", "a.gz", Arrays.copyOf(archive, archive.length / 2));
    HttpResponse<String> large =
        officer.upload("/registers", "/registers", "a.gz", bomb.toByteArray());

    assertThat(cut.statusCode()).isEqualTo(422);
    assertThat(cut.body()).contains("damaged or cut").contains("P101");
    assertThat(large.statusCode()).isEqualTo(422);
    assertThat(large.body()).contains("P102");
  }
}
