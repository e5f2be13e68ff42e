package org.parley.node.brief;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactKind;
import org.parley.core.terms.Party;
import org.parley.desk.brief.Brief;
import org.parley.node.directory.SheetView;
import org.parley.node.directory.Sheets;

/// Whom to call, of the States concerned, as the directory has it.
record Contacting(Telling telling, Sheets sheets) {

  private static final Set<ContactKind> KINDS =
      EnumSet.of(ContactKind.POLICY, ContactKind.TECHNICAL);

  private static final Set<Channel.Means> MEANS =
      EnumSet.of(
          Channel.Means.DUTY_PHONE,
          Channel.Means.PHONE,
          Channel.Means.MAIL,
          Channel.Means.PROTECTED);

  Brief.Section section(Collection<Party> parties) {
    List<Brief.Row> rows = new ArrayList<>();
    for (Party party : telling.visit().shelf().states().inOrder(parties)) {
      SheetView view = sheets.shown(telling.visit(), party);
      List<Contact> there =
          view.contacts().stream().filter(each -> KINDS.contains(each.kind())).toList();
      String name = telling.visit().shelf().states().coded(party);
      if (there.isEmpty()) {
        rows.add(new Brief.Row(name, telling.say("page.directory.nothing-kept")));
      }
      for (Contact contact : there) {
        String kind = telling.say("page.contact-kind." + contact.kind().word());
        rows.add(new Brief.Row(name + ", " + kind, text(view, contact)));
      }
    }
    return telling.section("contacts", rows, Telling.MIDDLE);
  }

  private String text(SheetView view, Contact contact) {
    List<String> parts = new ArrayList<>();
    parts.add(contact.naming().brief());
    contact.reach().channels().stream()
        .filter(channel -> MEANS.contains(channel.means()))
        .map(channel -> telling.say("page.means." + channel.means().word()) + " " + channel.value())
        .forEach(parts::add);
    parts.add(view.dutyText(contact));
    if (!contact.reach().languages().isEmpty()) {
      parts.add(view.languages(contact.reach().languages()));
    }
    return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("; "));
  }
}
