package org.parley.core.directory.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Realm;

/// A round in which every State of a network is asked to confirm its sheet of offices: what who
/// registers says of it to all, whole each time.
///
/// @param year which round it is; a realm has one a year
/// @param number counted from 1; a higher one takes the place of all before it
/// @param opened from when on a confirmation counts for it
/// @param by the last day of the proposed time
/// @param reminders when the States were asked again
/// @param ended when it was closed; empty while it runs
public record Campaign(
    Realm realm,
    int year,
    long number,
    Instant opened,
    LocalDate by,
    List<Instant> reminders,
    Optional<Instant> ended) {

  /// The years that a round can have.
  public static final int FIRST_YEAR = 2020;

  public static final int LAST_YEAR = 2199;

  /// More than anybody asks in a year.
  public static final int MOST_REMINDERS = 50;

  private static final Duration BETWEEN = Duration.ofHours(20);

  public Campaign {
    reminders = List.copyOf(reminders);
  }

  /// A new round, where its last day fits.
  public static Checked<Campaign> open(Realm realm, int year, LocalDate by, Instant now) {
    List<Issue> wrong = new ArrayList<>();
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    if (year < today.getYear() - 1 || year > today.getYear() + 1) {
      wrong.add(issue("year", "a round is of last year, of this year or of the next"));
    }
    if (!by.isAfter(today) || by.isAfter(today.plusYears(1))) {
      wrong.add(issue("by", "the proposed time ends from tomorrow on, and within a year"));
    }
    return wrong.isEmpty()
        ? new Checked.Sound<>(
            new Campaign(realm, year, 1, now, by, List.of(), Optional.empty()), List.of())
        : new Checked.Refused<>(wrong);
  }

  public boolean isRunning() {
    return ended.isEmpty();
  }

  /// Whether the proposed time has passed.
  public boolean isPast(Instant now) {
    return now.atZone(ZoneOffset.UTC).toLocalDate().isAfter(by);
  }

  /// Asks again; not more than once a day.
  public Checked<Campaign> remind(Instant now) {
    boolean soon =
        !reminders.isEmpty() && reminders.getLast().plus(BETWEEN).isAfter(now)
            || reminders.size() >= MOST_REMINDERS;
    if (!isRunning() || soon) {
      return refused("remind", soon ? "the States were asked within the last day" : "it is closed");
    }
    List<Instant> all = new ArrayList<>(reminders);
    all.add(now);
    return new Checked.Sound<>(
        new Campaign(realm, year, number + 1, opened, by, all, ended), List.of());
  }

  /// Closes it; sheets can be confirmed afterwards as before.
  public Checked<Campaign> end(Instant now) {
    return isRunning()
        ? new Checked.Sound<>(
            new Campaign(realm, year, number + 1, opened, by, reminders, Optional.of(now)),
            List.of())
        : refused("end", "it is closed");
  }

  private static Checked<Campaign> refused(String field, String message) {
    return new Checked.Refused<>(List.of(issue(field, message)));
  }

  private static Issue issue(String field, String message) {
    return new Issue(IssueCode.CAMPAIGN_UNSOUND, Place.of(field), message, Optional.empty());
  }
}
