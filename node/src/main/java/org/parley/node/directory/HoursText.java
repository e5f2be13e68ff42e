package org.parley.node.directory;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.directory.DutyHours;
import org.parley.core.directory.contacts.Watch;

/// Duty hours as people type them: `08:00-12:00, 13:00-17:00` for a weekday, a day and a name for a
/// holiday.
final class HoursText {

  private HoursText() {}

  /// The hours of a weekday, in order; empty where nobody is there.
  static String of(Watch watch, DayOfWeek day) {
    return String.join(
        ", ",
        watch.hours().windows().stream()
            .filter(each -> each.day() == day)
            .sorted((one, other) -> one.from().compareTo(other.from()))
            .map(each -> each.from() + "–" + end(each.until()))
            .toList());
  }

  private static String end(LocalTime until) {
    return until.equals(LocalTime.MIDNIGHT) ? "24:00" : until.toString();
  }

  /// The stretches of a weekday; empty where the text cannot be read.
  static Optional<List<DutyHours.Window>> windows(DayOfWeek day, String text) {
    List<DutyHours.Window> windows = new ArrayList<>();
    for (String part : text.split("[,;\n]")) {
      if (!part.isBlank()) {
        String[] ends = part.strip().split("\\s*[-–—]\\s*");
        Optional<LocalTime> from = ends.length == 2 ? time(ends[0]) : Optional.empty();
        Optional<LocalTime> until = ends.length == 2 ? time(ends[1]) : Optional.empty();
        if (from.isEmpty() || until.isEmpty()) {
          return Optional.empty();
        }
        windows.add(new DutyHours.Window(day, from.get(), until.get()));
      }
    }
    return Optional.of(windows);
  }

  static Optional<LocalTime> time(String text) {
    String plain = text.strip().replace('.', ':');
    if (plain.equals("24:00")) {
      return Optional.of(LocalTime.MIDNIGHT);
    }
    try {
      return Optional.of(LocalTime.parse(plain.matches("\\d:\\d\\d") ? "0" + plain : plain));
    } catch (DateTimeException wrong) {
      return Optional.empty();
    }
  }

  /// Times of a day, between commas; empty where one cannot be read.
  static Optional<List<LocalTime>> times(String text) {
    List<LocalTime> times = new ArrayList<>();
    for (String part : text.split("[,;\\s]+")) {
      if (!part.isBlank()) {
        Optional<LocalTime> time = time(part);
        if (time.isEmpty()) {
          return Optional.empty();
        }
        times.add(time.get());
      }
    }
    return Optional.of(times);
  }

  /// Holidays, one a line; empty where a line does not begin with a day.
  static Optional<SortedMap<LocalDate, String>> holidays(String text) {
    SortedMap<LocalDate, String> holidays = new TreeMap<>();
    for (String line : text.split("\n")) {
      if (!line.isBlank()) {
        String[] parts = line.strip().split("\\s+", 2);
        try {
          holidays.put(LocalDate.parse(parts[0]), parts.length > 1 ? parts[1].strip() : "");
        } catch (DateTimeException wrong) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(holidays);
  }
}
