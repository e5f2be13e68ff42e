package org.parley.desk.voice;

import java.util.ArrayList;
import java.util.List;

/// Spans of time in words.
final class Durations {

  private static final long DAY = 86_400;
  private static final long HOUR = 3_600;
  private static final long MINUTE = 60;

  private Durations() {}

  /// Days, hours, minutes and seconds; up to two days, and whenever days do not come out even, in
  /// hours, as thresholds are written.
  static String text(Words words, long seconds) {
    List<String> parts = new ArrayList<>();
    long days = seconds < 2 * DAY || seconds % DAY != 0 ? 0 : seconds / DAY;
    long rest = seconds - days * DAY;
    add(parts, words, "day", days);
    add(parts, words, "hour", rest / HOUR);
    add(parts, words, "minute", rest % HOUR / MINUTE);
    add(parts, words, "second", rest % MINUTE);
    return parts.isEmpty() ? words.count("second", 0) : String.join(" ", parts);
  }

  private static void add(List<String> parts, Words words, String unit, long number) {
    if (number > 0) {
      parts.add(words.count(unit, number));
    }
  }
}
