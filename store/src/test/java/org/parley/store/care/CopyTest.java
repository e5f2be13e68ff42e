package org.parley.store.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.duties.port.Samples.REAL;
import static org.parley.duties.port.Samples.XB;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.journal.EntryKind;
import org.parley.core.people.AccountDeed;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Book;
import org.parley.duties.port.Cases;
import org.parley.duties.port.Samples;
import org.parley.duties.port.UnreachableException;
import org.parley.duties.record.Journal;
import org.parley.store.PostgresServer;
import org.parley.store.Schema;
import org.parley.store.SqlBooks;
import org.parley.store.Vendor;
import org.parley.store.people.SqlPeople;

/// What is taken out of one database and put into another is the same, row by row and root by root.
class CopyTest {

  @TempDir Path folder;

  private String sqlite(String name) {
    return "jdbc:sqlite:" + folder.resolve(name);
  }

  private static void fill(String url) {
    try (SqlBooks books = SqlBooks.open(url)) {
      books.change(CopyTest::fill);
    }
  }

  private static boolean fill(Book book) {
    for (int number = 0; number < 120; number++) {
      Octets bytes = Octets.of(new byte[] {(byte) number, 0, (byte) 200, 10});
      book.documents().keep(bytes);
      new Journal(book).add(EntryKind.INCIDENT, REAL, Samples.NOON, bytes.digest());
      book.histories().append(REAL, "stream Ünï", number, Octets.of("event " + number));
      book.links().sent(REAL, XB, Samples.slip(number + 1));
    }
    book.documents().erase(Octets.of(new byte[] {3, 0, (byte) 200, 10}).digest());
    book.outbox().add(Samples.parcel("parcel", XB));
    Cases.Line line = Samples.line("one");
    book.cases().put(line.key().realm(), line.key().id(), List.of(line));
    return true;
  }

  /// Every row of every table as text.
  private static List<String> rows(String url) {
    List<String> all = new ArrayList<>();
    try (Snapshot snapshot = Snapshot.of(Schema.BOOKS, url).orElseThrow()) {
      for (TableShape table : snapshot.layout().tables()) {
        snapshot.rows(table, row -> all.add(table.name() + " " + text(row)));
      }
    }
    return all;
  }

  private static String text(List<Cell> row) {
    return row.stream()
        .map(cell ->
            cell instanceof Cell.Bytes(Octets octets) ? octets.digest().hex() : cell.toString())
        .toList()
        .toString();
  }

  private static void copy(String from, String to) {
    try (Snapshot snapshot = Snapshot.of(Schema.BOOKS, from).orElseThrow();
        Refill refill = Refill.into(to, snapshot.layout())) {
      for (TableShape table : snapshot.layout().tables()) {
        snapshot.rows(table, row -> refill.add(table, row));
        refill.end(table);
      }
      refill.commit();
    }
  }

  @Test
  void fromSqliteToPostgresqlAndBackEveryRowIsTheSame() {
    fill(sqlite("first.db"));
    String server = PostgresServer.newDatabase();

    copy(sqlite("first.db"), server);
    copy(server, sqlite("second.db"));

    assertThat(rows(server)).hasSizeGreaterThan(500).isEqualTo(rows(sqlite("first.db")));
    assertThat(rows(sqlite("second.db"))).isEqualTo(rows(sqlite("first.db")));
    for (String url : List.of(server, sqlite("second.db"))) {
      try (SqlBooks books = SqlBooks.open(url);
          SqlBooks first = SqlBooks.open(sqlite("first.db"))) {
        assertThat(books.damage()).isEmpty();
        assertThat(books.<Journal.Logged>look(book -> new Journal(book).last()))
            .isEqualTo(first.look(book -> new Journal(book).last()));
      }
    }
  }

  @Test
  void aDatabaseThatHasRowsIsLeftAlone() {
    fill(sqlite("first.db"));
    fill(sqlite("second.db"));
    List<String> before = rows(sqlite("second.db"));

    assertThatThrownBy(() -> copy(sqlite("first.db"), sqlite("second.db")))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("not empty");
    assertThat(rows(sqlite("second.db"))).isEqualTo(before);
  }

  @Test
  void whatIsNotCommittedIsNotThere() {
    fill(sqlite("first.db"));
    String target = sqlite("second.db");

    try (Snapshot snapshot = Snapshot.of(Schema.BOOKS, sqlite("first.db")).orElseThrow();
        Refill refill = Refill.into(target, snapshot.layout())) {
      TableShape table = snapshot.layout().tables().getFirst();
      snapshot.rows(table, row -> refill.add(table, row));
    }

    assertThat(rows(target)).isEmpty();
    copy(sqlite("first.db"), target);
    assertThat(rows(target)).isEqualTo(rows(sqlite("first.db")));
  }

  @Test
  void anOlderShapeIsFilledAndBroughtUpToDate() {
    Layout older = Layout.of(Schema.BOOKS, 1);
    assertThat(older.tables()).extracting(TableShape::name).doesNotContain("incident_line");

    try (Refill refill = Refill.into(sqlite("old.db"), older)) {
      refill.commit();
    }

    assertThat(Inspection.of(Schema.BOOKS, sqlite("old.db")).shape())
        .contains(Schema.BOOKS.newest());
    try (SqlBooks books = SqlBooks.open(sqlite("old.db"))) {
      assertThat(books.damage()).isEmpty();
    }
  }

