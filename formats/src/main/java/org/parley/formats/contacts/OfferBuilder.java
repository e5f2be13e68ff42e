package org.parley.formats.contacts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.core.directory.DutyHours;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactKind;
import org.parley.core.directory.contacts.KeyNote;
import org.parley.core.directory.contacts.Watch;

/// Puts an office together from what a file says, and notes what is lost on the way.
final class OfferBuilder {

  private static final Pattern WINDOW =
      Pattern.compile(
          "((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) "
              + "((?:[01][0-9]|2[0-3]):[0-5][0-9])-((?:[01][0-9]|2[0-3]):[0-5][0-9])",
          Pattern.CASE_INSENSITIVE);
  private static final int SHOWN = 120;
  private static final int MOST_CHANNELS = 16;

  private final List<Offer.Loss> lost = new ArrayList<>();
  private final List<Channel> channels = new ArrayList<>();
  private final List<KeyNote> keys = new ArrayList<>();
  private final List<String> languages = new ArrayList<>();
  private final List<DutyHours.Window> windows = new ArrayList<>();
  private final SortedMap<LocalDate, String> holidays = new TreeMap<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<String> tasks = new ArrayList<>();
  private ContactKind kind = ContactKind.HANDLES_INCIDENTS;
  private Contact.Naming naming = new Contact.Naming("", "", "", "");
  private Optional<String> state = Optional.empty();
  private String address = "";
  private ZoneId zone = ZoneId.of("UTC");
  private boolean always;
  private boolean exercise;
  private String mark = "";
  private Contact.Validity validity = Contact.Validity.ALWAYS;
  private final List<LocalTime> handOvers = new ArrayList<>();

  void lose(String field, String value, Offer.Why why) {
    String shown =
        why == Offer.Why.PERSON
            ? ""
            : value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    lost.add(new Offer.Loss(field, shown, why));
  }

  void names(Optional<String> name, Optional<String> shortName) {
    String said = name.or(() -> shortName).orElse("");
    String full = said.startsWith(mark) ? said.substring(mark.length()) : said;
    naming =
        new Contact.Naming(cut("name", full, 200), "", cut("short", shortName.orElse(""), 40), "");
  }

  void shortName(String name) {
    naming =
        new Contact.Naming(
            naming.name(), naming.international(), cut("short", name, 40), naming.task());
  }

  void international(String name) {
    naming =
        new Contact.Naming(
            naming.name(), cut("international", name, 200), naming.shortName(), naming.task());
  }

  void validity(Optional<LocalDate> from, Optional<LocalDate> until) {
    validity = new Contact.Validity(from, until);
  }

  void handOver(LocalTime at) {
    handOvers.add(at);
  }

  void kind(ContactKind other) {
    kind = other;
  }

  void state(Optional<String> said) {
    state = said;
  }

  /// The file says that it is of an exercise.
  void exercise() {
    exercise = true;
  }

  /// The same, and that this stands before each name.
  void exercise(String before) {
    exercise();
    mark = before + " ";
  }

  void task(String text) {
    tasks.add(text);
  }

  void address(String text) {
    address = cut("address", text, 500);
  }

  void channel(Channel.Means means, String value) {
    channel(new Channel(means, value, "", Optional.empty()));
  }

  /// A channel whose value has another form than its kind asks for is kept as another one.
  void channel(Channel channel) {
    String value = cut("channel", channel.value(), 200);
    Channel kept = new Channel(channel.means(), value, channel.mayCarry(), channel.tested());
    if (!kept.isWellFormed()) {
      lose(channel.means().word(), value, Offer.Why.UNREADABLE);
      kept = new Channel(Channel.Means.OTHER, value, channel.mayCarry(), channel.tested());
    }
    Optional<Channel> known =
        channels.stream().filter(each -> each.value().equals(value)).findFirst();
    if (value.isBlank()) {
      return;
    }
    if (known.isPresent()) {
      // Directories list one number twice, once for emergencies: it is the duty telephone then.
      if (kept.means() == Channel.Means.DUTY_PHONE) {
        channels.set(channels.indexOf(known.get()), kept);
      }
    } else if (channels.size() < MOST_CHANNELS) {
      channels.add(kept);
    } else {
      lose(channel.means().word(), value, Offer.Why.CUT);
    }
  }

