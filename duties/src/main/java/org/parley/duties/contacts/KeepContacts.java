package org.parley.duties.contacts;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.directory.contacts.ContactSheet;
import org.parley.core.directory.contacts.Nomination;
import org.parley.core.directory.contacts.SheetDecision;
import org.parley.core.directory.contacts.SheetDeed;
import org.parley.core.directory.contacts.SheetEvent;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.journal.EntryKind;
import org.parley.core.people.Actor;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.port.Books;
import org.parley.duties.record.Journal;
import org.parley.formats.contacts.SheetEvents;

/// Keeps the sheets of States' offices: the own State's as it states them, others' as they are held
/// here. Each deed is an event and an entry of the journal; nothing is overwritten.
public final class KeepContacts {

  private static final String STREAM = "contacts/";

  private final Books books;
  private final InstantSource clock;

  public KeepContacts(Books books, InstantSource clock) {
    this.books = books;
    this.clock = clock;
  }

  public ContactSheet sheet(Realm realm, Party state) {
    return books.look(book -> sheet(book, realm, state));
  }

  /// The sheets of all States of which anything was ever kept, by code.
  public SortedMap<Party, ContactSheet> all(Realm realm) {
    return books.look(book -> {
      SortedMap<Party, ContactSheet> sheets = new TreeMap<>();
      for (String stream : book.histories().streams(realm, STREAM)) {
        Party state = new Party(stream.substring(STREAM.length()));
        sheets.put(state, sheet(book, realm, state));
      }
      return sheets;
    });
  }

  /// @param deeds done one after the other, all or none; whether the actor may, the caller has
  ///   asked
  public Checked<ContactSheet> run(Realm realm, Party state, List<SheetDeed> deeds, Actor actor) {
    return books.change(book -> run(book, realm, state, deeds, actor));
  }

  /// Inside a change that is open already.
  Checked<ContactSheet> run(
      Book book, Realm realm, Party state, List<SheetDeed> deeds, Actor actor) {
    ContactSheet sheet = sheet(book, realm, state);
    List<Octets> written = new ArrayList<>();
    int before = sheet.events().size();
    for (SheetDeed deed : deeds) {
      Checked<Octets> bytes =
          SheetDecision.decide(sheet, deed, actor, clock.instant().truncatedTo(ChronoUnit.MILLIS))
              .map(SheetEvents::write)
              .then(each -> SheetEvents.read(each).map(_ -> each));
      if (bytes instanceof Checked.Refused<Octets>(List<Issue> issues)) {
        return new Checked.Refused<>(issues);
      }
      written.add(bytes.orThrow());
      sheet = sheet.after(SheetEvents.read(bytes.orThrow()).orThrow());
    }
    for (Octets bytes : written) {
      book.histories().append(realm, STREAM + state, before++, bytes);
      SheetEvent event = SheetEvents.read(bytes).orThrow();
      new Journal(book).add(EntryKind.CONTACTS, realm, event.at(), bytes.digest());
    }
    return new Checked.Sound<>(sheet, List.of());
  }

  /// Keeps a document by which offices were named.
  public Nomination.Filed file(String name, Octets bytes) {
    return books.change(book -> new Nomination.Filed(name, book.documents().keep(bytes)));
  }

  public Optional<Octets> document(Nomination.Filed file) {
    return books.look(book -> book.documents().find(file.digest()));
  }

  static ContactSheet sheet(Book book, Realm realm, Party state) {
    ContactSheet sheet = ContactSheet.blank(state);
    for (Octets bytes : book.histories().events(realm, STREAM + state)) {
      sheet = sheet.after(SheetEvents.read(bytes).orThrow());
    }
    return sheet;
  }
}
