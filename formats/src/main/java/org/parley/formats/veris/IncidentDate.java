package org.parley.formats.veris;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.core.fact.FactType;
import org.parley.core.issue.IssueCode;
import org.parley.formats.tree.Fields;
import org.parley.formats.veris.Spans.Span;

/// Reads a date that may be known only to the year or the month, in no zone, as the range of all
/// instants it can mean.
final class IncidentDate {

  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: ?([AP])M)?", Pattern.CASE_INSENSITIVE);

  private final String year;
  private final String month;
  private final String day;
  private final String time;
  private final long ahead;
  private final long behind;

  IncidentDate(Fields fields, Facts facts) {
    Optional<Fields> names = fields.needMap("incident");
    year = names.map(one -> facts.word(one, "year")).orElse("");
    month = names.map(one -> facts.word(one, "month")).orElse("");
    day = names.map(one -> facts.word(one, "day")).orElse("");
    time = names.map(one -> facts.word(one, "time")).orElse("");
    names.ifPresent(Fields::end);
    Optional<Fields> zones = fields.needMap("zones");
    ahead = zones.map(one -> Spans.seconds(one, "ahead", facts)).orElse(0L);
    behind = zones.map(one -> Spans.seconds(one, "behind", facts)).orElse(0L);
    zones.ifPresent(Fields::end);
  }

  /// The instants that the date can mean, and the values it was read from.
  Optional<Span> read(RecordView record, List<Leaf> from) {
    Optional<Leaf> yearLeaf = record.one(year);
    Optional<Leaf> monthLeaf = record.one(month);
    Optional<Leaf> dayLeaf = record.one(day);
    Optional<Year> inYear = number(record, yearLeaf, 1970, 2198).map(Year::of);
    if (inYear.isEmpty()) {
      keep(record, List.of(monthLeaf, dayLeaf, record.one(time)), "without a year");
      return Optional.empty();
    }
    from.add(yearLeaf.orElseThrow());
    Optional<YearMonth> inMonth =
        number(record, monthLeaf, 1, 12).map(one -> inYear.get().atMonth(one));
    if (inMonth.isEmpty()) {
      keep(record, List.of(dayLeaf, record.one(time)), "without a month");
      return Optional.of(range(inYear.get().atDay(1), inYear.get().plusYears(1).atDay(1)));
    }
    from.add(monthLeaf.orElseThrow());
    Optional<LocalDate> onDay = day(record, inMonth.get(), dayLeaf);
    if (onDay.isEmpty()) {
      keep(record, List.of(record.one(time)), "without a day");
      return Optional.of(range(inMonth.get().atDay(1), inMonth.get().plusMonths(1).atDay(1)));
    }
    from.add(dayLeaf.orElseThrow());
    return Optional.of(atTime(record, onDay.get(), from));
  }

  private static Optional<Integer> number(
      RecordView record, Optional<Leaf> leaf, int least, int most) {
    Optional<Integer> number =
        leaf.flatMap(one -> one.whole(most)).filter(one -> one >= least).map(Long::intValue);
    if (leaf.isPresent() && number.isEmpty()) {
      record.note(
          IssueCode.NOT_UNDERSTOOD,
          leaf.get(),
          leaf.get().path()
              + " "
              + RecordView.shown(leaf.get())
              + " does not lie between "
              + least
              + " and "
              + most);
    }
    return number;
  }

  private static void keep(RecordView record, List<Optional<Leaf>> leaves, String why) {
    leaves.forEach(leaf ->
        leaf.ifPresent(
            one -> record.note(IssueCode.KEPT_AS_IS, one, one.path() + " says nothing " + why)));
  }

  private static Optional<LocalDate> day(RecordView record, YearMonth month, Optional<Leaf> leaf) {
    Optional<Integer> number = number(record, leaf, 1, 31);
    try {
      return number.map(month::atDay);
    } catch (DateTimeException impossible) {
      record.note(
          IssueCode.CONTRADICTION,
          leaf.orElseThrow(),
          leaf.orElseThrow().path()
              + ": "
              + month
              + " has no day "
              + number.orElse(0)
              + "; only the month is used");
      return Optional.empty();
    }
  }

  private Span atTime(RecordView record, LocalDate date, List<Leaf> from) {
    Optional<Leaf> leaf = record.one(time);
    if (leaf.isEmpty()) {
      return range(date, date.plusDays(1));
    }
    Optional<LocalTime> at = clock(leaf.get().value().strip());
    if (at.isEmpty()) {
      record.note(
          IssueCode.NOT_UNDERSTOOD,
          leaf.get(),
          leaf.get().path() + " " + RecordView.shown(leaf.get()) + " is no time of day");
      return range(date, date.plusDays(1));
    }
    from.add(leaf.get());
    long second = date.atTime(at.get()).toEpochSecond(ZoneOffset.UTC);
    return clipped(second - ahead, second + behind);
  }

  /// A time of day, in twelve hours where it says so.
  private static Optional<LocalTime> clock(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(matcher.group(1));
    String half = matcher.group(4);
    if (half != null) {
      if (hour < 1 || hour > 12) {
        return Optional.empty();
      }
      hour = hour % 12 + (half.equalsIgnoreCase("P") ? 12 : 0);
    }
    int minute = Integer.parseInt(matcher.group(2));
    int second = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    return hour < 24 && minute < 60 && second < 60
        ? Optional.of(LocalTime.of(hour, minute, second))
        : Optional.empty();
  }

  private Span range(LocalDate first, LocalDate next) {
    return clipped(
        first.atStartOfDay(ZoneOffset.UTC).toEpochSecond() - ahead,
        next.atStartOfDay(ZoneOffset.UTC).toEpochSecond() - 1 + behind);
  }

  private static Span clipped(long from, long to) {
    return new Span(Math.max(from, 0), OptionalLong.of(Math.min(to, FactType.LAST_SECOND)));
  }
}
