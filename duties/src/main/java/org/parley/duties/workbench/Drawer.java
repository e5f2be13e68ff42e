package org.parley.duties.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.draft.DraftEvent;
import org.parley.core.draft.DraftId;
import org.parley.core.draft.DraftPart;
import org.parley.core.draft.ScaleDraft;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.formats.draft.DraftEvents;

/// The drafts of this node in one realm, in an open book.
record Drawer(Book book, Realm realm) {

  private static final String DRAFT = "scale-draft/";

  Optional<ScaleDraft> open(DraftId id) {
    List<DraftEvent> events = new ArrayList<>();
    for (Octets bytes : book.histories().events(realm, DRAFT + id)) {
      events.add(DraftEvents.read(bytes).orThrow());
    }
    return ScaleDraft.of(events);
  }

  /// The one begun first comes first.
  List<ScaleDraft> all() {
    return book.histories().streams(realm, DRAFT).stream()
        .flatMap(name -> DraftId.parse(name.substring(DRAFT.length())).stream())
        .flatMap(id -> open(id).stream())
        .toList();
  }

  void add(DraftEvent event, int after) {
    book.histories().append(realm, DRAFT + event.id(), after, DraftEvents.write(event));
  }

  Digest keep(String text) {
    return book.documents().keep(Octets.of(text));
  }

  String text(Digest digest) {
    return book.documents().find(digest).map(Octets::shown).orElse("");
  }

  SortedMap<DraftPart, String> texts(SortedMap<DraftPart, Digest> parts) {
    SortedMap<DraftPart, String> texts = new TreeMap<>();
    parts.forEach((part, digest) -> texts.put(part, text(digest)));
    return texts;
  }
}
