package org.parley.core.directory;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/// When an office is staffed, in its own time zone.
///
/// @param windows a window that ends at or before its beginning lasts into the next day; none at
///   all means that nothing is promised
public record DutyHours(ZoneId zone, List<Window> windows) {

  public DutyHours {
    windows = List.copyOf(windows);
  }

  /// A stretch of one weekday.
  ///
  /// @param until first moment that is outside
  public record Window(DayOfWeek day, LocalTime from, LocalTime until) {}

  public boolean coverAt(Instant now) {
    ZonedDateTime there = now.atZone(zone);
    return windows.stream().anyMatch(window -> covers(window, there));
  }

  private static boolean covers(Window window, ZonedDateTime there) {
    LocalTime time = there.toLocalTime();
    boolean overnight = !window.until().isAfter(window.from());
    if (there.getDayOfWeek() == window.day() && !time.isBefore(window.from())) {
      return overnight || time.isBefore(window.until());
    }
    return overnight
        && there.getDayOfWeek() == window.day().plus(1)
        && time.isBefore(window.until());
  }
}
