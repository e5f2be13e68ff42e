package org.parley.formats.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;

/// Reads dates and times. A date is the whole day, a time without seconds the whole minute, and
/// what has no zone is the range over all zones, unless the mapping names one. Where day and month
/// could be exchanged nothing is chosen.
final class DateCell {

  private static final long AHEAD = 14 * 3_600;
  private static final long BEHIND = 12 * 3_600;

  private static final Pattern ISO =
      Pattern.compile(
          "([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:[T ]([0-9:]+))?(Z|[+-][0-9:]+)?");
  private static final Pattern DIGITS =
      Pattern.compile("([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{2,4})(?:,?[ T]+([0-9:]+))?");

  private final Optional<ZoneId> zone;
  private final Optional<Habits.Order> order;

  DateCell(Optional<ZoneId> zone, Optional<Habits.Order> order) {
    this.zone = zone;
    this.order = order;
  }

  Says read(String text, Optional<String> format) {
    try {
      if (format.isPresent()) {
        return formatted(text, format.get());
      }
      Matcher iso = ISO.matcher(text);
      if (iso.matches()) {
        return iso(iso, text);
      }
      Matcher digits = DIGITS.matcher(text);
      return digits.matches()
          ? digits(digits, text)
          : Says.notUnderstood(NumberCell.shown(text) + " is no date");
    } catch (DateTimeException impossible) {
      return Says.notUnderstood(NumberCell.shown(text) + " is a date that does not exist");
    }
  }

  private Says iso(Matcher iso, String text) {
    int year = Integer.parseInt(iso.group(1));
    if (iso.group(2) == null || iso.group(3) == null) {
      if (iso.group(4) != null || iso.group(5) != null) {
        return Says.notUnderstood(NumberCell.shown(text) + " is no date");
      }
      YearMonth month =
          YearMonth.of(year, iso.group(2) == null ? 1 : Integer.parseInt(iso.group(2)));
      return days(month.atDay(1), month.plusMonths(iso.group(2) == null ? 12 : 1).atDay(1));
    }
    if (iso.group(4) != null && iso.group(5) != null) {
      String time = iso.group(4).length() == 5 ? iso.group(4) + ":00" : iso.group(4);
      OffsetDateTime moment =
          OffsetDateTime.parse(text.substring(0, 10) + "T" + time + iso.group(5));
      return range(moment.toEpochSecond(), moment.toEpochSecond() + slack(iso.group(4)));
    }
    LocalDate day =
        LocalDate.of(year, Integer.parseInt(iso.group(2)), Integer.parseInt(iso.group(3)));
    return onDay(day, Optional.ofNullable(iso.group(4)), text);
  }

  private Says digits(Matcher digits, String text) {
    int first = Integer.parseInt(digits.group(1));
    int second = Integer.parseInt(digits.group(2));
    if (digits.group(3).length() != 4) {
      return Says.ambiguous(
          NumberCell.shown(text)
              + " does not give the century; say in the mapping how dates are written");
    }
    if (order.isEmpty() && first <= 12 && second <= 12 && first != second) {
      return Says.ambiguous(
          NumberCell.shown(text)
              + " is day and month, or month and day; say in the mapping which comes first");
    }
    boolean dayFirst =
        order.map(one -> one == Habits.Order.DAY_FIRST).orElse(first > 12 || first == second);
    int year = Integer.parseInt(digits.group(3));
    LocalDate day = LocalDate.of(year, dayFirst ? second : first, dayFirst ? first : second);
    return onDay(day, Optional.ofNullable(digits.group(4)), text);
  }

  private Says formatted(String text, String format) {
    TemporalAccessor parsed;
    try {
      parsed = DateTimeFormatter.ofPattern(format, Locale.ENGLISH).parse(text);
    } catch (DateTimeParseException other) {
      return Says.notUnderstood(NumberCell.shown(text) + " is not written as " + format);
    }
    if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
      long second = parsed.getLong(ChronoField.INSTANT_SECONDS);
      return range(second, second);
    }
    LocalDate day = LocalDate.from(parsed);
    if (!parsed.isSupported(ChronoField.MINUTE_OF_HOUR)) {
      return onDay(day, Optional.empty(), text);
    }
    String time =
        "%02d:%02d"
            .formatted(parsed.get(ChronoField.HOUR_OF_DAY), parsed.get(ChronoField.MINUTE_OF_HOUR));
    boolean seconds = parsed.isSupported(ChronoField.SECOND_OF_MINUTE) && format.contains("s");
    return onDay(
        day,
        Optional.of(
            seconds ? time + ":%02d".formatted(parsed.get(ChronoField.SECOND_OF_MINUTE)) : time),
        text);
  }

  private Says onDay(LocalDate day, Optional<String> time, String text) {
    if (time.isEmpty()) {
      return days(day, day.plusDays(1));
    }
    if (!time.get().matches("[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?")) {
      return Says.notUnderstood(NumberCell.shown(text) + " has no time of day");
    }
    String[] parts = time.get().split(":", -1);
    LocalDateTime at =
        day.atTime(
            Integer.parseInt(parts[0]),
            Integer.parseInt(parts[1]),
            parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
    if (zone.isEmpty()) {
      long utc = at.toEpochSecond(ZoneOffset.UTC);
      return range(utc - AHEAD, utc + BEHIND + slack(time.get()));
    }
    List<ZoneOffset> offsets = zone.get().getRules().getValidOffsets(at);
    if (offsets.isEmpty()) {
      return Says.notUnderstood(
          NumberCell.shown(text) + " was skipped by the clocks in " + zone.get());
    }
    long first = at.toEpochSecond(offsets.getFirst());
    long last = at.toEpochSecond(offsets.getLast());
    return range(Math.min(first, last), Math.max(first, last) + slack(time.get()));
  }

  /// A time without seconds is known to the minute.
  private static long slack(String time) {
    return time.length() <= 5 ? 59 : 0;
  }

  private Says days(LocalDate first, LocalDate next) {
    if (zone.isPresent()) {
      return range(
          first.atStartOfDay(zone.get()).toEpochSecond(),
          next.atStartOfDay(zone.get()).toEpochSecond() - 1);
    }
    return range(
        first.atStartOfDay(ZoneOffset.UTC).toEpochSecond() - AHEAD,
        next.atStartOfDay(ZoneOffset.UTC).toEpochSecond() - 1 + BEHIND);
  }

  private static Says range(long from, long to) {
    if (to < 0 || from > FactType.LAST_SECOND) {
      return Says.notUnderstood("the date lies outside 1970 to 2199");
    }
    Value low = new Value.Number(Math.max(from, 0));
    Value high = new Value.Number(Math.min(to, FactType.LAST_SECOND));
    return new Says.This(
        low.equals(high)
            ? new Stated.Exactly(low)
            : new Stated.Between(Optional.of(low), Optional.of(high)));
  }
}
