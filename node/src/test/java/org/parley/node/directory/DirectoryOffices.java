package org.parley.node.directory;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.parley.core.directory.DutyHours;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactKind;
import org.parley.core.directory.contacts.ContactSheet;
import org.parley.core.directory.contacts.Nomination;
import org.parley.core.directory.contacts.SheetDeed;
import org.parley.core.directory.contacts.Watch;
import org.parley.core.people.Actor;
import org.parley.core.people.Role;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.contacts.KeepContacts;
import org.parley.node.web.Sites;
import org.springframework.context.ApplicationContext;

/// Offices in the directory of a node under test, written down beside the pages.
public final class DirectoryOffices {

  private static final Party STATE = new Party("XA");
  private static final Actor OFFICER =
      new Actor(
          new UUID(0, 9),
          Set.of(Role.POLICY_OFFICER),
          OfficeId.parse("XA/policy"),
          Optional.empty());

  private DirectoryOffices() {}

  /// The number of an office of the State XA, made now where there are few.
  public static int fresh(ApplicationContext node) {
    Realm realm = node.getBean(Sites.class).now().realm();
    KeepContacts contacts = node.getBean(KeepContacts.class);
    ContactSheet sheet = contacts.sheet(realm, STATE);
    if (sheet.contacts().size() > 30) {
      return sheet.contacts().lastKey();
    }
    int number = sheet.nextNumber();
    contacts
        .run(realm, STATE, List.of(new SheetDeed.Put(contact(number), Optional.empty())), OFFICER)
        .orThrow();
    return number;
  }

  /// Notes that offices of the State XA were named by a document that is kept.
  public static void named(ApplicationContext node) {
    KeepContacts contacts = node.getBean(KeepContacts.class);
    Nomination nomination =
        new Nomination(
            "Ministry",
            "NV 1/26",
            LocalDate.of(2026, 1, 1),
            Optional.of(contacts.file("note.pdf", Octets.of("a note"))));
    contacts
        .run(
            node.getBean(Sites.class).now().realm(),
            STATE,
            List.of(new SheetDeed.Nominate(nomination)),
            OFFICER)
        .orThrow();
  }

  private static Contact contact(int number) {
    return contact(number, "Office " + number);
  }

  /// An office with as little as there can be.
  static Contact contact(int number, String name) {
    return new Contact(
        number,
        ContactKind.HANDLES_INCIDENTS,
        new Contact.Naming(name, "", "", ""),
        new Contact.Reach(
            List.of(new Channel(Channel.Means.PHONE, "+999 100", "", Optional.empty())),
            List.of(),
            List.of("en"),
            ""),
        new Watch(true, new DutyHours(ZoneId.of("UTC"), List.of()), new TreeMap<>(), List.of(), ""),
        Contact.Validity.ALWAYS,
        List.of());
  }
}
