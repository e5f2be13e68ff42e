package org.parley.formats.contacts;

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

/// Offices of a fictitious State.
final class Samples {

  private Samples() {}

  /// An office with something in every field.
  static Contact full() {
    return new Contact(
        3,
        ContactKind.TECHNICAL,
        new Contact.Naming(
            "Государственный центр «Берёза»", "State Centre, Birch", "GOV-CERT", "All, of; them\\"),
        new Contact.Reach(
            List.of(
                new Channel(
                    Channel.Means.DUTY_PHONE,
                    "+999 1 555 0100",
                    "TLP:GREEN",
                    Optional.of(LocalDate.of(2026, 11, 1))),
                new Channel(Channel.Means.FAX, "+999 1 555 0199", "", Optional.empty()),
                new Channel(
                    Channel.Means.MAIL, "duty@csirt.example", "TLP:AMBER", Optional.empty()),
                new Channel(Channel.Means.WEB, "https://csirt.example/", "", Optional.empty())),
            List.of(
                new KeyNote(
                    KeyNote.Scheme.OPENPGP,
                    "0123456789ABCDEF0123456789ABCDEF01234567",
                    Optional.of(LocalDate.of(2027, 2, 1)))),
            List.of("ru", "en"),
            "1 Birch Street\n10000 Birch"),
        new Watch(
            false,
            new DutyHours(
                ZoneId.of("Europe/Vienna"),
                List.of(
                    new DutyHours.Window(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(17, 0)),
                    new DutyHours.Window(
                        DayOfWeek.SATURDAY, LocalTime.of(20, 0), LocalTime.MIDNIGHT))),
            holidays(),
            List.of(LocalTime.of(7, 0)),
            "Ring the duty telephone."),
        new Contact.Validity(Optional.of(LocalDate.of(2026, 1, 1)), Optional.empty()),
        List.of(1, 2));
  }

  private static SortedMap<LocalDate, String> holidays() {
    SortedMap<LocalDate, String> holidays = new TreeMap<>();
    holidays.put(LocalDate.of(2026, 12, 25), "Christmas; all day");
    holidays.put(LocalDate.of(2027, 1, 1), "");
    return holidays;
  }

  /// An office with as little as there can be.
  static Contact small() {
    return new Contact(
        1,
        ContactKind.POLICY,
        new Contact.Naming("Ministry", "", "", ""),
        new Contact.Reach(
            List.of(new Channel(Channel.Means.PHONE, "112", "", Optional.empty())),
            List.of(),
            List.of(),
            ""),
        new Watch(true, new DutyHours(ZoneId.of("UTC"), List.of()), new TreeMap<>(), List.of(), ""),
        Contact.Validity.ALWAYS,
        List.of());
  }
}
