package org.parley.formats.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.formats.parley.Shipped;
import org.parley.formats.veris.VerisReader;

/// Many records in one JSON array.
class RecordArrayTest {

  private static final VerisReader READER = VerisReader.with(Shipped.catalogue()).orThrow();

  private static Optional<List<String>> taken(String text) {
    return RecordArray.of(text.getBytes(StandardCharsets.UTF_8))
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
    List<RecordArray.Element> elements =
        RecordArray.of(
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
    Optional<List<RecordArray.Element>> elements = RecordArray.of(bytes);
    elements.ifPresent(all ->
        assertThat(all.stream().mapToInt(each -> each.bytes().length).sum())
            .isLessThan(bytes.length));
  }
}
