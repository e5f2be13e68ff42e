package org.parley.store.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.people.Account;
import org.parley.core.people.AccountDeed;
import org.parley.store.PostgresServer;

/// A process that lets people in is killed with signal 9: whoever was let in is there, once, with
/// what they sign in with and the note of it, or not at all.
class PeopleKillTest {

  private static final long SEED = 20261122;

  @TempDir Path folder;

  @Test
  void nobodyLetInIsForgottenInSqlite() throws Exception {
    assertThat(lost("jdbc:sqlite:" + folder.resolve("people.db"), 3, "careful")).isEmpty();
  }

  @Test
  void nobodyLetInIsForgottenInPostgresql() throws Exception {
    assertThat(lost(PostgresServer.newDatabase(), 2, "careful")).isEmpty();
  }

  /// The test can fail: a process that acknowledges too early is found out.
  @Test
  void aProcessThatAcknowledgesBeforeTheChangeIsFoundOut() throws Exception {
    assertThat(lost("jdbc:sqlite:" + folder.resolve("careless.db"), 8, "careless")).isNotEmpty();
  }

  private Set<String> lost(String url, int rounds, String manner) throws Exception {
    Random random = new Random(SEED);
    Path notes = Files.createTempFile(folder, "acknowledged", ".txt");
    for (int round = 0; round < rounds; round++) {
      runAndKill(url, notes, "r" + round, manner, 300 + random.nextInt(600));
      Set<String> lost = compare(url, notes);
      if (!lost.isEmpty()) {
        return lost;
      }
    }
    return Set.of();
  }

  private void runAndKill(String url, Path notes, String prefix, String manner, int after)
      throws Exception {
    long before = Files.size(notes);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                PeopleKillTarget.class.getName(),
                url,
                notes.toString(),
                prefix,
                manner)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("child.log").toFile())
            .start();
    try {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (Files.size(notes) == before && process.isAlive() && System.nanoTime() < end) {
        Thread.sleep(20);
      }
      Thread.sleep(after);
      assertThat(process.isAlive()).as(Files.readString(folder.resolve("child.log"))).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(Files.size(notes)).as("the process wrote").isGreaterThan(before);
  }

  /// Who was acknowledged and is not there; fails at once on anything doubled or half there.
  private static Set<String> compare(String url, Path notes) throws Exception {
    List<String> acknowledged = Files.readAllLines(notes);
    try (SqlPeople people = SqlPeople.open(url, PeopleKillTarget.REALM)) {
      List<Account> accounts = people.look(register -> register.accounts());
      List<AccountDeed> deeds = people.look(register -> register.deeds(1_000_000));
      Set<String> there = new HashSet<>();
      for (Account account : accounts) {
        assertThat(there.add(account.naming().login())).as("doubled").isTrue();
        assertThat(
                people.<String>look(
                    register -> register.secrets(account.id()).password().orElse("")))
            .as("each change whole")
            .isEqualTo(account.naming().login());
      }
      assertThat(deeds.stream().map(AccountDeed::what).toList())
          .as("each change whole")
          .containsExactlyInAnyOrderElementsOf(there);
      System.out.printf(
          "killed: %d acknowledged, %d there, seed %d%n", acknowledged.size(), there.size(), SEED);
      Set<String> lost = new HashSet<>(acknowledged);
      lost.removeAll(there);
      return lost;
    }
  }
}
