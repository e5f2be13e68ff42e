package org.parley.store.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.core.people.Account;
import org.parley.duties.port.People;
import org.parley.duties.port.PeopleContract;
import org.parley.store.PostgresServer;
import org.parley.store.SqlBooks;

class PostgresPeopleTest extends PeopleContract {

  private String url;
  private SqlPeople people;

  @BeforeEach
  void open() {
    url = PostgresServer.newDatabase();
    people = SqlPeople.open(url, REALM);
  }

  @AfterEach
  void close() {
    if (people != null) {
      people.close();
    }
  }

  @Override
  protected People people() {
    return people;
  }

  @Test
  void booksAndPeopleMayShareADatabase() {
    try (SqlBooks books = SqlBooks.open(url)) {
      assertThat(books.damage()).isEmpty();
    }
    String other = PostgresServer.newDatabase();
    SqlBooks.open(other).close();
    try (SqlPeople second = SqlPeople.open(other, REALM)) {
      assertThat(second.<java.util.List<Account>>look(register -> register.accounts())).isEmpty();
    }
  }
}
