package org.parley.formats.contacts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.core.directory.DutyHours;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactSheet;
import org.parley.core.directory.contacts.KeyNote;

/// An office as the text that RFC 2350 proposes for teams. Its headings are in English, as the RFC
/// has them; what nobody has said is named as such and not invented.
public final class TeamProfile {

  static final String UNSAID = "Not said.";
  static final String LANGUAGES = "Languages: ";
  static final String TITLE = "RFC 2350 profile";
  static final String DUTY = "(duty)";

  private final StringBuilder out = new StringBuilder();

  private TeamProfile() {}

  /// @param state what the State is called in English
  /// @param source by whose word the offices are kept, in English
  /// @param exercise what marks an exercise; empty in the world
  public static String of(
      ContactSheet sheet, String state, String source, String exercise, Instant at) {
    TeamProfile profile = new TeamProfile();
    for (Contact contact : sheet.contacts().values()) {
      String marked = exercise.isEmpty() ? TITLE : TITLE + " (" + exercise + ")";
      profile.line(marked + ": " + contact.naming().name()).blank();
      profile.document(source, at).contact(contact).charter(contact, state).blank();
    }
    return profile.out.toString();
  }

  private TeamProfile document(String source, Instant at) {
    return line("1. Document information")
        .item("1.1 Date of last update", at.atOffset(ZoneOffset.UTC).toLocalDate().toString())
        .item("1.2 Distribution list for notifications", UNSAID)
        .item("1.3 Locations where this document may be found", UNSAID)
        .item("1.4 Whose word this is", source)
        .blank();
  }

  private TeamProfile contact(Contact contact) {
    Contact.Naming naming = contact.naming();
    line("2. Contact information");
    item("2.1 Name of the team", names(naming));
    item("2.2 Address", contact.reach().address());
    item("2.3 Time zone", contact.watch().hours().zone().getId());
    item("2.4 Telephone number", telephones(contact));
    item("2.5 Facsimile number", values(contact, Channel.Means.FAX));
    item(
        "2.6 Other telecommunication",
        values(contact, Channel.Means.PROTECTED, Channel.Means.OTHER));
    item("2.7 Electronic mail address", values(contact, Channel.Means.MAIL));
    item("2.8 Public keys and encryption information", keys(contact));
    item("2.9 Team members", "Offices are listed here and no persons.");
    item("2.10 Other information", values(contact, Channel.Means.WEB));
    return item("2.11 Points of customer contact", hours(contact)).blank();
  }

  private TeamProfile charter(Contact contact, String state) {
    return line("3. Charter")
        .item("3.1 Mission statement", contact.naming().task())
        .item("3.2 Constituency", state)
        .item("3.3 Sponsorship or affiliation", UNSAID)
        .item("3.4 Authority", UNSAID)
        .blank()
        .line("4. Policies")
        .item("4.2 Co-operation, interaction and disclosure of information", marks(contact))
        .item("4.3 Communication and authentication", keys(contact))
        .blank()
        .line("5. Services")
        .item("5.1 Incident response", UNSAID)
        .blank()
        .item("6. Incident reporting forms", UNSAID);
  }

  private static String values(Contact contact, Channel.Means... means) {
    return String.join("\n", TeamRecords.values(contact, means));
  }

  private static String names(Contact.Naming naming) {
    String latin = naming.international();
    String shortName = naming.shortName();
    return naming.name()
        + (latin.isEmpty() ? "" : "\nName in Latin letters: " + latin)
        + (shortName.isEmpty() ? "" : "\nShort name: " + shortName);
  }

  private static String telephones(Contact contact) {
    List<String> lines = new ArrayList<>();
    for (String number : TeamRecords.values(contact, Channel.Means.DUTY_PHONE)) {
      lines.add(number + " " + DUTY);
    }
    lines.addAll(TeamRecords.values(contact, Channel.Means.PHONE));
    return String.join("\n", lines);
  }

  private static String marks(Contact contact) {
    return String.join(
        "\n",
        contact.reach().channels().stream()
            .filter(each -> !each.mayCarry().isEmpty())
            .map(each -> each.value() + ": up to " + each.mayCarry())
            .toList());
  }

  private static String keys(Contact contact) {
    List<String> lines = new ArrayList<>();
    for (KeyNote key : contact.reach().keys()) {
      lines.add(
          key.scheme().word()
              + " "
              + key.grouped()
              + key.expires().map(day -> ", until " + day).orElse(""));
    }
    return String.join("\n", lines);
  }

  private static String hours(Contact contact) {
    String languages = String.join(", ", contact.reach().languages());
    return (roster(contact) + (languages.isEmpty() ? "" : "\n" + LANGUAGES + languages)).strip();
  }

  /// When somebody is there, each stretch in a line of its own; and what is remarked on it.
  static String roster(Contact contact) {
    List<String> lines = new ArrayList<>();
    if (contact.watch().always()) {
      lines.add("24/7");
    } else {
      for (DutyHours.Window each : contact.watch().hours().windows()) {
        String day = each.day().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        lines.add(day + " " + each.from() + "-" + each.until());
      }
    }
    lines.add(contact.watch().remarks());
    return String.join("\n", lines).strip();
  }

  private TeamProfile item(String name, String text) {
    line(name);
    String said = text.isBlank() ? UNSAID : text;
    said.lines().forEach(each -> line("    " + each));
    return this;
  }

  private TeamProfile line(String text) {
    out.append(text).append('\n');
    return this;
  }

  private TeamProfile blank() {
    return line("");
  }
}
