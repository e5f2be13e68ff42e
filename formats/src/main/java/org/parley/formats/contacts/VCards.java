package org.parley.formats.contacts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactSheet;
import org.parley.core.directory.contacts.KeyNote;

/// Offices as cards for an address book: vCard 4.0 (RFC 6350), one card an office, each the card of
/// an organisation and of no person.
public final class VCards {

  private static final int LONGEST_LINE = 75;

  private final ContactSheet sheet;
  private final Wording wording;
  private final StringBuilder out = new StringBuilder();

  private VCards(ContactSheet sheet, Wording wording) {
    this.sheet = sheet;
    this.wording = wording;
  }

  /// What cards say in the reader's language.
  ///
  /// @param state what the State is called
  /// @param marks put before each name, such as the word for an exercise; may be empty
  /// @param hours the duty hours of an office in words
  /// @param source by whose word it is kept
  /// @param at when the cards were made
  public record Wording(
      String state, String marks, Function<Contact, String> hours, String source, Instant at) {}

  public static String of(ContactSheet sheet, Wording wording) {
    VCards cards = new VCards(sheet, wording);
    sheet.contacts().values().forEach(cards::card);
    return cards.out.toString();
  }

  private void card(Contact contact) {
    line("BEGIN:VCARD");
    line("VERSION:4.0");
    line("KIND:org");
    if (!wording.marks().isEmpty()) {
      line("X-PARLEY-EXERCISE:" + escaped(wording.marks()));
    }
    line("UID:" + escaped("parley:" + sheet.state() + "/" + contact.number()));
    line(
        "REV:"
            + DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                .format(wording.at().atOffset(ZoneOffset.UTC)));
    String prefix = wording.marks().isEmpty() ? "" : wording.marks() + " ";
    line("FN:" + escaped(prefix + wording.state() + ": " + contact.naming().name()));
    line("ORG:" + escaped(wording.state()) + ";" + escaped(contact.naming().name()));
    if (!contact.naming().shortName().isEmpty()) {
      line("NICKNAME:" + escaped(contact.naming().shortName()));
    }
    line("CATEGORIES:" + escaped(contact.kind().word()));
    int preference = 0;
    for (Channel channel : contact.reach().channels()) {
      preference++;
      channel(channel, preference);
    }
    preference = 0;
    for (String language : contact.reach().languages()) {
      preference++;
      line("LANG;PREF=" + preference + ":" + language);
    }
    line("TZ:" + escaped(contact.watch().hours().zone().getId()));
    if (!contact.reach().address().isEmpty()) {
      line("ADR;LABEL=" + quoted(contact.reach().address()) + ":;;;;;;");
    }
    line("NOTE:" + escaped(note(contact)));
    line("END:VCARD");
  }

  private void channel(Channel channel, int preference) {
    String rank = ";PREF=" + preference;
    String digits = channel.value().replaceAll("[^+0-9]", "");
    switch (channel.means()) {
      case DUTY_PHONE ->
          line("TEL;VALUE=uri;TYPE=\"voice,work\";X-PARLEY=duty" + rank + ":tel:" + digits);
      case PHONE -> line("TEL;VALUE=uri;TYPE=\"voice,work\"" + rank + ":tel:" + digits);
      case FAX -> line("TEL;VALUE=uri;TYPE=\"fax,work\"" + rank + ":tel:" + digits);
      case MAIL -> line("EMAIL;TYPE=work" + rank + ":" + escaped(channel.value()));
      case WEB -> line("URL" + rank + ":" + channel.value());
      case PROTECTED, OTHER -> {}
    }
  }

  /// What a card has no field for.
  private String note(Contact contact) {
    StringBuilder note = new StringBuilder(wording.source());
    note.append('\n').append(wording.hours().apply(contact));
    if (!contact.watch().remarks().isEmpty()) {
      note.append('\n').append(contact.watch().remarks());
    }
    for (Channel channel : contact.reach().channels()) {
      boolean said =
          !channel.mayCarry().isEmpty()
              || List.of(Channel.Means.PROTECTED, Channel.Means.OTHER).contains(channel.means());
      if (said) {
        note.append('\n').append(channel.value());
        note.append(channel.mayCarry().isEmpty() ? "" : " [" + channel.mayCarry() + "]");
      }
    }
    for (KeyNote key : contact.reach().keys()) {
      note.append('\n').append(key.scheme().word()).append(' ').append(key.grouped());
      key.expires().ifPresent(day -> note.append(" – ").append(day));
    }
    return note.toString();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(",", "\\,")
        .replace(";", "\\;")
        .replace("\r", "")
        .replace("\n", "\\n");
  }

  /// A parameter's value: no quotes and no line ends may stand in one, so RFC 6868 writes them
  /// anew.
  private static String quoted(String text) {
    return "\""
        + text.replace("^", "^^").replace("\"", "^'").replace("\r", "").replace("\n", "^n")
        + "\"";
  }

  /// A line, folded so that no part has more than 75 octets and no character is torn.
  private void line(String text) {
    StringBuilder part = new StringBuilder();
    int octets = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      String next = Character.toString(text.codePointAt(at));
      int size = next.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LONGEST_LINE) {
        out.append(part).append("\r\n ");
        part.setLength(0);
        octets = 1;
      }
      part.append(next);
      octets += size;
    }
    out.append(part).append("\r\n");
  }
}
