package org.parley.core.directory.contacts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.people.Actor;
import org.parley.core.people.Hand;

/// Whether a deed can be done with a State's sheet; all problems are told at once.
public final class SheetDecision {

  private SheetDecision() {}

  public static Checked<SheetEvent> decide(
      ContactSheet sheet, SheetDeed deed, Actor actor, Instant now) {
    List<Issue> wrong =
        switch (deed) {
          case SheetDeed.Put put -> wrong(sheet, put, now);
          case SheetDeed.Drop(int number, String reason) -> dropped(sheet, number, reason);
          case SheetDeed.PutBack(int number) ->
              sheet.dropped().containsKey(number) ? List.of() : List.of(unknown(number));
          case SheetDeed.Nominate(Nomination nomination) -> wrong(nomination, now);
          case SheetDeed.Register(Registration registration) -> {
            List<Issue> found = new ArrayList<>();
            words(found, "reference", registration.reference());
            day(found, "registered", registration.day(), now);
            yield found;
          }
          case SheetDeed.Confirm _ ->
              sheet.contacts().isEmpty()
                  ? List.of(issue(IssueCode.CONTACT_UNKNOWN, "", "there is nothing to confirm"))
                  : List.of();
        };
    return wrong.isEmpty()
        ? new Checked.Sound<>(new SheetEvent(sheet.state(), deed, Hand.of(actor), now), List.of())
        : new Checked.Refused<>(wrong);
  }

  /// What is wrong with offices that are said all at once; none where nothing is.
  static List<Issue> wrong(List<Contact> contacts) {
    List<Issue> wrong = new ArrayList<>();
    Set<Integer> numbers =
        contacts.stream().map(Contact::number).collect(Collectors.toUnmodifiableSet());
    if (contacts.size() > ContactRules.MOST_CONTACTS) {
      wrong.add(issue(IssueCode.TOO_MANY_AT_ONCE, "name", "at most " + ContactRules.MOST_CONTACTS));
    }
    if (numbers.size() < contacts.size()) {
      wrong.add(issue(IssueCode.SHEET_UNSOUND, "number", "two offices have one number"));
    }
    for (Contact contact : contacts) {
      wrong.addAll(ContactRules.wrong(contact));
      for (int deputy : contact.deputies()) {
        if (deputy == contact.number() || !numbers.contains(deputy)) {
          wrong.add(issue(IssueCode.DEPUTY_UNKNOWN, "deputies", "there is no office " + deputy));
        }
      }
    }
    return wrong;
  }

  private static List<Issue> wrong(ContactSheet sheet, SheetDeed.Put put, Instant now) {
    Contact contact = put.contact();
    List<Issue> wrong = new ArrayList<>(ContactRules.wrong(contact));
    for (int deputy : contact.deputies()) {
      if (deputy == contact.number() || sheet.contact(deputy).isEmpty()) {
        wrong.add(issue(IssueCode.DEPUTY_UNKNOWN, "deputies", "there is no office " + deputy));
      }
    }
    put.since().ifPresent(since -> day(wrong, "since", since, now));
    boolean isNew = sheet.contact(contact.number()).isEmpty();
    if (isNew && sheet.contacts().size() >= ContactRules.MOST_CONTACTS) {
      wrong.add(issue(IssueCode.TOO_MANY_AT_ONCE, "name", "at most " + ContactRules.MOST_CONTACTS));
    }
    if (wrong.isEmpty() && sheet.contact(contact.number()).filter(contact::equals).isPresent()) {
      wrong.add(issue(IssueCode.NOTHING_CHANGED, "name", "it says the same as before"));
    }
    return wrong;
  }

  private static List<Issue> dropped(ContactSheet sheet, int number, String reason) {
    List<Issue> wrong = new ArrayList<>();
    if (sheet.contact(number).isEmpty()) {
      wrong.add(unknown(number));
    }
    words(wrong, "reason", reason);
    return wrong;
  }

  private static List<Issue> wrong(Nomination nomination, Instant now) {
    List<Issue> wrong = new ArrayList<>();
    words(wrong, "authority", nomination.authority());
    words(wrong, "document", nomination.document());
    day(wrong, "day", nomination.day(), now);
    return wrong;
  }

  private static void words(List<Issue> wrong, String field, String text) {
    if (text.isBlank() || text.length() > 400) {
      wrong.add(issue(IssueCode.WORDS_UNFIT, field, "1 to 400 characters"));
    }
  }

  private static void day(List<Issue> wrong, String field, LocalDate day, Instant now) {
    LocalDate tomorrow = now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
    if (day.isAfter(tomorrow) || day.getYear() < 2000) {
      wrong.add(issue(IssueCode.DAY_UNFIT, field, "a day from 2000 to today"));
    }
  }

  private static Issue unknown(int number) {
    return issue(IssueCode.CONTACT_UNKNOWN, "", "there is no office " + number);
  }

  private static Issue issue(IssueCode code, String field, String message) {
    return new Issue(code, Place.of(field), message, Optional.empty());
  }
}
