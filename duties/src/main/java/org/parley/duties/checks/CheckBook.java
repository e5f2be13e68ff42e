package org.parley.duties.checks;

import java.util.List;
import java.util.Optional;
import org.parley.core.check.Check;
import org.parley.core.check.CheckEvent;
import org.parley.core.check.CheckId;
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.record.Journal;
import org.parley.formats.check.CheckEvents;

/// The communication checks of this node in one realm, in an open book.
record CheckBook(Book book, Realm realm) {

  private static final String CHECK = "check/";

  /// A check and how many events it rests on.
  record Opened(Check check, int events) {}

  Optional<Opened> open(CheckId id) {
    List<CheckEvent> events =
        book.histories().events(realm, CHECK + id).stream()
            .map(bytes -> CheckEvents.read(bytes).orThrow())
            .toList();
    return Check.of(id, events).map(check -> new Opened(check, events.size()));
  }

  /// All checks, the one planned last coming first.
  List<Check> all() {
    return book.histories().streams(realm, CHECK).stream()
        .map(name -> CheckId.parse(name.substring(CHECK.length())).orElseThrow())
        .flatMap(id -> open(id).stream())
        .map(Opened::check)
        .toList()
        .reversed();
  }

  /// Adds an event behind those that are there, and journals it.
  void keep(CheckId id, int after, CheckEvent event) {
    Octets bytes = CheckEvents.write(event);
    book.histories().append(realm, CHECK + id, after, bytes);
    new Journal(book).add(EntryKind.CHECK, realm, event.at(), bytes.digest());
  }
}
