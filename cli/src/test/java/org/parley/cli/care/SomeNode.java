package org.parley.cli.care;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.parley.cli.Parley;
import org.parley.core.directory.NodeId;
import org.parley.core.journal.EntryKind;
import org.parley.core.people.Account;
import org.parley.core.people.AccountDeed;
import org.parley.core.people.Role;
import org.parley.core.people.Secrets;
import org.parley.core.people.Session;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.record.Journal;
import org.parley.seal.key.KeyFolder;
import org.parley.seal.key.Secret;
import org.parley.store.Schema;
import org.parley.store.SqlBooks;
import org.parley.store.care.Cell;
import org.parley.store.care.Snapshot;
import org.parley.store.care.TableShape;
import org.parley.store.people.SqlPeople;

/// A node's folder with a little of everything in it, and what can be asked of one.
final class SomeNode {

  static final Realm REALM = new Realm.Exercise("trial");
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private SomeNode() {}

  /// One run of the command line.
  record Run(int status, String out, String err) {
    static Run of(Object... words) {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      int status =
          Parley.commandLine()
              .setOut(new PrintWriter(out))
              .setErr(new PrintWriter(err))
              .execute(Stream.of(words).map(Object::toString).toArray(String[]::new));
      return new Run(status, out.toString(), err.toString());
    }
  }

  static Path in(Path folder) throws IOException {
    Files.createDirectory(folder);
    try (SqlBooks books = SqlBooks.open(folder.resolve("books.db"))) {
      books.change(SomeNode::fill);
    }
    try (SqlPeople people = SqlPeople.open("jdbc:sqlite:" + folder.resolve("people.db"), REALM)) {
      people.change(register -> {
        Account anna =
            new Account(
                new UUID(7, 7),
                new Account.Naming("anna", "Анна O’Neill"),
                Set.of(Role.ADMINISTRATOR),
                Optional.empty(),
                Optional.empty(),
                new Account.Reading("ru", Optional.empty()),
                true);
        register.keep(anna);
        register.keep(anna.id(), new Secrets(Optional.of("hash-of-anna"), Optional.empty(), 3));
        register.keep(new Session(Octets.of("token").digest(), anna.id(), NOON, NOON));
        register.note(new AccountDeed(NOON, Optional.empty(), "set-up", anna.id()));
        return true;
      });
    }
    Files.writeString(
        folder.resolve("node.properties"), "listen.port = 8491\nzone = Asia/Almaty\n");
    return folder;
  }

  private static boolean fill(Book book) {
    for (int number = 0; number < 40; number++) {
      write(book, number);
    }
    return true;
  }

  static void write(Book book, int number) {
    Octets bytes = Octets.of("document " + number);
    book.documents().keep(bytes);
    int after = book.histories().length(REALM, "stream");
    book.histories().append(REALM, "stream", after, Octets.of("event " + number));
    new Journal(book).add(EntryKind.INCIDENT, REALM, NOON, bytes.digest());
  }

  /// Keys of an exchange, with one of a period among them.
  static void addKeys(Path folder) throws IOException {
    Secret secret = Secret.ofBytes("the secret".getBytes(StandardCharsets.UTF_8));
    KeyFolder keys =
        KeyFolder.create(
                folder.resolve("keys"),
                secret,
                NodeId.parse("XA/csirt").orElseThrow(),
                NOON,
                NOON.plus(Duration.ofDays(1000)))
            .orThrow();
    keys.ring().create("2026-W09", NOON, NOON.plus(Duration.ofDays(40)));
    Files.writeString(folder.resolve("secret"), "ab".repeat(32) + "\n");
  }

  /// Every row of the books and the people, but of who is signed in.
  static List<String> rows(String books, String people) {
    List<String> all = new ArrayList<>();
    rows(Schema.BOOKS, books, all);
    rows(Schema.PEOPLE, people, all);
    return all;
  }

  static List<String> rows(Path folder) {
    return rows(
        "jdbc:sqlite:" + folder.resolve("books.db"), "jdbc:sqlite:" + folder.resolve("people.db"));
  }

  private static void rows(Schema schema, String url, List<String> all) {
    try (Snapshot snapshot = Snapshot.of(schema, url).orElseThrow()) {
      for (TableShape table : snapshot.layout().tables()) {
        snapshot.rows(
            table, row -> all.add(table.name() + " " + row.stream().map(SomeNode::text).toList()));
      }
    }
  }

  private static String text(Cell cell) {
    return cell instanceof Cell.Bytes(Octets octets) ? octets.digest().hex() : cell.toString();
  }

  static Journal.Logged head(String url) {
    try (SqlBooks books = SqlBooks.open(url)) {
      return books.look(book -> new Journal(book).last());
    }
  }
}
