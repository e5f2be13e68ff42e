package org.parley.formats.contacts;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.DutyHours;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.ContactKind;
import org.parley.core.directory.contacts.KeyNote;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.formats.table.grid.Grid;
import org.parley.formats.table.grid.GridRow;
import org.parley.formats.table.grid.Grids;

/// Reads a table of offices with the columns of [OfficeTable], as CSV or as a spreadsheet; columns
/// may be in any order and be left out.
final class OfficeTableReader {

  private static final int LARGEST = 16 << 20;

  private OfficeTableReader() {}

  static Checked<List<Offer>> read(byte[] bytes, String name) {
    if (bytes.length > LARGEST) {
      return refused(name, "it has more than " + LARGEST + " bytes");
    }
    return Grids.open(bytes, name, Grids.Wishes.NONE).then(grid -> offers(grid, name));
  }

  private static Checked<List<Offer>> offers(Grid grid, String name) {
    List<GridRow> rows = grid.rows().stream().filter(row -> !row.isBlank()).toList();
    Map<String, Integer> columns = new HashMap<>();
    for (int at = 0; at < rows.getFirst().cells().size(); at++) {
      columns.putIfAbsent(rows.getFirst().cell(at).text().strip(), at);
    }
    if (!columns.containsKey("name") || !columns.containsKey("channels")) {
      return refused(name, "a table of offices has the columns \"name\" and \"channels\" at least");
    }
    List<Offer> offers = new ArrayList<>();
    for (GridRow row : rows.subList(1, rows.size())) {
      Map<String, String> cells = new HashMap<>();
      columns.forEach((column, at) -> cells.put(column, plain(row.cell(at).text())));
      offers.add(offer(cells));
    }
    return offers.isEmpty()
        ? refused(name, "the table has no row below its head")
        : new Checked.Sound<>(offers, List.of());
  }

  /// Without the apostrophe that keeps spreadsheets from computing a cell.
  private static String plain(String text) {
    String bare = text.strip();
    return bare.matches("(?s)'[=+\\-@].*") ? bare.substring(1) : bare;
  }

  private static Offer offer(Map<String, String> cells) {
    OfferBuilder offer = new OfferBuilder();
    offer.state(said(cells, "state"));
    if (cells.getOrDefault("source", "").startsWith(OfficeTable.EXERCISE)) {
      offer.exercise();
    }
    ContactKind.parse(cells.getOrDefault("kind", "")).ifPresent(offer::kind);
    offer.names(said(cells, "name"), said(cells, "short"));
    said(cells, "international").ifPresent(offer::international);
    said(cells, "task").ifPresent(offer::task);
    said(cells, "address").ifPresent(offer::address);
    for (String tag : cells.getOrDefault("languages", "").split("[,;\\s]+")) {
      if (!tag.isBlank()) {
        offer.language(tag);
      }
    }
    lines(cells, "channels").forEach(line -> channel(offer, line));
    lines(cells, "keys").forEach(line -> key(offer, line));
    said(cells, "zone").ifPresent(offer::zone);
    watch(offer, cells);
    offer.validity(
        said(cells, "from").flatMap(ContactReading::parsedDay),
        said(cells, "until").flatMap(ContactReading::parsedDay));
    rest(offer, cells);
    return offer.build();
  }

  private static void watch(OfferBuilder offer, Map<String, String> cells) {
    List<DutyHours.Window> windows = new ArrayList<>();
    for (String line : lines(cells, "hours")) {
      window(line)
          .ifPresentOrElse(windows::add, () -> offer.lose("hours", line, Offer.Why.UNREADABLE));
    }
    offer.watch(cells.getOrDefault("always", "").equals("yes"), windows);
    for (String line : lines(cells, "holidays")) {
      Optional<LocalDate> day = ContactReading.parsedDay(line.split("\\s", 2)[0]);
      day.ifPresentOrElse(
          each -> offer.holiday(each, line.substring(10).strip()),
          () -> offer.lose("holidays", line, Offer.Why.UNREADABLE));
    }
    said(cells, "remarks").ifPresent(offer::hours);
    for (String time : cells.getOrDefault("handOvers", "").split("[,;\\s]+")) {
      if (time.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
        offer.handOver(LocalTime.parse(time));
      }
    }
  }

  /// Columns that nobody knows are lost, and deputies, whose numbers mean others here.
  private static void rest(OfferBuilder offer, Map<String, String> cells) {
    cells.entrySet().stream()
        .filter(each ->
            each.getKey().equals("deputies") || !OfficeTable.COLUMNS.contains(each.getKey()))
        .filter(each -> !each.getValue().isBlank())
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> offer.lose(each.getKey(), each.getValue(), Offer.Why.NO_FIELD));
  }

  private static Optional<String> said(Map<String, String> cells, String column) {
    return Optional.ofNullable(cells.get(column)).filter(text -> !text.isBlank());
  }

  private static List<String> lines(Map<String, String> cells, String column) {
    return cells
        .getOrDefault(column, "")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static void channel(OfferBuilder offer, String line) {
    String[] parts = line.split("\\s*\\|\\s*", -1);
    if (parts.length < 2) {
      offer.channel(Channel.Means.OTHER, line);
      return;
    }
    Optional<Channel.Means> means = Channel.Means.parse(parts[0]);
    offer.channel(
        new Channel(
            means.orElse(Channel.Means.OTHER),
            parts[1],
            parts.length > 2 ? parts[2] : "",
            parts.length > 3 ? ContactReading.parsedDay(parts[3]) : Optional.empty()));
  }

  private static void key(OfferBuilder offer, String line) {
    String[] parts = line.split("\\s+");
    Optional<KeyNote.Scheme> scheme = KeyNote.Scheme.parse(parts[0]);
    if (parts.length < 2 || scheme.isEmpty()) {
      offer.lose("keys", line, Offer.Why.UNREADABLE);
    } else {
      offer.key(
          scheme.get(), parts[1], parts.length > 2 ? Optional.of(parts[2]) : Optional.empty());
    }
  }

  private static Optional<DutyHours.Window> window(String line) {
    String[] parts = line.split("\\s+");
    try {
      return parts.length == 3
          ? Optional.of(
              new DutyHours.Window(
                  DayOfWeek.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                  LocalTime.parse(parts[1]),
                  LocalTime.parse(parts[2])))
          : Optional.empty();
    } catch (DateTimeException | IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  private static Checked<List<Offer>> refused(String name, String message) {
    return new Checked.Refused<>(
        List.of(new Issue(IssueCode.IMPORT_UNREADABLE, Place.of(name), message, Optional.empty())));
  }
}
