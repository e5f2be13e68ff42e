package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Books;
import org.parley.duties.port.BooksContract;
import org.parley.duties.port.UnreachableException;

class SqliteBooksTest extends BooksContract {

  @TempDir Path folder;
  private SqlBooks books;

  @BeforeEach
  void open() {
    books = SqlBooks.open(file());
  }

  private Path file() {
    return folder.resolve("node").resolve("books.db");
  }

  @AfterEach
  void close() {
    books.close();
  }

  @Override
  public Books books() {
    return books;
  }

  @Override
  protected void reopen() {
    books.close();
    books = SqlBooks.open("jdbc:sqlite:" + file());
  }

  @Test
  void filesAndFolderAreForTheirOwnerAlone() throws IOException {
    books.change(book -> book.documents().keep(Octets.of("words")));

    assertThat(permissions(file().getParent())).isEqualTo("rwx------");
    for (String name : List.of("books.db", "books.db-wal", "books.db-shm")) {
      assertThat(permissions(file().resolveSibling(name))).as(name).isEqualTo("rw-------");
    }
  }

  @Test
  void aFileLeftOpenToOthersIsShutWhenItIsOpened() throws IOException {
    books.close();
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-rw-"));

    books = SqlBooks.open(file());

    assertThat(permissions(file())).isEqualTo("rw-------");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void historyAndJournalCannotBeChangedEvenByHand() throws SQLException {
    books.change(book -> {
      book.log().append(Octets.of("entry"));
      return true;
    });

    try (Connection hand = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = hand.createStatement()) {
      assertThatThrownBy(() -> statement.executeUpdate("update entry set number = 7"))
          .hasMessageContaining("only ever added to");
      assertThatThrownBy(() -> statement.executeUpdate("delete from entry"))
          .hasMessageContaining("only ever added to");
    }
  }

  @Test
  void booksOfANewerShapeAreRefused() throws SQLException {
    books.close();
    try (Connection hand = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = hand.createStatement()) {
      statement.executeUpdate(
          """
          insert into flyway_schema_history (installed_rank, version, description, type, script,
            installed_by, execution_time, success)
          values (99, '99', 'from the future', 'SQL', 'V99', 'somebody', 1, true)
          """);
    }

    assertThatThrownBy(() -> SqlBooks.open(file()))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("99");
  }

  @Test
  void twoProcessesChangeTheSameBooksInTurn() {
    try (SqlBooks other = SqlBooks.open(file())) {
      for (int number = 0; number < 10; number++) {
        SqlBooks one = number % 2 == 0 ? books : other;
        one.change(book -> {
          book.log().append(Octets.of("entry " + book.log().size()));
          return true;
        });
      }
      assertThat(other.<Long>look(book -> book.log().size())).isEqualTo(10);
      assertThat(other.damage()).isEmpty();
    }
  }

  @Test
  void anAddressOfAnotherKindIsRefused() {
    assertThatThrownBy(() -> SqlBooks.open("jdbc:h2:mem:x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SqlBooks.open("jdbc:sqlite:x.db?synchronous=OFF"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
