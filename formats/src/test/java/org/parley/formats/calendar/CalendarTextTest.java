package org.parley.formats.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalendarTextTest {

  private static final Instant DUE = Instant.parse("2026-11-23T04:05:00Z");

  private static String written(String summary) {
    DueEntry entry =
        new DueEntry(
            "u-1", summary, DUE, Optional.of(URI.create("https://node.example/incidents")));
    return new String(
        CalendarText.write(
            "Due, all; of it", List.of(entry), Duration.ofMinutes(30), DUE.minusSeconds(60)),
        StandardCharsets.UTF_8);
  }

  @Test
  void aCalendarSaysWhatIsDueWhenAndHowOftenToAsk() {
    assertThat(written("EX-5 · Early warning"))
        .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
        .contains("NAME:Due\\, all\\; of it\r\n")
        .contains("REFRESH-INTERVAL;VALUE=DURATION:PT30M\r\n")
        .contains("DTSTART:20261123T040500Z\r\n")
        .contains("DTSTAMP:20261123T040400Z\r\n")
        .contains("SUMMARY:EX-5 · Early warning\r\n")
        .endsWith("END:VCALENDAR\r\n");
  }

  @Test
  void noTextBreaksOutOfItsLine() {
    for (String naughty :
        List.of(
            "a\r\nEND:VEVENT\r\nATTACH:http://x",
            "a\nBEGIN:VALARM",
            "a\rX:1",
            "a\u2028X:1",
            "a\u0085X:1",
            "a\u0000b\u202ec\uD800",
            "\\;,:\"=cmd|x")) {
      String text = written(naughty);
      assertThat(text.lines().filter(line -> line.startsWith("BEGIN:"))).hasSize(3);
      assertThat(text).doesNotContain("\r\nATTACH").doesNotContain("\r\nX:1");
      assertThat(text).doesNotContain("\u202e").doesNotContain("\u0000").doesNotContain("\u2028");
    }
  }

  @Test
  void longLinesAreFoldedAtSeventyFiveOctetsAndNeverInsideACharacter() {
    String summary = "Перебой 漢字 😀 ".repeat(40);

    String text = written(summary);

    for (String line : text.split("\r\n")) {
      assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
    }
    assertThat(text).doesNotContain("\uFFFD");
    assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + summary);
  }
}
