package org.parley.core.directory.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.DutyHours;

/// Who is on duty now, and until when, also over midnight, holidays and the change of clocks.
class WatchTest {

  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

  private static Watch watch(
      SortedMap<LocalDate, String> holidays, String from, String until, DayOfWeek... days) {
    List<DutyHours.Window> windows = new ArrayList<>();
    for (DayOfWeek day : days) {
      windows.add(new DutyHours.Window(day, LocalTime.parse(from), LocalTime.parse(until)));
    }
    return new Watch(false, new DutyHours(VIENNA, windows), holidays, List.of(), "");
  }

  private static Watch.Duty on(String until) {
    return new Watch.On(Optional.of(Instant.parse(until)));
  }

  private static Watch.Duty off(String from) {
    return new Watch.Off(Optional.of(Instant.parse(from)));
  }

  @Test
  void theHoursCountInTheOfficesOwnZone() {
    Watch watch = watch(new TreeMap<>(), "08:00", "17:00", DayOfWeek.MONDAY, DayOfWeek.TUESDAY);

    assertThat(watch.at(Instant.parse("2026-11-23T06:59:59Z")))
        .isEqualTo(off("2026-11-23T07:00:00Z"));
    assertThat(watch.at(Instant.parse("2026-11-23T07:00:00Z")))
        .isEqualTo(on("2026-11-23T16:00:00Z"));
    assertThat(watch.at(Instant.parse("2026-11-24T16:00:00Z")))
        .isEqualTo(off("2026-11-30T07:00:00Z"));
  }

  @Test
  void aNightThatBeginsBeforeAHolidayLastsIntoItAndNoneBeginsOnIt() {
    SortedMap<LocalDate, String> holidays = new TreeMap<>();
    holidays.put(LocalDate.of(2026, 12, 25), "Christmas");
    Watch watch = watch(holidays, "20:00", "06:00", DayOfWeek.values());

    assertThat(watch.at(Instant.parse("2026-12-25T04:00:00Z")))
        .isEqualTo(on("2026-12-25T05:00:00Z"));
    assertThat(watch.at(Instant.parse("2026-12-25T20:00:00Z")))
        .isEqualTo(off("2026-12-26T19:00:00Z"));
  }

  @Test
  void stretchesThatTouchAreOne() {
    Watch watch = watch(new TreeMap<>(), "00:00", "00:00", DayOfWeek.MONDAY, DayOfWeek.TUESDAY);

    assertThat(watch.at(Instant.parse("2026-11-23T12:00:00Z")))
        .isEqualTo(on("2026-11-24T23:00:00Z"));
  }

  @Test
  void theChangeOfClocksMovesTheHoursAgainstUtc() {
    Watch watch = watch(new TreeMap<>(), "08:00", "17:00", DayOfWeek.values());

    assertThat(watch.at(Instant.parse("2026-10-24T06:30:00Z")))
        .isEqualTo(on("2026-10-24T15:00:00Z"));
    assertThat(watch.at(Instant.parse("2026-10-25T06:30:00Z")))
        .isEqualTo(off("2026-10-25T07:00:00Z"));
  }

  @Test
  void aroundTheClockKnowsNoHolidayAndNoHoursAreUnsaid() {
    DutyHours none = new DutyHours(VIENNA, List.of());
    SortedMap<LocalDate, String> holidays = new TreeMap<>();
    holidays.put(LocalDate.of(2026, 12, 25), "");

    assertThat(
            new Watch(true, none, holidays, List.of(), "")
                .at(Instant.parse("2026-12-25T12:00:00Z")))
        .isEqualTo(new Watch.On(Optional.empty()));
    assertThat(
            new Watch(false, none, holidays, List.of(), "")
                .at(Instant.parse("2026-12-25T12:00:00Z")))
        .isEqualTo(new Watch.Unsaid());
  }
}
