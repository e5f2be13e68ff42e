package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Books;
import org.parley.duties.port.BooksContract;
import org.parley.duties.port.UnreachableException;

class PostgresBooksTest extends BooksContract {

  private String url;
  private SqlBooks books;

  @BeforeEach
  void open() {
    url = PostgresServer.newDatabase();
    books = SqlBooks.open(url);
  }

  @AfterEach
  void close() {
    if (books != null) {
      books.close();
    }
  }

  @Override
  public Books books() {
    return books;
  }

  @Override
  protected void reopen() {
    books.close();
    books = SqlBooks.open(url);
  }

  @Test
  void historyAndJournalCannotBeChangedEvenByHand() throws SQLException {
    books.change(book -> {
      book.log().append(Octets.of("entry"));
      return true;
    });

    try (Connection hand = DriverManager.getConnection(url);
        Statement statement = hand.createStatement()) {
      for (String deed :
          new String[] {"update entry set number = 7", "delete from entry", "truncate entry"}) {
        assertThatThrownBy(() -> statement.execute(deed))
            .hasMessageContaining("only ever added to");
      }
    }
  }

  @Test
  void aServerThatDropsTheConnectionFailsOneChangeAndNoMore() throws SQLException {
    write("first");

    assertThatThrownBy(() ->
            books.change(book -> {
              book.log().append(Octets.of("second"));
              dropEveryConnection();
              return true;
            }))
        .isInstanceOf(UnreachableException.class);

    write("third");
    assertThat(books.<Long>look(book -> book.log().size())).isEqualTo(2);
  }

  private void dropEveryConnection() {
    try (Connection hand = DriverManager.getConnection(url);
        Statement statement = hand.createStatement()) {
      statement.execute(
          """
          select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'parley' and datname = current_database()
          """);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void twoProcessesChangeTheSameBooksInTurn() {
    try (SqlBooks other = SqlBooks.open(url)) {
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

  private void write(String entry) {
    books.change(book -> {
      book.log().append(Octets.of(entry));
      return true;
    });
  }
}
