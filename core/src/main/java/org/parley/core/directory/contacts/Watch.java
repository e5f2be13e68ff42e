package org.parley.core.directory.contacts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.directory.DutyHours;

/// When an office is staffed: a roster of hours and never of names.
///
/// @param always around the clock, on every day
/// @param hours by weekday in its own zone; not asked where `always`
/// @param holidays days on which the hours do not count, with what is celebrated; not asked where
///   `always`
/// @param handOvers when one shift follows another, in its own zone
/// @param remarks such as whom to ring outside the hours; may be empty
public record Watch(
    boolean always,
    DutyHours hours,
    SortedMap<LocalDate, String> holidays,
    List<LocalTime> handOvers,
    String remarks) {

  /// Longer than any row of holidays.
  private static final int DAYS_AHEAD = 31;

  public Watch {
    holidays = Collections.unmodifiableSortedMap(new TreeMap<>(holidays));
    handOvers = List.copyOf(handOvers);
  }

  /// Whether somebody is there at a moment, and when that changes.
  public sealed interface Duty {}

  /// @param until empty where it does not end
  public record On(Optional<Instant> until) implements Duty {}

  /// @param from empty where no hours come soon
  public record Off(Optional<Instant> from) implements Duty {}

  /// No hours are said.
  public record Unsaid() implements Duty {}

  private record Stretch(Instant from, Instant until) {}

  public Duty at(Instant now) {
    if (always) {
      return new On(Optional.empty());
    }
    if (hours.windows().isEmpty()) {
      return new Unsaid();
    }
    for (Stretch stretch : stretches(now)) {
      if (now.isBefore(stretch.from())) {
        return new Off(Optional.of(stretch.from()));
      }
      if (now.isBefore(stretch.until())) {
        return new On(Optional.of(stretch.until()));
      }
    }
    return new Off(Optional.empty());
  }

  /// The stretches around a moment, in order, those that touch put together.
  private List<Stretch> stretches(Instant now) {
    LocalDate today = now.atZone(hours.zone()).toLocalDate();
    List<Stretch> all = new ArrayList<>();
    for (int ahead = -1; ahead <= DAYS_AHEAD; ahead++) {
      LocalDate day = today.plusDays(ahead);
      if (!holidays.containsKey(day)) {
        hours.windows().stream()
            .filter(window -> window.day() == day.getDayOfWeek())
            .forEach(window -> all.add(stretch(day, window)));
      }
    }
    all.sort(Comparator.comparing(Stretch::from));
    List<Stretch> joined = new ArrayList<>();
    for (Stretch next : all) {
      if (!joined.isEmpty() && !next.from().isAfter(joined.getLast().until())) {
        Stretch last = joined.removeLast();
        Instant until = last.until().isAfter(next.until()) ? last.until() : next.until();
        joined.add(new Stretch(last.from(), until));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  private Stretch stretch(LocalDate day, DutyHours.Window window) {
    boolean overnight = !window.until().isAfter(window.from());
    ZonedDateTime until = (overnight ? day.plusDays(1) : day).atTime(window.until()).atZone(zone());
    return new Stretch(day.atTime(window.from()).atZone(zone()).toInstant(), until.toInstant());
  }

  private java.time.ZoneId zone() {
    return hours.zone();
  }
}