  void key(KeyNote.Scheme scheme, String fingerprint, Optional<String> expires) {
    Optional<LocalDate> day =
        expires
            .map(text -> text.length() > 10 ? text.substring(0, 10) : text)
            .flatMap(ContactReading::parsedDay);
    if (expires.isPresent() && day.isEmpty()) {
      lose("key", expires.get(), Offer.Why.UNREADABLE);
    }
    KeyNote key = new KeyNote(scheme, KeyNote.digits(fingerprint), day);
    if (!key.isWellFormed()) {
      lose("key", fingerprint, Offer.Why.UNREADABLE);
    } else if (keys.size() < 8) {
      keys.add(key);
    } else {
      lose("key", fingerprint, Offer.Why.CUT);
    }
  }

  void language(String tag) {
    if (tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")) {
      languages.add(tag);
    } else {
      lose("languages", tag, Offer.Why.UNREADABLE);
    }
  }

  void zone(String text) {
    Optional<ZoneId> found = ContactReading.zone(text);
    found.ifPresentOrElse(each -> zone = each, () -> lose("time zone", text, Offer.Why.UNREADABLE));
  }

  /// Hours in prose are kept as prose: nobody guesses a roster from them, but for a line that is
  /// "24/7" alone, or a weekday with its hours such as `Monday 08:00-17:00`.
  void hours(String prose) {
    List<String> left = new ArrayList<>();
    for (String line : prose.lines().toList()) {
      Optional<DutyHours.Window> window = window(line.strip());
      if (line.matches("\\s*24\\s*[/x*]\\s*7(\\s*[/x*]\\s*365)?\\s*")) {
        always = true;
      } else if (window.isPresent()) {
        windows.add(window.get());
      } else if (!line.isBlank()) {
        left.add(line.strip());
      }
    }
    if (!left.isEmpty()) {
      remarks.add(String.join("\n", left));
    }
  }

  private static Optional<DutyHours.Window> window(String line) {
    Matcher read = WINDOW.matcher(line);
    return read.matches()
        ? Optional.of(
            new DutyHours.Window(
                DayOfWeek.valueOf(read.group(1).toUpperCase(Locale.ROOT)),
                LocalTime.parse(read.group(2)),
                LocalTime.parse(read.group(3))))
        : Optional.empty();
  }

  void watch(boolean roundTheClock, List<DutyHours.Window> roster) {
    always = roundTheClock;
    windows.addAll(roster);
  }

  void holiday(LocalDate day, String name) {
    holidays.put(day, name);
  }

  /// What nobody asked for is lost, by its path.
  void rest(Leaves leaves, List<String> persons) {
    for (String path : leaves.leftPaths()) {
      boolean person = persons.stream().anyMatch(path::endsWith);
      lose(
          path,
          leaves.left().getOrDefault(path, ""),
          person ? Offer.Why.PERSON : Offer.Why.NO_FIELD);
    }
  }

  private String cut(String field, String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    lose(field, text, Offer.Why.CUT);
    return text.substring(0, most - 1) + "…";
  }

  Offer build() {
    Contact.Naming named =
        new Contact.Naming(
            naming.name(),
            naming.international(),
            naming.shortName(),
            cut("task", String.join("\n", tasks), 2000));
    Watch watch =
        new Watch(
            always,
            new DutyHours(zone, windows),
            holidays,
            handOvers,
            cut("hours", String.join("\n", remarks), 1000));
    return new Offer(
        state,
        new Contact(
            1,
            kind,
            named,
            new Contact.Reach(channels, keys, languages, address),
            watch,
            validity,
            List.of()),
        lost,
        exercise);
  }
}
