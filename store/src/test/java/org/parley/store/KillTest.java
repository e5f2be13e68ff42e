package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.casefile.Stage;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Book;
import org.parley.duties.port.Cases;
import org.parley.duties.port.Samples;

/// A process that writes is killed with signal 9, again and again: what it acknowledged is there,
/// once, and a change is there whole or not at all.
class KillTest {

  private static final long SEED = 20260302;

  @TempDir Path folder;

  @Test
  void nothingAcknowledgedIsLostInSqlite() throws Exception {
    assertThat(lost("jdbc:sqlite:" + folder.resolve("books.db"), 4, "careful")).isEmpty();
  }

  @Test
  void nothingAcknowledgedIsLostInPostgresql() throws Exception {
    assertThat(lost(PostgresServer.newDatabase(), 3, "careful")).isEmpty();
  }

  /// The test can fail: a process that acknowledges too early is found out.
  @Test
  void aProcessThatAcknowledgesBeforeTheChangeIsFoundOut() throws Exception {
    assertThat(lost("jdbc:sqlite:" + folder.resolve("careless.db"), 6, "careless")).isNotEmpty();
  }

  private Set<String> lost(String url, int rounds, String manner) throws Exception {
    Random random = new Random(SEED);
    Path notes = Files.createTempFile(folder, "acknowledged", ".txt");
    for (int round = 0; round < rounds; round++) {
      runAndKill(url, notes, "r" + round, manner, 300 + random.nextInt(900));
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
                KillTarget.class.getName(),
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

  /// What was acknowledged and is not there; fails at once on anything doubled or half there.
  private Set<String> compare(String url, Path notes) throws Exception {
    List<String> acknowledged = Files.readAllLines(notes);
    try (SqlBooks books = SqlBooks.open(url)) {
      assertThat(books.damage()).isEmpty();
      List<String> entries = books.look(KillTest::entries);
      Set<String> there = new HashSet<>(entries);
      Set<String> parcels = new HashSet<>();
      books.look(book -> book.outbox().waitingFor(Samples.XB)).stream()
          .map(waiting -> waiting.parcel().sealed().shown())
          .forEach(parcels::add);
      System.out.printf(
          "killed: %d acknowledged, %d there, seed %d%n", acknowledged.size(), there.size(), SEED);
      assertThat(entries).as("doubled").hasSize(there.size());
      assertThat(parcels).as("each change whole").isEqualTo(there);
      assertThat(lines(books)).as("the lists go with the changes").isEqualTo(there.size());
      Set<String> lost = new HashSet<>(acknowledged);
      lost.removeAll(there);
      return lost;
    }
  }

  private static long lines(SqlBooks books) {
    return books
        .<Map<Stage, Long>>look(book -> book.cases().count(Samples.READERS, Cases.Filter.ALL))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private static List<String> entries(Book book) {
    return LongStream.range(0, book.log().size())
        .mapToObj(book.log()::entry)
        .map(Octets::shown)
        .toList();
  }
}
