package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {

  private static final String HEAD =
      """
      incident: 7b0e0000-0000-4000-8000-000000000001
      realm: real
      revisions:
        - revision: 1
          at: 2026-03-02T04:10:00Z
          by: tester
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "facts: {noSuchFact: 1}                       | P201 | noSuchFact",
        "facts: {downtime: tomorrow}                  | P202 | tomorrow",
        "facts: {downtime: P9999999D}                 | P20  | downtime",
        "facts: {usersAffected: -5}                   | P20  | -5",
        "facts: {usersAffected: 99999999999}          | P204 | 99999999999",
        "facts: {actorClass: martian}                 | P203 | martian",
        "facts: {usersAffected: 10, usersTotal: 5}    | P207 | usersAffected",
        "facts: {downtime: {from: PT9H, to: PT1H}}    | P211 | PT",
        "potential: {downtime: PT1H}                  | P209 | downtime",
        "facts: {downtime@EU: PT1H}                   | P210 | downtime",
        "facts: &a {downtime: PT1H}                   | P107 | anchor",
        "facts: {downtime: PT1H, downtime: PT2H}      | P106 | downtime",
        "fax: {downtime: PT1H}                        | P109 | fax"
      })
  void aMistakeIsToldWithItsCodeAndPlace(String line, String code, String word) throws IOException {
    Path file = file("bad.yaml", HEAD + "    " + line.strip() + "\n");

    Run run = Run.of("classify", file.toString());

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).contains("bad.yaml:").contains(code.strip()).contains(word.strip());
    assertNoTrace(run);
  }

  @Test
  void allMistakesAreToldAtOnce() throws IOException {
    Path file =
        file(
            "bad.yaml", HEAD + "    facts: {noSuchFact: 1, downtime: soon, actorClass: martian}\n");

    assertThat(Run.of("classify", file.toString()).err())
        .contains("noSuchFact")
        .contains("soon")
        .contains("martian");
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    assertRefused(Run.of("classify", file("empty.yaml", "").toString()), "P108");
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() throws IOException {
    Path file = folder.resolve("latin.yaml");
    Files.write(
        file,
        (HEAD + "    facts: {narrative: \"caf\u00e9\"}\n").getBytes(StandardCharsets.ISO_8859_1));

    assertRefused(Run.of("classify", file.toString()), "P103");
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    assertRefused(
        Run.of(
            "classify",
            file("deep.yaml", "a: " + "[".repeat(5_000) + "]".repeat(5_000)).toString()),
        "P105");
  }

  @Test
  void brokenSyntaxIsRefused() throws IOException {
    assertRefused(Run.of("classify", file("broken.yaml", "a: [1, 2\nb: }").toString()), "P104");
    assertRefused(Run.of("classify", file("broken.json", "{\"incident\": ").toString()), "P1");
  }

  @Test
  void aTruncatedArchiveKeepsWhatCameBeforeAndSaysSo() throws IOException {
    Path archive = folder.resolve("cut.ndjson.gz");
    byte[] whole = gzip((incident(1) + "\n" + incident(2) + "\n").repeat(200));
    Files.write(archive, Arrays.copyOf(whole, whole.length - 20));

    Run run = archiveRun(archive);

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(Files.readAllLines(folder.resolve("out.ndjson")))
        .isNotEmpty()
        .allMatch(line -> line.endsWith("}"));
    assertNoTrace(run);
  }

  @Test
  void aRecordThatCannotBeReadGoesToTheRejectsWithItsReasons() throws IOException {
    Path archive = file("some.ndjson", incident(1) + "\nnonsense\n\n" + incident(2) + "\n");

    Run run = archiveRun(archive);

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.OK);
    assertThat(Files.readAllLines(folder.resolve("out.ndjson"))).hasSize(2);
    assertThat(Files.readAllLines(folder.resolve("bad.ndjson")))
        .singleElement()
        .asString()
        .contains("\"line\":2");
  }

  @Test
  void anArchiveThatIsNotThereLeavesNoFiles() throws IOException {
    Run run = archiveRun(folder.resolve("none.ndjson"));

    assertThat(run.status()).isEqualTo(ExitStatus.NO_INPUT);
    assertThat(folder).isEmptyDirectory();
  }

  private Run archiveRun(Path archive) {
    return Run.english(
        "classify",
        "--scale",
        "us/cisa-nciss",
        "--from",
        "parley",
        "--archive",
        archive.toString(),
        "--out",
        folder.resolve("out.ndjson").toString(),
        "--rejects",
        folder.resolve("bad.ndjson").toString());
  }

  private static String incident(int number) {
    return """
    {"incident":"7b0e0000-0000-4000-8000-00000000000%d","realm":"real","revisions":[{"revision":1,\
    "at":"2026-03-02T04:10:00Z","by":"t","facts":{"downtime":"PT1H"}}]}\
    """
        .formatted(number);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static void assertRefused(Run run, String code) {
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).contains(code);
    assertNoTrace(run);
  }

  private static void assertNoTrace(Run run) {
    assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
  }
}
