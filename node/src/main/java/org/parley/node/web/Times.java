package org.parley.node.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.parley.desk.voice.Words;

/// How pages write moments: UTC first, then the reader's own zone.
public record Times(Words words, ZoneId zone) {

  private static final String DAY = "yyyy-MM-dd";
  private static final String MINUTE = "HH:mm";

  /// `2026-11-22 04:05 UTC`
  public String utc(Instant at) {
    return format(DAY + " " + MINUTE).format(at.atOffset(ZoneOffset.UTC)) + " UTC";
  }

  /// `05:05 Europe/Vienna`, with the day where it is another than in UTC; empty where the zone is
  /// UTC.
  public String local(Instant at) {
    ZonedDateTime here = at.atZone(zone);
    if (here.getOffset().equals(ZoneOffset.UTC)) {
      return "";
    }
    boolean sameDay = here.toLocalDate().equals(at.atOffset(ZoneOffset.UTC).toLocalDate());
    return format(sameDay ? MINUTE : DAY + " " + MINUTE).format(here) + " " + place();
  }

  /// The moment as machines read it.
  public String machine(Instant at) {
    return DateTimeFormatter.ISO_INSTANT.format(
        at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
  }

  private String place() {
    String id = zone.getId();
    return id.indexOf('/') < 0
        ? zone.getDisplayName(TextStyle.SHORT, Locale.forLanguageTag(words.language()))
        : id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }
}
