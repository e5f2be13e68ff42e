package org.parley.formats.parley.fact;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.issue.IssueCode;

/// Reads moments that are known to the second, the day, the month or the year.
final class Moments {

  private static final String FORM =
      "write 2026-03-02T02:50:00Z, or what is known of it: 2026-03-02, 2026-03, 2026";

  private Moments() {}

  static Taken take(String text) {
    try {
      if (text.matches("\\d{4}")) {
        Year year = Year.parse(text);
        return between(year.atDay(1), year.plusYears(1).atDay(1), text);
      }
      if (text.matches("\\d{4}-\\d{2}")) {
        YearMonth month = YearMonth.parse(text);
        return between(month.atDay(1), month.plusMonths(1).atDay(1), text);
      }
      if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
        LocalDate day = LocalDate.parse(text);
        return between(day, day.plusDays(1), text);
      }
      return exactly(OffsetDateTime.parse(text).toInstant(), text);
    } catch (DateTimeException wrong) {
      return Taken.refused(
          IssueCode.WRONG_TYPE, ValueReader.quoted(text) + " is no moment in time", FORM);
    }
  }

  private static Taken exactly(Instant moment, String text) {
    if (moment.getNano() != 0) {
      return Taken.refused(
          IssueCode.FINER_THAN_QUANTUM, ValueReader.quoted(text) + " is finer than a second");
    }
    return outside(moment.getEpochSecond(), moment.getEpochSecond(), text)
        .orElseGet(() -> Taken.exactly(new Value.Number(moment.getEpochSecond())));
  }

  private static Taken between(LocalDate first, LocalDate next, String text) {
    long from = first.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    long to = next.atStartOfDay(ZoneOffset.UTC).toEpochSecond() - 1;
    return outside(from, to, text)
        .orElseGet(() ->
            new Taken.As(
                new Stated.Between(
                    Optional.of(new Value.Number(from)), Optional.of(new Value.Number(to)))));
  }

  private static Optional<Taken> outside(long from, long to, String text) {
    if (from < 0) {
      return Optional.of(Taken.refused(IssueCode.BELOW_ZERO, text + " is before 1970"));
    }
    return to > FactType.LAST_SECOND
        ? Optional.of(Taken.refused(IssueCode.OVER_CAP, text + " is after 2199"))
        : Optional.empty();
  }
}
