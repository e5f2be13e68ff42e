package org.parley.formats.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Writes calendars by RFC 5545, with the name and the refresh interval of RFC 7986. Lines are
/// folded at 75 octets and never inside a character; text is escaped, and controls, among them
/// those that turn the direction of writing, are left out.
public final class CalendarText {

  private static final int LONGEST_LINE = 75;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StringBuilder out = new StringBuilder();

  private CalendarText() {}

  /// @param name what the calendar is called
  /// @param refresh how often programs may ask again
  /// @param now when it is written
  public static byte[] write(String name, List<DueEntry> entries, Duration refresh, Instant now) {
    CalendarText text = new CalendarText();
    text.line("BEGIN:VCALENDAR");
    text.line("VERSION:2.0");
    text.line("PRODID:-//Parley//Due//EN");
    text.line("CALSCALE:GREGORIAN");
    text.line("METHOD:PUBLISH");
    text.line("NAME:" + escaped(name));
    text.line("X-WR-CALNAME:" + escaped(name));
    text.line("REFRESH-INTERVAL;VALUE=DURATION:" + refresh);
    text.line("X-PUBLISHED-TTL:" + refresh);
    entries.forEach(entry -> text.event(entry, now));
    text.line("END:VCALENDAR");
    return text.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void event(DueEntry entry, Instant now) {
    line("BEGIN:VEVENT");
    line("UID:" + escaped(entry.uid()));
    line("DTSTAMP:" + MOMENT.format(now));
    line("DTSTART:" + MOMENT.format(entry.due()));
    line("SUMMARY:" + escaped(entry.summary()));
    entry.at().ifPresent(uri -> line("URL:" + uri.toASCIIString()));
    line("CLASS:PRIVATE");
    line("TRANSP:TRANSPARENT");
    line("BEGIN:VALARM");
    line("ACTION:DISPLAY");
    line("DESCRIPTION:" + escaped(entry.summary()));
    line("TRIGGER:-PT1H");
    line("END:VALARM");
    line("END:VEVENT");
  }

  /// Text as a property value holds it.
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .forEach(point -> {
          switch (point) {
            case '\\' -> safe.append("\\\\");
            case ';' -> safe.append("\\;");
            case ',' -> safe.append("\\,");
            case '\n' -> safe.append("\\n");
            default -> {
              if (isShown(point)) {
                safe.appendCodePoint(point);
              }
            }
          }
        });
    return safe.toString();
  }

  private static boolean isShown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private void line(String content) {
    int octets = 0;
    for (int at = 0; at < content.length(); at += Character.charCount(content.codePointAt(at))) {
      String character = Character.toString(content.codePointAt(at));
      int more = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + more > LONGEST_LINE) {
        out.append("\r\n ");
        octets = 1;
      }
      out.append(character);
      octets += more;
    }
    out.append("\r\n");
  }
}
