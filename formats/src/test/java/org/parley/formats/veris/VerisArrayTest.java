package org.parley.formats.veris;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.formats.parley.Shipped;

/// Many VERIS records in one JSON array.
class VerisArrayTest {

  private static final VerisReader READER = VerisReader.with(Shipped.catalogue()).orThrow();

  private static Optional<List<String>> taken(String text) {
    return VerisArray.of(text.getBytes(StandardCharsets.UTF_8))
        .map(elements ->
            elements.stream()
                .map(each -> each.line() + ":" + new String(each.bytes(), StandardCharsets.UTF_8))
                .toList());
  }

  @Test
  void eachRecordKeepsItsBytesAndItsLine() {
    assertThat(taken(" [\n{\"a\": [1, 2]},\n\n  {\"b\": \"]},\\\"[\"}\n]\n"))
        .contains(List.of("2:{\"a\": [1, 2]}", "4:{\"b\": \"]},\\\"[\"}"));
    assertThat(taken("[]")).contains(List.of());
  }

  @Test
  void whatIsNoArrayOrDoesNotEndIsNotTakenApart() {
    assertThat(taken("{\"a\": 1}")).isEmpty();
    assertThat(taken("[{\"a\": 1}")).isEmpty();
    assertThat(taken("[{\"a\": 1}] x")).isEmpty();
    assertThat(taken("[,]")).isEmpty();
    assertThat(taken("")).isEmpty();
  }

  @Test
  void aRecordThatIsDamagedCostsOnlyItself() {
    List<VerisArray.Element> elements =
        VerisArray.of(
                "[{\"incident_id\": \"a\"},\n{\"incident_id\": },\n{\"incident_id\": \"c\"}]"
                    .getBytes(StandardCharsets.UTF_8))
            .orElseThrow();

    assertThat(elements)
        .extracting(each ->
            READER.read(each.bytes(), "x.json", each.line()).issues().stream()
                .anyMatch(issue -> issue.isError()))
        .containsExactly(false, true, false);
  }

  @FuzzTest
  void anyBytesAreTakenApartOrNot(byte[] bytes) {
    Optional<List<VerisArray.Element>> elements = VerisArray.of(bytes);
    elements.ifPresent(all ->
        assertThat(all.stream().mapToInt(each -> each.bytes().length).sum())
            .isLessThan(bytes.length));
  }

  @FuzzTest
  void anyBytesAreReadAsARecordOrRefused(byte[] bytes) {
    var read = READER.read(bytes, "fuzz.json", 1);
    assertThat(read instanceof org.parley.core.issue.Checked.Sound || !read.issues().isEmpty())
        .isTrue();
    read.issues().forEach(issue -> assertThat(issue.toString()).startsWith("fuzz.json"));
  }
}
