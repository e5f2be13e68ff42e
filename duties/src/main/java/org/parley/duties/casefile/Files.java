package org.parley.duties.casefile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.casefile.Casefile;
import org.parley.core.casefile.deed.CaseEvent;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.view.Audience;
import org.parley.core.casefile.view.Folded;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.casefile.view.Sight;
import org.parley.core.exchange.SeriesNumber;
import org.parley.core.issue.Checked;
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.port.Cases;
import org.parley.duties.record.Journal;
import org.parley.duties.record.Restorations;

/// The cases of this node in one realm, in an open book.
record Files(Casework work, Book book, Realm realm) {

  private static final String INCIDENT = "incident/";
  private static final String NUMBERS = "numbers/incident";
  private static final String FILE = "incident-file/";

  /// A case and how many events it rests on.
  record Opened(Casefile state, int events) {}

  Optional<Opened> open(CaseId id) {
    List<CaseEvent> events = events(id);
    return Casefile.of(events).map(state -> new Opened(state, events.size()));
  }

  List<CaseEvent> events(CaseId id) {
    List<CaseEvent> events = new ArrayList<>();
    for (Octets bytes : book.histories().events(realm, INCIDENT + id)) {
      events.add(work.events().read(bytes).orThrow());
    }
    return events;
  }

  /// Adds events behind those that are there, journals each, and writes the lines of the lists
  /// anew. Refused where an event could not be read back: then nothing was written.
  Checked<Casefile> keep(Optional<Opened> before, List<CaseEvent> events) {
    List<Octets> bytes = new ArrayList<>();
    for (CaseEvent event : events) {
      Octets written = work.events().write(event);
      Checked<CaseEvent> back = work.events().read(written);
      if (back instanceof Checked.Refused<CaseEvent>(var issues)) {
        return new Checked.Refused<>(issues);
      }
      bytes.add(written);
    }
    int after = before.map(Opened::events).orElse(0);
    for (int place = 0; place < events.size(); place++) {
      CaseEvent event = events.get(place);
      book.histories().append(realm, INCIDENT + event.id(), after + place, bytes.get(place));
      new Journal(book).add(EntryKind.INCIDENT, realm, event.at(), bytes.get(place).digest());
    }
    Casefile next =
        before
            .map(opened -> opened.state().after(events))
            .or(() -> Casefile.of(events))
            .orElseThrow();
    list(next, events);
    return new Checked.Sound<>(next, List.of());
  }

  private void list(Casefile state, List<CaseEvent> events) {
    List<Cases.Line> lines = new ArrayList<>();
    for (Audience.Standing standing : Audience.of(state)) {
      Sight.of(state, standing)
          .ifPresent(seen -> lines.add(line(seen, standing, events.getLast())));
    }
    book.cases().put(realm, state.id(), lines);
  }

  /// What a circle of readers sees of a case in lists: made of what it sees of the case.
  private Cases.Line line(SeenCase seen, Audience.Standing standing, CaseEvent last) {
    Casefile state = seen.what();
    Appraisal.Result appraised = work.appraisal().of(seen);
    String title = state.story().title();
    String searched =
        title + " " + state.head().number() + " " + String.join(" ", state.story().campaigns());
    return new Cases.Line(
        new Cases.Key(realm, state.id(), state.head().number().count()),
        standing.audience(),
        standing.relation(),
        new Cases.Label(title, Folded.of(searched), appraised.types()),
        new Cases.Way(
            state.stage(),
            state.head().at(),
            last.at(),
            state.facts().revisions().size(),
            state.facts().conflicts().size()),
        appraised.gauge(),
        seen.covering());
  }

  /// The cases of which the lists say nothing to anybody; all where they say nothing of some.
  List<CaseId> unlisted() {
    List<String> streams = book.histories().streams(realm, INCIDENT);
    return book.cases().cases(realm) >= streams.size()
        ? List.of()
        : streams.stream()
            .flatMap(stream -> CaseId.parse(stream.substring(INCIDENT.length())).stream())
            .toList();
  }

  /// Writes the lines of a case anew, from its events.
  void relist(CaseId id) {
    List<CaseEvent> events = events(id);
    Casefile.of(events).ifPresent(state -> list(state, events));
  }

  SeriesNumber nextNumber() {
    long used = book.histories().length(realm, NUMBERS);
    return SeriesNumber.of(realm, used + new Restorations(book).skipped() + 1);
  }

  void useNumber(SeriesNumber number, CaseId id) {
    int after = Math.toIntExact(number.count() - 1 - new Restorations(book).skipped());
    book.histories().append(realm, NUMBERS, after, Octets.of(id.toString()));
  }

  /// Keeps the bytes of a file for this case alone: the same bytes in another case are kept apart,
  /// so that erasing the one leaves the other.
  void keepFile(CaseId id, int number, Octets bytes) {
    byte[] plain = bytes.toArray();
    UUID name = id.uuid();
    ByteBuffer own = ByteBuffer.allocate(20 + plain.length);
    own.putLong(name.getMostSignificantBits()).putLong(name.getLeastSignificantBits());
    own.putInt(number).put(plain);
    Digest digest = book.documents().keep(Octets.of(own.array()));
    book.histories().append(realm, FILE + id + "/" + number, 0, Octets.of(digest.hex()));
  }

  Optional<Octets> file(CaseId id, int number) {
    return fileDigest(id, number)
        .flatMap(digest -> book.documents().find(digest))
        .map(own -> {
          byte[] all = own.toArray();
          return Octets.of(Arrays.copyOfRange(all, 20, all.length));
        });
  }

  void eraseFile(CaseId id, int number) {
    fileDigest(id, number).ifPresent(book.documents()::erase);
  }

  private Optional<Digest> fileDigest(CaseId id, int number) {
    return book.histories()
        .last(realm, FILE + id + "/" + number)
        .map(line -> new Digest(line.shown()));
  }
}
