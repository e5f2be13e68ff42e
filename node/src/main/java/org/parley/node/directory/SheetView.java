package org.parley.node.directory;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.parley.core.directory.contacts.Alarm;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactKind;
import org.parley.core.directory.contacts.ContactSheet;
import org.parley.core.directory.contacts.Watch;
import org.parley.core.directory.states.StateEntry;
import org.parley.core.directory.states.States;
import org.parley.core.terms.Party;
import org.parley.desk.voice.Words;
import org.parley.node.web.Visit;

/// What is kept of one State, as pages show it.
///
/// @param word by whose word it stands here
/// @param mayKeep whether the reader may write in it
/// @param receives whether a node receives for an office of this kind
/// @param stated what the State itself has said to all nodes, where it has
public record SheetView(
    Visit visit,
    ContactSheet sheet,
    Word word,
    boolean mayKeep,
    Predicate<ContactKind> receives,
    Optional<StatedView> stated) {

  /// By whose word a sheet stands here.
  public enum Word {
    /// Our own State's, as it is written down at its node.
    OWN,
    /// Another State's, as it has said it itself.
    STATED,
    /// Another State's, as this node wrote it down for itself.
    HELD;

    /// The key of the words for it.
    public String says() {
      return switch (this) {
        case OWN, STATED -> "page.directory.stated";
        case HELD -> "page.directory.held";
      };
    }
  }

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY_AND_HOUR =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private Words words() {
    return visit.words();
  }

  /// Whether it is the State whose node this is.
  public boolean own() {
    return word == Word.OWN;
  }

  /// What lists and papers show of the State: its own word where it has said anything, else what
  /// this node wrote down.
  public SheetView shown() {
    return own() ? this : stated.map(StatedView::offices).orElse(this);
  }

  public Party state() {
    return sheet.state();
  }

  public String path() {
    return "/directory/" + sheet.state();
  }

  public String name() {
    return visit.shelf().states().of(sheet.state());
  }

  public String fullName() {
    return visit.shelf().states().full(sheet.state());
  }

  /// The name for headings over tiles: what is made up is marked beside it.
  public String bareName() {
    return visit.shelf().states().bare(sheet.state());
  }

  public boolean isFictitious() {
    return States.isFictitious(sheet.state());
  }

  public Optional<StateEntry> entry() {
    return visit.shelf().states().states().find(sheet.state());
  }

  public String standing() {
    return words()
        .say("page.standing." + entry().map(each -> each.standing().word()).orElse("fictitious"));
  }

  /// The offices in the order in which they are looked for.
  public List<Contact> contacts() {
    return sheet.contacts().values().stream()
        .sorted(Comparator.comparing(Contact::kind).thenComparing(Contact::number))
        .toList();
  }

  public List<Alarm> alarms(Contact contact) {
    return Alarm.of(contact, receives.test(contact.kind()), visit.now());
  }

  /// All alarms of the State, each once, gravest first.
  public List<Alarm> alarms() {
    return sheet.contacts().values().stream()
        .flatMap(each -> alarms(each).stream())
        .distinct()
        .sorted()
        .toList();
  }

  public boolean isGrave() {
    return alarms().stream().anyMatch(Alarm::isGrave);
  }

  /// Whether the yearly confirmation is due.
  public boolean isToBeConfirmed() {
    return !sheet.contacts().isEmpty()
        && stated
            .flatMap(each -> each.newest().sheet().attested())
            .map(at -> at.plus(ContactSheet.YEAR))
            .or(sheet::confirmBy)
            .filter(by -> by.isBefore(visit.now()))
            .isPresent();
  }

  public Watch.Duty duty(Contact contact) {
    return contact.watch().at(visit.now());
  }

  public boolean isOnDuty(Contact contact) {
    return duty(contact) instanceof Watch.On;
  }

  /// Whether somebody is there now, and when that changes, in their time and in UTC.
  public String dutyText(Contact contact) {
    ZoneId zone = contact.watch().hours().zone();
    return switch (duty(contact)) {
      case Watch.On(Optional<Instant> until) ->
          until
              .map(at -> words().say("page.duty.on-until", there(at, zone)))
              .orElseGet(() -> words().say("page.duty.always"));
      case Watch.Off(Optional<Instant> from) ->
          from.map(at -> words().say("page.duty.off-until", there(at, zone)))
              .orElseGet(() -> words().say("page.duty.off"));
      case Watch.Unsaid() -> words().say("page.duty.unsaid");
    };
  }

  /// What clocks show there now.
  public String clock(Contact contact) {
    ZoneId zone = contact.watch().hours().zone();
    return HOUR.format(visit.now().atZone(zone)) + " " + place(zone);
  }

  private String there(Instant at, ZoneId zone) {
    boolean today = at.atZone(zone).toLocalDate().equals(visit.now().atZone(zone).toLocalDate());
    String local = (today ? HOUR : DAY_AND_HOUR).format(at.atZone(zone)) + " " + place(zone);
    return zone.getId().equals("UTC")
        ? local
        : local + " · " + HOUR.format(at.atZone(ZoneId.of("UTC"))) + " UTC";
  }

  private static String place(ZoneId zone) {
    String id = zone.getId();
    return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
  }

  /// The roster as lines, days with the same hours together: `Mon–Fri 08:00–17:00`.
  public List<String> hours(Contact contact) {
    if (contact.watch().always()) {
      return List.of(words().say("page.duty.always"));
    }
    List<String> lines = new ArrayList<>();
    DayOfWeek first = DayOfWeek.MONDAY;
    for (DayOfWeek day : DayOfWeek.values()) {
      String text = HoursText.of(contact.watch(), day);
      boolean last = day == DayOfWeek.SUNDAY;
      if (last || !HoursText.of(contact.watch(), day.plus(1)).equals(text)) {
        if (!text.isEmpty()) {
          lines.add((first == day ? day(day) : day(first) + "–" + day(day)) + " " + text);
        }
        first = day.plus(1);
      }
    }
    return lines;
  }

  public String day(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.forLanguageTag(words().language()));
  }

  public String longDay(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL_STANDALONE, Locale.forLanguageTag(words().language()));
  }

  /// The zone and how far it is from UTC now.
  public String zone(Contact contact) {
    ZoneId zone = contact.watch().hours().zone();
    String offset = zone.getRules().getOffset(visit.now()).getId();
    return zone.getId() + " (UTC" + (offset.equals("Z") ? "" : offset) + ")";
  }

  /// A language in the reader's own.
  public String language(String tag) {
    Locale asked = Locale.forLanguageTag(tag);
    String name = asked.getDisplayName(Locale.forLanguageTag(words().language()));
    return name.isBlank() ? tag : name;
  }

  public String languages(List<String> tags) {
    return String.join(", ", tags.stream().map(this::language).toList());
  }

  /// The deputies by name, in their order; one that was struck out is left out.
  public String deputies(Contact contact) {
    return String.join(
        ", ",
        contact.deputies().stream()
            .flatMap(each -> sheet.contact(each).stream())
            .map(each -> each.naming().brief())
            .toList());
  }

  /// What a channel's value leads to, for telephones and mail.
  public Optional<String> link(Channel channel) {
    return switch (channel.means()) {
      case DUTY_PHONE, PHONE -> Optional.of("tel:" + channel.value().replaceAll("[^+0-9]", ""));
      case MAIL -> Optional.of("mailto:" + channel.value());
      case FAX, PROTECTED, WEB, OTHER -> Optional.empty();
    };
  }

  public HistoryView history() {
    return new HistoryView(this);
  }
}
