package org.parley.cli.care.copy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.core.casefile.Casefile;
import org.parley.core.casefile.deed.CaseEvent;
import org.parley.core.casefile.view.Audience;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.casefile.view.Sight;
import org.parley.core.exchange.Statement;
import org.parley.core.fact.Fact;
import org.parley.core.issue.Checked;
import org.parley.core.journal.SignedNote;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.core.terms.ScaleId;
import org.parley.duties.port.Book;
import org.parley.duties.record.Journal;
import org.parley.duties.record.Trail;
import org.parley.duties.witness.Heads;
import org.parley.formats.casefile.CaseEvents;
import org.parley.formats.casefile.CaseJson;
import org.parley.formats.exchange.StatementReader;
import org.parley.formats.exchange.plain.Alphabet;
import org.parley.formats.exchange.plain.PlainTextWriter;
import org.parley.formats.library.EditionName;
import org.parley.formats.library.Library;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.store.Schema;
import org.parley.store.SqlBooks;
import org.parley.store.care.Cell;
import org.parley.store.care.Snapshot;
import org.parley.store.care.TableShape;

/// The part of an export that people read: incidents, statements, the directory, the journal's
/// heads. Only books of this program's shape are read so; of older ones the rows alone are taken.
final class ForPeople {

  private static final String INCIDENT = "incident/";
  private static final String STATEMENT = "statement/";
  private static final String DIRECTORY = "directory/";

  private final NodeFiles node;
  private final Library library;
  private final TakeCopy copy;

  ForPeople(NodeFiles node, Library library, TakeCopy copy) {
    this.node = node;
    this.library = library;
    this.copy = copy;
  }

  private record Named(String name, Octets bytes) {}

  void write() throws IOException, Refusal {
    Optional<Set<Realm>> realms = realms();
    if (realms.isEmpty()) {
      return;
    }
    List<Named> files;
    try (SqlBooks books = SqlBooks.toLook(node.books())) {
      files = books.look(book -> files(book, realms.get()));
    }
    for (Named file : files) {
      copy.add(file.name(), file.bytes());
    }
  }

  /// The realms of which there is anything; empty where the books have another shape than ours.
  private Optional<Set<Realm>> realms() {
    if (!NodeFiles.isThere(node.books())) {
      return Optional.empty();
    }
    try (Snapshot snapshot = Snapshot.of(Schema.BOOKS, node.books()).orElse(null)) {
      if (snapshot == null || snapshot.layout().shape() != Schema.BOOKS.newest()) {
        return Optional.empty();
      }
      Set<String> words = new TreeSet<>();
      for (TableShape table : snapshot.layout().tables()) {
        if (table.name().equals("stream")) {
          snapshot.rows(table, row -> words.add(((Cell.Text) row.getFirst()).text()));
        }
      }
      Set<Realm> realms = new java.util.LinkedHashSet<>();
      words.forEach(word -> Realm.parse(word).ifPresent(realms::add));
      return Optional.of(realms);
    }
  }

  private List<Named> files(Book book, Set<Realm> realms) {
    List<Named> files = new ArrayList<>();
    KnownFacts facts = facts();
    for (Realm realm : realms) {
      incidents(book, realm, facts, files);
      statements(book, realm, files);
    }
    for (String stream : book.histories().streams(new Realm.Real(), DIRECTORY)) {
      book.histories()
          .last(new Realm.Real(), stream)
          .ifPresent(entry -> files.add(new Named(stream + ".json", entry)));
    }
    Journal.Logged head = new Journal(book).last();
    files.add(
        new Named(
            "journal/head.txt", Octets.of("%d\n%s\n".formatted(head.size(), head.root().hex()))));
    List<SignedNote> shown = new Heads(book).own();
    for (int number = 0; number < shown.size(); number++) {
      files.add(
          new Named("journal/shown-%06d.txt".formatted(number + 1), shown.get(number).bytes()));
    }
    return files;
  }

  private static void incidents(Book book, Realm realm, KnownFacts facts, List<Named> files) {
    CaseEvents events = new CaseEvents(facts);
    for (String stream : book.histories().streams(realm, INCIDENT)) {
      List<CaseEvent> story = new ArrayList<>();
      book.histories()
          .events(realm, stream)
          .forEach(each -> story.add(events.read(each).orThrow()));
      Casefile.of(story)
          .flatMap(ForPeople::whole)
          .ifPresent(seen ->
              files.add(
                  new Named(
                      "incidents/" + stream.substring(INCIDENT.length()) + ".json",
                      new CaseJson(facts).write(seen))));
    }
  }

  /// As those see it who see most of it: the office that holds it.
  private static Optional<SeenCase> whole(Casefile state) {
    return Audience.of(state).stream()
        .flatMap(standing -> Sight.of(state, standing).stream())
        .min(java.util.Comparator.comparingInt(SeenCase::withheld));
  }

  private void statements(Book book, Realm realm, List<Named> files) {
    for (String stream : book.histories().streams(realm, STATEMENT)) {
      Digest digest = new Digest(stream.substring(STATEMENT.length()));
      String name = "statements/" + digest.hex();
      for (Trail.Piece piece : new Trail(book, realm).of(digest)) {
        if (piece.kind() == Trail.Kind.SIGNED) {
          book.documents()
              .find(piece.document())
              .ifPresent(signed -> files.add(new Named(name + ".cms", signed)));
        }
      }
      book.documents()
          .find(digest)
          .ifPresent(bytes -> {
            files.add(new Named(name + ".json", bytes));
            if (StatementReader.read(bytes)
                instanceof Checked.Sound<Statement>(Statement said, _)) {
              String plain = PlainTextWriter.write(said, library.formats(), Alphabet.UTF8);
              files.add(new Named(name + ".txt", Octets.of(plain)));
            }
          });
    }
  }

  private KnownFacts facts() {
    Map<ScaleId, List<Fact>> judgements = new HashMap<>();
    for (EditionName name : library.editions()) {
      judgements
          .computeIfAbsent(name.scale(), _ -> new ArrayList<>())
          .addAll(library.edition(name).orThrow().vocabulary().judgements().values());
    }
    return KnownFacts.of(
        library.catalogue(), scale -> Optional.ofNullable(judgements.get(scale)).map(List::copyOf));
  }
}
