package org.parley.node.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.parley.core.directory.DutyHours;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactKind;
import org.parley.core.directory.contacts.SheetDeed;
import org.parley.core.directory.contacts.Watch;
import org.parley.core.terms.Party;
import org.parley.duties.contacts.KeepContacts;
import org.parley.exchange.Membership;

/// The offices of the demo's States: each writes down its own and states them to the network.
final class DemoOffices {

  private static final Party RUSSIAN = new Party("XB");

  private DemoOffices() {}

  /// A State of the demo names a policy and a technical office, on paper that says they are made
  /// up.
  static void stated(DemoMember member) {
    Party state = member.troupe().party();
    KeepContacts contacts = member.node().getBean(KeepContacts.class);
    contacts
        .run(
            DemoNetwork.REALM,
            state,
            List.of(put(policy(state)), put(technical(state))),
            member.actor("csirt"))
        .orThrow();
    new Membership(member.home())
        .publishing(contacts)
        .run(DemoNetwork.REALM, false, member.actor("csirt"), member.home().station().now())
        .orThrow();
  }

  private static SheetDeed put(Contact contact) {
    return new SheetDeed.Put(contact, Optional.empty());
  }

  private static Contact policy(Party state) {
    Watch office =
        new Watch(
            false,
            new DutyHours(
                ZoneId.of("Europe/Vienna"),
                Stream.of(DayOfWeek.values())
                    .filter(day -> day.compareTo(DayOfWeek.SATURDAY) < 0)
                    .map(day -> new DutyHours.Window(day, LocalTime.of(8, 0), LocalTime.of(17, 0)))
                    .toList()),
            new TreeMap<>(),
            List.of(),
            "");
    return new Contact(
        1,
        ContactKind.POLICY,
        naming(state, "Ministry of " + state, "Министерство " + state, "MIN-" + state),
        reach(state, "policy", "TLP:AMBER"),
        office,
        Contact.Validity.ALWAYS,
        List.of());
  }

  private static Contact technical(Party state) {
    return new Contact(
        2,
        ContactKind.TECHNICAL,
        naming(state, "CSIRT of " + state, "Группа реагирования " + state, "CSIRT-" + state),
        reach(state, "csirt", "TLP:AMBER"),
        new Watch(
            true,
            new DutyHours(ZoneId.of("Europe/Vienna"), List.of()),
            new TreeMap<>(),
            List.of(),
            ""),
        Contact.Validity.ALWAYS,
        List.of(1));
  }

  /// XB writes Russian: its offices have a name of their own and one for the others.
  private static Contact.Naming naming(
      Party state, String english, String russian, String shortName) {
    return state.equals(RUSSIAN)
        ? new Contact.Naming(russian, english, shortName, "")
        : new Contact.Naming(english, "", shortName, "");
  }

  private static Contact.Reach reach(Party state, String box, String mayCarry) {
    String domain = state.code().toLowerCase(Locale.ROOT) + ".example";
    return new Contact.Reach(
        List.of(
            new Channel(Channel.Means.DUTY_PHONE, "+999 1 555 0100", "TLP:GREEN", Optional.empty()),
            new Channel(Channel.Means.MAIL, box + "@" + domain, mayCarry, Optional.empty())),
        List.of(),
        state.equals(RUSSIAN) ? List.of("ru", "en") : List.of("en", "ru"),
        "");
  }
}
