package org.parley.store.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.people.AccountDeed;
import org.parley.duties.port.People;
import org.parley.duties.port.PeopleContract;

class SqlitePeopleTest extends PeopleContract {

  @TempDir Path folder;
  private SqlPeople people;

  @BeforeEach
  void open() {
    people = SqlPeople.open(url(), REALM);
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("people.db");
  }

  @AfterEach
  void close() {
    people.close();
  }

  @Override
  protected People people() {
    return people;
  }

  @Test
  void whatReturnedIsThereAfterReopening() {
    AccountDeed deed =
        new AccountDeed(
            java.time.Instant.EPOCH,
            java.util.Optional.empty(),
            "set-up",
            new java.util.UUID(1, 1));
    people.change(register -> {
      register.note(deed);
      return true;
    });

    people.close();
    open();

    assertThat(people.<List<AccountDeed>>look(register -> register.deeds(3))).containsExactly(deed);
  }
}
