package org.parley.duties.network;

import static org.parley.duties.network.Circle.REALM;

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
import org.parley.core.directory.contacts.SheetDeed;
import org.parley.core.directory.contacts.StatedSheet;
import org.parley.core.directory.contacts.Watch;
import org.parley.core.issue.Checked;
import org.parley.core.people.Actor;
import org.parley.core.people.Role;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.duties.contacts.KeepContacts;
import org.parley.duties.contacts.PublishSheet;
import org.parley.duties.contacts.SheetBook;
import org.parley.duties.contacts.TellSheets;
import org.parley.duties.network.Circle.Member;
import org.parley.formats.contacts.StatedBytes;

/// What the members of a circle write down, say and know of States' offices.
final class Offices {

  private final Circle circle;
  private final SheetBook sheets = new SheetBook();

  Offices(Circle circle) {
    this.circle = circle;
  }

  static KeepContacts contacts(Member member) {
    return new KeepContacts(member.station().books(), member.station()::now);
  }

  static Actor actor(Member member) {
    return new Actor(
        new UUID(0, 1),
        Set.of(Role.POLICY_OFFICER),
        OfficeId.parse(member.party() + "/policy"),
        Optional.empty());
  }

  void writeDown(Member member, int number, String name) {
    contacts(member)
        .run(REALM, member.party(), List.of(put(number, name)), actor(member))
        .orThrow();
  }

  static SheetDeed put(int number, String name) {
    return new SheetDeed.Put(contact(number, name), Optional.empty());
  }

  Checked<StatedSheet> publish(Member member, boolean attests) {
    return new PublishSheet(
            member.node(),
            member.station().books(),
            member.directory(),
            member.seal(),
            contacts(member))
        .run(REALM, attests, actor(member), circle.now);
  }

  int tell(Member member) {
    return new TellSheets(member.node(), member.directory(), member.seal())
        .run(member.station().books(), circle.now);
  }

  Optional<SheetBook.Kept> held(Member at, Member of) {
    return at.station().books().look(book -> sheets.newest(book, REALM, of.party()));
  }

  List<Long> history(Member at, Member of) {
    return at.station().books().look(book -> sheets.all(book, REALM, of.party())).stream()
        .map(each -> each.sheet().number())
        .toList();
  }

  List<String> aside(Member at, Member of) {
    return at.station().books().look(book -> sheets.aside(book, REALM, of.party())).stream()
        .map(each -> each.sheet().contacts().getFirst().naming().name())
        .toList();
  }

  StatedSheet sheet(Member of, long number, String name) {
    Party state = of.party();
    return new StatedSheet(
        state,
        REALM,
        number,
        circle.now,
        Optional.empty(),
        Optional.empty(),
        List.of(contact(1, name)));
  }

  static Octets signed(Member by, StatedSheet sheet) {
    return by.seal().sign(StatedBytes.write(sheet));
  }

  static Contact contact(int number, String name) {
    return new Contact(
        number,
        ContactKind.TECHNICAL,
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
