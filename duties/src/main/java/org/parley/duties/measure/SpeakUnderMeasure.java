package org.parley.duties.measure;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.journal.EntryKind;
import org.parley.core.measure.AvowalEvent;
import org.parley.core.measure.AvowalHistory;
import org.parley.core.people.Actor;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.port.Books;
import org.parley.duties.record.Journal;
import org.parley.formats.measure.AvowalBytes;

/// Keeps what this node's own State says of itself under each measure. Nothing is ever overwritten.
public final class SpeakUnderMeasure {

  private static final String STREAM = "measure/";

  private final Books books;
  private final InstantSource clock;

  public SpeakUnderMeasure(Books books, InstantSource clock) {
    this.books = books;
    this.clock = clock;
  }

  /// All that was said under one measure, oldest first.
  public AvowalHistory history(Realm realm, Party state, int measure) {
    return books.look(book -> history(book, realm, state, measure));
  }

  /// @param deed what the State says, or takes back; whether the actor may, the caller has asked
  public Checked<AvowalHistory> run(
      Realm realm, Party state, int measure, AvowalEvent.Deed deed, Actor actor) {
    return books.change(book -> {
      AvowalHistory before = history(book, realm, state, measure);
      return switch (before.decide(deed, actor, clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
        case Checked.Refused<AvowalEvent>(List<Issue> issues) -> new Checked.Refused<>(issues);
        case Checked.Sound<AvowalEvent>(AvowalEvent event, List<Issue> notes) -> {
          Octets bytes = AvowalBytes.write(event);
          yield AvowalBytes.read(bytes)
              .then(_ -> {
                book.histories()
                    .append(realm, stream(state, measure), before.events().size(), bytes);
                new Journal(book).add(EntryKind.MEASURE, realm, event.at(), bytes.digest());
                return new Checked.Sound<>(before.with(event), notes);
              });
        }
      };
    });
  }

  private static AvowalHistory history(Book book, Realm realm, Party state, int measure) {
    List<AvowalEvent> events = new ArrayList<>();
    for (Octets bytes : book.histories().events(realm, stream(state, measure))) {
      events.add(AvowalBytes.read(bytes).orThrow());
    }
    return new AvowalHistory(state, measure, events);
  }

  private static String stream(Party state, int measure) {
    return STREAM + state + "/" + measure;
  }
}
