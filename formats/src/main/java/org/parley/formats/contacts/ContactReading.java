package org.parley.formats.contacts;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.directory.DutyHours;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactKind;
import org.parley.core.directory.contacts.KeyNote;
import org.parley.core.directory.contacts.Watch;
import org.parley.formats.exchange.Typed;

/// Reads an office from the fields of a JSON object.
final class ContactReading {

  private ContactReading() {}

  static Optional<Contact> read(Typed typed) {
    Optional<Long> number = typed.whole("number", 1, 9999);
    Optional<ContactKind> kind = typed.as("kind", "kind of office", ContactKind::parse);
    Optional<String> name = typed.text("name", 200);
    Contact.Naming naming =
        new Contact.Naming(
            name.orElse(""),
            typed.maybeText("international", 200).orElse(""),
            typed.maybeText("short", 40).orElse(""),
            typed.maybeText("task", 2000).orElse(""));
    Contact.Reach reach =
        new Contact.Reach(
            typed.maps("channels", 16).stream().flatMap(each -> channel(each).stream()).toList(),
            typed.maps("keys", 8).stream().flatMap(each -> key(each).stream()).toList(),
            typed.texts("languages", 12, 40).orElse(List.of()),
            typed.maybeText("address", 500).orElse(""));
    Optional<Watch> watch = typed.map("watch").flatMap(ContactReading::watch);
    Contact.Validity validity = new Contact.Validity(day(typed, "from"), day(typed, "until"));
    List<Integer> deputies =
        typed.list("deputies", 20, "number of an office", ContactReading::whole).orElse(List.of());
    typed.end();
    return number.isEmpty() || kind.isEmpty() || name.isEmpty() || watch.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Contact(
                number.get().intValue(),
                kind.get(),
                naming,
                reach,
                watch.get(),
                validity,
                deputies));
  }

  private static Optional<Channel> channel(Typed typed) {
    Optional<Channel.Means> means = typed.as("means", "kind of channel", Channel.Means::parse);
    Optional<String> value = typed.text("value", 200);
    String mayCarry = typed.maybeText("mayCarry", 100).orElse("");
    Optional<LocalDate> tested = day(typed, "tested");
    typed.end();
    return means.isEmpty() || value.isEmpty()
        ? Optional.empty()
        : Optional.of(new Channel(means.get(), value.get(), mayCarry, tested));
  }

  private static Optional<KeyNote> key(Typed typed) {
    Optional<KeyNote.Scheme> scheme = typed.as("scheme", "kind of key", KeyNote.Scheme::parse);
    Optional<String> fingerprint = typed.text("fingerprint", 64);
    Optional<LocalDate> expires = day(typed, "expires");
    typed.end();
    return scheme.isEmpty() || fingerprint.isEmpty()
        ? Optional.empty()
        : Optional.of(new KeyNote(scheme.get(), fingerprint.get(), expires));
  }

  private static Optional<Watch> watch(Typed typed) {
    Optional<String> always = typed.text("always", 3);
    Optional<ZoneId> zone = typed.as("zone", "time zone", ContactReading::zone);
    Optional<List<DutyHours.Window>> hours =
        typed.list("hours", 42, "stretch of a weekday", ContactReading::window);
    SortedMap<LocalDate, String> holidays = new TreeMap<>();
    for (String line : typed.texts("holidays", 80, 120).orElse(List.of())) {
      parsedDay(line.substring(0, Math.min(10, line.length())))
          .ifPresentOrElse(
              day -> holidays.put(day, line.substring(10).strip()),
              () -> typed.refuse("a holiday begins with its day"));
    }
    Optional<List<LocalTime>> handOvers =
        typed.list("handOvers", 8, "time of day", ContactReading::time);
    String remarks = typed.maybeText("remarks", 1000).orElse("");
    typed.end();
    return always.isEmpty() || zone.isEmpty() || hours.isEmpty() || handOvers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Watch(
                always.get().equals("yes"),
                new DutyHours(zone.get(), hours.get()),
                holidays,
                handOvers.get(),
                remarks));
  }

  private static Optional<DutyHours.Window> window(String text) {
    String[] words = text.split(" ");
    if (words.length != 3) {
      return Optional.empty();
    }
    Optional<LocalTime> from = time(words[1]);
    Optional<LocalTime> until = time(words[2]);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().equals(words[0]) && from.isPresent() && until.isPresent()) {
        return Optional.of(new DutyHours.Window(day, from.get(), until.get()));
      }
    }
    return Optional.empty();
  }

  static Optional<LocalDate> day(Typed typed, String key) {
    return typed.maybe(key, "day such as 2026-11-22", ContactReading::parsedDay);
  }

  static Optional<LocalDate> parsedDay(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException wrong) {
      return Optional.empty();
    }
  }

  private static Optional<LocalTime> time(String text) {
    try {
      return Optional.of(LocalTime.parse(text));
    } catch (DateTimeException wrong) {
      return Optional.empty();
    }
  }

  static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException wrong) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> whole(String text) {
    return text.matches("[1-9][0-9]{0,3}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }
}