  @Test
  void linesWithoutAMarkingGoSoThatTheyAreWrittenAnew() throws Exception {
    for (String url : List.of(sqlite("old.db"), PostgresServer.newDatabase())) {
      Vendor vendor = Vendor.at(url);
      try (Connection connection = vendor.openWriter()) {
        Schema.BOOKS.layOut(connection, vendor, 5);
        connection
            .createStatement()
            .execute(
                "insert into incident_line values ('real', 'office XA/technical', 'x', 'office', 1,"
                    + " 'Gateway', 'gateway', '', 'reported', 1, 1, 1, 0, null, null, null, 'y')");
      }

      assertThatThrownBy(() -> SqlBooks.open(url)).hasMessageContaining("parley upgrade");
      Refill.bringUpToDate(Schema.BOOKS, url);

      try (SqlBooks books = SqlBooks.open(url)) {
        assertThat(books.damage()).isEmpty();
        assertThat(books.<Long>look(book -> book.cases().cases(REAL))).isZero();
        Cases.Line line = Samples.line("one");
        books.change(book -> {
          book.cases().put(line.key().realm(), line.key().id(), List.of(line));
          return true;
        });
        assertThat(
                books.<Optional<Cases.Line>>look(
                    book -> book.cases().find(Samples.READERS, line.key().id())))
            .contains(line);
      }
    }
  }

  @Test
  void aSnapshotIsOneStateWhateverIsWrittenMeanwhile() {
    fill(sqlite("first.db"));
    List<String> before = rows(sqlite("first.db"));
    List<String> during = new ArrayList<>();

    try (Snapshot snapshot = Snapshot.of(Schema.BOOKS, sqlite("first.db")).orElseThrow();
        SqlBooks books = SqlBooks.open(sqlite("first.db"))) {
      for (TableShape table : snapshot.layout().tables()) {
        books.change(book -> book.documents().keep(Octets.of("meanwhile " + table.name())));
        snapshot.rows(table, row -> during.add(table.name() + " " + text(row)));
      }
    }

    assertThat(during).isEqualTo(before);
    assertThat(rows(sqlite("first.db"))).hasSizeGreaterThan(before.size());
  }

  @Test
  void sessionsAndLinksAreNotCopied() {
    assertThat(Layout.of(Schema.PEOPLE, Schema.PEOPLE.newest()).tables())
        .extracting(TableShape::name)
        .contains("account", "secret", "passkey", "identity", "deed")
        .doesNotContain("session", "pass");
  }

  @Test
  void theNewestShapeIsThatOfTheNewestFile() throws Exception {
    Map<Schema, List<String>> folders =
        Map.of(
            Schema.BOOKS, List.of("common", "sqlite", "postgresql"),
            Schema.PEOPLE, List.of("people"));
    for (Map.Entry<Schema, List<String>> each : folders.entrySet()) {
      int newest = 0;
      for (String name : each.getValue()) {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db", name))) {
          newest =
              Math.max(
                  newest,
                  files
                      .map(file -> file.getFileName().toString().replaceAll("^V|__.*$", ""))
                      .mapToInt(Integer::parseInt)
                      .max()
                      .orElseThrow());
        }
      }
      assertThat(each.getKey().newest()).as(each.getKey().words()).isEqualTo(newest);
    }
  }

  @Test
  void peopleOfANewerProgramAreNotOpenedByThisOne() throws Exception {
    String url = sqlite("people.db");
    SqlPeople.open(url, REAL).close();
    try (Connection connection = DriverManager.getConnection(url)) {
      connection
          .createStatement()
          .execute(
              "insert into people_schema_history select 99, '99', 'later', type, script, checksum,"
                  + " installed_by, installed_on, execution_time, success"
                  + " from people_schema_history limit 1");
    }

    assertThatThrownBy(() -> SqlPeople.open(url, REAL))
        .hasMessageContaining("shape 99")
        .hasMessageContaining("update the program");
  }

  @Test
  void aLookWritesNothing() throws Exception {
    fill(sqlite("first.db"));
    SqlPeople.open(sqlite("people.db"), REAL)
        .change(register -> {
          register.note(new AccountDeed(Instant.EPOCH, Optional.empty(), "x", new UUID(1, 1)));
          return true;
        });
    Map<String, String> before = files();

    assertThat(Inspection.of(Schema.BOOKS, sqlite("first.db")).damage()).isEmpty();
    assertThat(Inspection.of(Schema.PEOPLE, sqlite("people.db")).damage()).isEmpty();
    assertThat(rows(sqlite("first.db"))).isNotEmpty();

    assertThat(files()).isEqualTo(before);
  }

  /// All files but the memory that the processes at one database share.
  private Map<String, String> files() throws Exception {
    Map<String, String> found = new java.util.TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(each -> !each.toString().endsWith("-shm")).toList()) {
        found.put(
            file.getFileName().toString(), Octets.of(Files.readAllBytes(file)).digest().hex());
      }
    }
    return found;
  }
}
