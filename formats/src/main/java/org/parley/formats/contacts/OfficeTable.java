package org.parley.formats.contacts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactSheet;
import org.parley.formats.casefile.CsvRows;

/// Offices as a table with one row each: the same columns for CSV and for spreadsheets, and the
/// same that [OfficeTableReader] reads. Where a cell holds several things, each has a line of its
/// own.
public final class OfficeTable {

  static final List<String> COLUMNS =
      List.of(
          "state",
          "number",
          "kind",
          "name",
          "international",
          "short",
          "task",
          "languages",
          "address",
          "channels",
          "keys",
          "always",
          "zone",
          "hours",
          "holidays",
          "handOvers",
          "remarks",
          "from",
          "until",
          "deputies",
          "source");

  /// Stands before the source of each row of an exercise.
  public static final String EXERCISE = "exercise-";

  private OfficeTable() {}

  /// A sheet, and by whose word it stands there: a word such as `stated` or `held`, in an exercise
  /// after [#EXERCISE].
  public record Sourced(ContactSheet sheet, String source) {}

  /// The head and a row for each office.
  public static List<List<String>> rows(Collection<Sourced> sheets) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(COLUMNS);
    for (Sourced each : sheets) {
      for (Contact contact : each.sheet().contacts().values()) {
        rows.add(row(each.sheet().state().code(), contact, each.source()));
      }
    }
    return rows;
  }

  public static String csv(Collection<Sourced> sheets) {
    return CsvRows.table(rows(sheets));
  }

  private static List<String> row(String state, Contact contact, String source) {
    return List.of(
        state,
        String.valueOf(contact.number()),
        contact.kind().word(),
        contact.naming().name(),
        contact.naming().international(),
        contact.naming().shortName(),
        contact.naming().task(),
        String.join(", ", contact.reach().languages()),
        contact.reach().address(),
        lines(contact.reach().channels().stream().map(OfficeTable::channel).toList()),
        lines(
            contact.reach().keys().stream()
                .map(key ->
                    (key.scheme().word() + " " + key.fingerprint() + " " + day(key.expires()))
                        .strip())
                .toList()),
        contact.watch().always() ? "yes" : "no",
        contact.watch().hours().zone().getId(),
        lines(
            contact.watch().hours().windows().stream()
                .map(each ->
                    each.day().name().toLowerCase(java.util.Locale.ROOT)
                        + " "
                        + each.from()
                        + " "
                        + each.until())
                .toList()),
        lines(
            contact.watch().holidays().entrySet().stream()
                .map(each -> (each.getKey() + " " + each.getValue()).strip())
                .toList()),
        String.join(", ", contact.watch().handOvers().stream().map(Object::toString).toList()),
        contact.watch().remarks(),
        day(contact.validity().from()),
        day(contact.validity().until()),
        String.join(", ", contact.deputies().stream().map(Object::toString).toList()),
        source);
  }

  /// `mail | duty@csirt.example | TLP:AMBER | 2026-11-01`
  private static String channel(Channel channel) {
    return channel.means().word()
        + " | "
        + channel.value()
        + " | "
        + channel.mayCarry()
        + " | "
        + day(channel.tested());
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines);
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }
}
