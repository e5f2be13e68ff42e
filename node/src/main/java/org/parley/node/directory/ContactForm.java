package org.parley.node.directory;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.core.directory.DutyHours;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactKind;
import org.parley.core.directory.contacts.KeyNote;
import org.parley.core.directory.contacts.Watch;
import org.parley.node.forms.Filled;

/// The form of one office: from what is kept to its fields, and from its fields to an office.
public final class ContactForm {

  /// Lines for more channels and keys than there are.
  private static final int SPARE = 3;

  private static final int MOST_CHANNELS = 16;
  private static final int MOST_KEYS = 8;
  static final int DEPUTIES = 3;

  private final Filled filled;

  ContactForm(Filled filled) {
    this.filled = filled;
  }

  public Filled filled() {
    return filled;
  }

  /// How many lines for channels the form shows.
  public int channels() {
    return Math.min(MOST_CHANNELS, rows("channel-") + SPARE);
  }

  public int keys() {
    return Math.min(MOST_KEYS, rows("key-") + SPARE - 1);
  }

  private int rows(String prefix) {
    int rows = 0;
    for (int row = 1; row <= MOST_CHANNELS; row++) {
      rows = filled.text(prefix + row).isEmpty() ? rows : row;
    }
    return rows;
  }

  static String dayField(DayOfWeek day) {
    return "hours-" + day.name().toLowerCase(Locale.ROOT);
  }

  /// Puts what is kept into the fields.
  ContactForm show(Contact contact) {
    filled.put("kind", contact.kind().word());
    filled.put("name", contact.naming().name());
    filled.put("international", contact.naming().international());
    filled.put("short", contact.naming().shortName());
    filled.put("task", contact.naming().task());
    filled.put("languages", String.join(", ", contact.reach().languages()));
    filled.put("address", contact.reach().address());
    int row = 0;
    for (Channel channel : contact.reach().channels()) {
      String at = "channel-" + ++row;
      filled.put(at, channel.value());
      filled.put(at + "-means", channel.means().word());
      filled.put(at + "-carry", channel.mayCarry());
      filled.put(at + "-tested", day(channel.tested()));
    }
    row = 0;
    for (KeyNote key : contact.reach().keys()) {
      String at = "key-" + ++row;
      filled.put(at, key.grouped());
      filled.put(at + "-scheme", key.scheme().word());
      filled.put(at + "-expires", day(key.expires()));
    }
    filled.put("from", day(contact.validity().from()));
    filled.put("until", day(contact.validity().until()));
    row = 0;
    for (int deputy : contact.deputies()) {
      filled.put("deputy-" + ++row, String.valueOf(deputy));
    }
    return show(contact.watch());
  }

  private ContactForm show(Watch watch) {
    if (watch.always()) {
      filled.put("always", "yes");
    }
    filled.put("zone", watch.hours().zone().getId());
    for (DayOfWeek day : DayOfWeek.values()) {
      filled.put(dayField(day), HoursText.of(watch, day));
    }
    filled.put(
        "holidays",
        String.join(
            "\n",
            watch.holidays().entrySet().stream()
                .map(each -> (each.getKey() + " " + each.getValue()).strip())
                .toList()));
    filled.put(
        "handOvers", String.join(", ", watch.handOvers().stream().map(Object::toString).toList()));
    filled.put("remarks", watch.remarks());
    return this;
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }

  /// The office that the fields describe; what cannot be read is told and left out.
  Contact read(int number) {
    List<String> languages = new ArrayList<>();
    for (String tag : filled.text("languages").split("[,;\\s]+")) {
      if (!tag.isBlank()) {
        languages.add(tag);
      }
    }
    List<Integer> deputies = new ArrayList<>();
    for (int row = 1; row <= DEPUTIES; row++) {
      filled
          .maybe("deputy-" + row)
          .filter(text -> text.matches("[1-9][0-9]{0,3}"))
          .map(Integer::parseInt)
          .filter(each -> !deputies.contains(each))
          .ifPresent(deputies::add);
    }
    return new Contact(
        number,
        ContactKind.parse(filled.text("kind")).orElse(ContactKind.HANDLES_INCIDENTS),
        new Contact.Naming(
            filled.text("name"),
            filled.text("international"),
            filled.text("short"),
            filled.text("task")),
        new Contact.Reach(readChannels(), readKeys(), languages, filled.text("address")),
        readWatch(),
        new Contact.Validity(filled.day("from"), filled.day("until")),
        deputies);
  }

  private List<Channel> readChannels() {
    close("channel-", List.of("", "-means", "-carry", "-tested"), MOST_CHANNELS);
    List<Channel> channels = new ArrayList<>();
    for (int row = 1; row <= MOST_CHANNELS; row++) {
      String at = "channel-" + row;
      Optional<LocalDate> tested = filled.day(at + "-tested");
      if (filled.maybe(at).isPresent()) {
        channels.add(
            new Channel(
                Channel.Means.parse(filled.text(at + "-means")).orElse(Channel.Means.OTHER),
                filled.text(at),
                filled.text(at + "-carry"),
                tested));
      }
    }
    return channels;
  }

  private List<KeyNote> readKeys() {
    close("key-", List.of("", "-scheme", "-expires"), MOST_KEYS);
    List<KeyNote> keys = new ArrayList<>();
    for (int row = 1; row <= MOST_KEYS; row++) {
      String at = "key-" + row;
      Optional<LocalDate> expires = filled.day(at + "-expires");
      if (filled.maybe(at).isPresent()) {
        keys.add(
            new KeyNote(
                KeyNote.Scheme.parse(filled.text(at + "-scheme")).orElse(KeyNote.Scheme.OPENPGP),
                KeyNote.digits(filled.text(at)),
                expires));
      }
    }
    return keys;
  }

  /// Moves lines up where one between them was left empty, so that the number of a line is that of
  /// what stands in it.
  private void close(String prefix, List<String> parts, int most) {
    int free = 1;
    for (int row = 1; row <= most; row++) {
      if (filled.maybe(prefix + row).isPresent()) {
        if (free < row) {
          for (String part : parts) {
            filled.put(prefix + free + part, filled.text(prefix + row + part));
            filled.put(prefix + row + part, "");
          }
        }
        free++;
      }
    }
  }

  private Watch readWatch() {
    ZoneId zone = ZoneId.of("UTC");
    try {
      zone = ZoneId.of(filled.text("zone"));
    } catch (DateTimeException unknown) {
      filled.wrong("zone", "page.refused.zone-unknown");
    }
    List<DutyHours.Window> windows = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      HoursText.windows(day, filled.text(dayField(day)))
          .ifPresentOrElse(
              windows::addAll, () -> filled.wrong(dayField(day), "page.refused.hours-unreadable"));
    }
    var holidays = HoursText.holidays(filled.text("holidays"));
    if (holidays.isEmpty()) {
      filled.wrong("holidays", "page.refused.holidays-unreadable");
    }
    var handOvers = HoursText.times(filled.text("handOvers"));
    if (handOvers.isEmpty()) {
      filled.wrong("handOvers", "page.refused.hours-unreadable");
    }
    return new Watch(
        filled.ticked("always", false),
        new DutyHours(zone, windows),
        holidays.orElseGet(TreeMap::new),
        handOvers.orElse(List.of()),
        filled.text("remarks"));
  }
}
