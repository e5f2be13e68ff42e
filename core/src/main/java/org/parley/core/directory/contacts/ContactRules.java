package org.parley.core.directory.contacts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;

/// What an office must look like to be kept; the places of problems are the fields of a form.
final class ContactRules {

  static final int MOST_CONTACTS = 60;
  private static final int MOST_CHANNELS = 16;
  private static final int MOST_KEYS = 8;
  private static final int MOST_HOLIDAYS = 80;

  private final List<Issue> wrong = new ArrayList<>();

  private ContactRules() {}

  static List<Issue> wrong(Contact contact) {
    ContactRules rules = new ContactRules();
    rules.naming(contact.naming());
    rules.reach(contact.reach());
    rules.watch(contact.watch());
    Optional<LocalDate> from = contact.validity().from();
    boolean reversed =
        from.isPresent() && contact.validity().until().filter(from.get()::isAfter).isPresent();
    rules.unless(!reversed, IssueCode.DAYS_REVERSED, "until", "it ends before it begins");
    return rules.wrong;
  }

  private void naming(Contact.Naming naming) {
    words("name", naming.name(), 1, 200);
    words("international", naming.international(), 0, 200);
    words("short", naming.shortName(), 0, 40);
    words("task", naming.task(), 0, 2000);
  }

  private void reach(Contact.Reach reach) {
    words("address", reach.address(), 0, 500);
    boolean read =
        reach.languages().size() <= 12
            && reach.languages().stream()
                .allMatch(each -> each.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}"));
    unless(read, IssueCode.LANGUAGE_UNREADABLE, "languages", "tags such as en or sr-Latn");
    unless(
        !reach.channels().isEmpty() && reach.channels().size() <= MOST_CHANNELS,
        IssueCode.CHANNEL_UNFIT,
        "channel-1",
        "an office has at least one channel, and at most " + MOST_CHANNELS);
    int number = 0;
    for (Channel channel : reach.channels()) {
      number++;
      boolean fits =
          channel.isWellFormed()
              && channel.value().length() <= 200
              && channel.mayCarry().length() <= 100;
      unless(fits, IssueCode.CHANNEL_UNFIT, "channel-" + number, "it has another form");
    }
    number = 0;
    for (KeyNote key : reach.keys()) {
      number++;
      unless(key.isWellFormed(), IssueCode.KEY_UNFIT, "key-" + number, "32, 40 or 64 digits");
    }
    unless(reach.keys().size() <= MOST_KEYS, IssueCode.KEY_UNFIT, "key-1", "at most " + MOST_KEYS);
  }

  private void watch(Watch watch) {
    words("remarks", watch.remarks(), 0, 1000);
    boolean holidays =
        watch.holidays().size() <= MOST_HOLIDAYS
            && watch.holidays().values().stream().allMatch(each -> each.length() <= 100);
    unless(holidays, IssueCode.HOLIDAYS_UNREADABLE, "holidays", "at most " + MOST_HOLIDAYS);
    unless(
        watch.handOvers().size() <= 8, IssueCode.HOURS_UNREADABLE, "handOvers", "at most 8 a day");
    unless(
        new HashSet<>(watch.hours().windows()).size() == watch.hours().windows().size()
            && watch.hours().windows().size() <= 42,
        IssueCode.HOURS_UNREADABLE,
        "hours-monday",
        "a stretch stands twice, or there are more than 42");
  }

  private void words(String field, String text, int least, int most) {
    boolean fits = text.strip().length() >= least && text.length() <= most;
    boolean clean = text.chars().noneMatch(each -> each < ' ' && each != '\n' && each != '\t');
    unless(fits && clean, IssueCode.WORDS_UNFIT, field, least + " to " + most + " characters");
  }

  private void unless(boolean holds, IssueCode code, String field, String message) {
    if (!holds) {
      wrong.add(new Issue(code, Place.of(field), message, Optional.empty()));
    }
  }
}
