package org.parley.core.measure;

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
import org.parley.core.people.Actor;
import org.parley.core.people.Hand;
import org.parley.core.terms.Party;

/// All that a State ever said of itself under one measure, oldest first.
public record AvowalHistory(Party state, int measure, List<AvowalEvent> events) {

  /// Nobody can have meant a day before the first decision was thought of.
  private static final LocalDate FIRST_DAY = LocalDate.of(2010, 1, 1);

  public AvowalHistory {
    events = List.copyOf(events);
  }

  /// What stands now; empty where nothing was said or it was taken back.
  public Optional<AvowalEvent> standing() {
    return events.isEmpty() || events.getLast().deed() instanceof AvowalEvent.TakeBack
        ? Optional.empty()
        : Optional.of(events.getLast());
  }

  public Optional<Avowal> avowal() {
    return standing().map(AvowalEvent::deed).flatMap(AvowalHistory::said);
  }

  public static Optional<Avowal> said(AvowalEvent.Deed deed) {
    return switch (deed) {
      case AvowalEvent.Say(Avowal avowal) -> Optional.of(avowal);
      case AvowalEvent.TakeBack _ -> Optional.empty();
    };
  }

  /// Whether the deed can be done now; problems name the fields of a form.
  public Checked<AvowalEvent> decide(AvowalEvent.Deed deed, Actor actor, Instant now) {
    List<Issue> wrong =
        switch (deed) {
          case AvowalEvent.Say(Avowal avowal) -> wrong(avowal, now);
          case AvowalEvent.TakeBack(String reason) -> wrong(reason);
        };
    return wrong.isEmpty()
        ? new Checked.Sound<>(new AvowalEvent(state, measure, deed, Hand.of(actor), now), List.of())
        : new Checked.Refused<>(wrong);
  }

  private static List<Issue> wrong(Avowal avowal, Instant now) {
    List<Issue> wrong = new ArrayList<>();
    if (avowal.words().isBlank() || avowal.words().length() > Avowal.LONGEST) {
      wrong.add(issue(IssueCode.WORDS_UNFIT, "words", "1 to " + Avowal.LONGEST + " characters"));
    }
    LocalDate tomorrow = now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
    if (avowal.asOf().isAfter(tomorrow) || avowal.asOf().isBefore(FIRST_DAY)) {
      wrong.add(issue(IssueCode.DAY_UNFIT, "asOf", "a day from 2010 to today"));
    }
    return wrong;
  }

  private List<Issue> wrong(String reason) {
    List<Issue> wrong = new ArrayList<>();
    if (reason.length() > Avowal.LONGEST) {
      wrong.add(issue(IssueCode.WORDS_UNFIT, "reason", "at most " + Avowal.LONGEST));
    }
    if (standing().isEmpty()) {
      wrong.add(issue(IssueCode.NOTHING_TO_TAKE_BACK, "reason", "nothing is said that stands"));
    }
    return wrong;
  }

  private static Issue issue(IssueCode code, String field, String message) {
    return new Issue(code, Place.of(field), message, Optional.empty());
  }

  public AvowalHistory with(AvowalEvent event) {
    List<AvowalEvent> more = new ArrayList<>(events);
    more.add(event);
    return new AvowalHistory(state, measure, more);
  }
}
