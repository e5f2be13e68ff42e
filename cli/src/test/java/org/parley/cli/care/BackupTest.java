package org.parley.cli.care;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.ExitStatus;
import org.parley.cli.care.SomeNode.Run;
import org.parley.duties.record.Journal;
import org.parley.duties.record.Restorations;
import org.parley.store.SqlBooks;

/// A backup brings back a whole node, or says by name why not and leaves nothing behind.
class BackupTest {

  private static final long SEED = 20261122;

  @TempDir Path folder;
  private Path node;
  private Path password;
  private Path backup;

  @BeforeEach
  void makeANode() throws IOException {
    node = SomeNode.in(folder.resolve("node"));
    password = Files.writeString(folder.resolve("password"), "correct horse battery\n");
    backup = folder.resolve("node.backup");
  }

  private Run backUp() {
    return Run.of("backup", "--data", node, "--to", backup, "--password-file", password);
  }

  private Run restore(Path from, Path to) {
    return Run.of("restore", from, "--data", to, "--password-file", password);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatWasBackedUpComesBackRowByRowWithTheSameRoot() {
    Run taken = backUp();
    assertThat(taken.status()).as(taken.err()).isZero();

    Run restored = restore(backup, folder.resolve("again"));

    assertThat(restored.status()).as(restored.err()).isZero();
    String books = "jdbc:sqlite:" + folder.resolve("again/books.db");
    Journal.Logged before = SomeNode.head("jdbc:sqlite:" + node.resolve("books.db"));
    assertThat(restored.out()).contains(before.root().hex());
    assertThat(SomeNode.rows(folder.resolve("again"))).containsAll(SomeNode.rows(node));
    // The restoration itself is the one entry more.
    assertThat(SomeNode.head(books).size()).isEqualTo(before.size() + 1);
    try (SqlBooks again = SqlBooks.open(books)) {
      assertThat(again.damage()).isEmpty();
      assertThat(again.<List<Restorations.Restored>>look(book -> new Restorations(book).all()))
          .singleElement()
          .extracting(Restorations.Restored::root)
          .isEqualTo(before.root());
    }
  }

  @Test
  void theFileIsForItsOwnerAloneAndHoldsNoWordInTheClear() throws IOException {
    backUp();

    assertThat(Files.getPosixFilePermissions(backup))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.readString(backup, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("document", "anna", "books");
  }

  @Test
  void settingsAndWrappedKeysGoWithItAndKeysOfPeriodsNever() throws IOException {
    SomeNode.addKeys(node);
    assertThat(node.resolve("keys/periods/2026-W09.keys")).exists();
    backUp();

    Path again = folder.resolve("again");
    assertThat(restore(backup, again).status()).isZero();

    assertThat(again.resolve("node.properties")).content().contains("Asia/Almaty");
    assertThat(again.resolve("keys/identity-ecdsa.wrapped"))
        .hasSameBinaryContentAs(node.resolve("keys/identity-ecdsa.wrapped"));
    assertThat(again.resolve("secret")).hasSameBinaryContentAs(node.resolve("secret"));
    assertThat(again.resolve("keys/periods")).doesNotExist();
    assertThat(Files.getPosixFilePermissions(again.resolve("secret")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void theSecretStaysBehindWhereThatIsAsked() throws IOException {
    SomeNode.addKeys(node);
    Run.of(
        "backup", "--data", node, "--to", backup, "--password-file", password, "--without-secret");

    assertThat(restore(backup, folder.resolve("again")).status()).isZero();
    assertThat(folder.resolve("again/secret")).doesNotExist();
  }

  @Test
  void whoWasSignedInIsNotAnyMore() {
    backUp();
    restore(backup, folder.resolve("again"));

    Path people = folder.resolve("again/people.db");
    assertThat(people).exists();
    try (var opened =
        org.parley.store.people.SqlPeople.open("jdbc:sqlite:" + people, SomeNode.REALM)) {
      assertThat(
              opened.<List<org.parley.core.people.Session>>look(
                  register -> register.sessions(new java.util.UUID(7, 7))))
          .isEmpty();
    }
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Files.writeString(backup, "precious");
    assertThat(backUp().status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(backup).hasContent("precious");

    Files.delete(backup);
    backUp();
    Path there = Files.createDirectory(folder.resolve("there"));
    Files.writeString(there.resolve("something"), "precious");
    Run refused = restore(backup, there);
    assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(refused.err()).contains("P848");
    assertThat(there).isDirectoryNotContaining("glob:**.db");
  }

  @Test
  void anotherPasswordIsRefusedByNameAndNothingIsLeft() throws IOException {
    backUp();
    Files.writeString(password, "correct horse batterz\n");
    List<String> before = names();

    Run refused = restore(backup, folder.resolve("again"));

    assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(refused.err()).contains("P843", "password");
    assertThat(names()).isEqualTo(before);
  }

  @Test
  void aCutOrAlteredFileIsRefusedByNameAndNothingIsLeft() throws IOException {
    backUp();
    byte[] whole = Files.readAllBytes(backup);
    List<String> before = names();
    Random random = new Random(SEED);
    List<String> codes = new ArrayList<>();
    for (int round = 0; round < 6; round++) {
      byte[] broken =
          round % 2 == 0
              ? java.util.Arrays.copyOf(whole, 200 + random.nextInt(whole.length - 200))
              : whole.clone();
      if (round % 2 == 1) {
        broken[200 + random.nextInt(whole.length - 200)] ^= 4;
      }
      Files.write(backup, broken);

      Run refused = restore(backup, folder.resolve("again"));

      assertThat(refused.status()).as("seed %d round %d", SEED, round).isEqualTo(65);
      assertThat(refused.err()).containsPattern("P84[45]");
      codes.add(refused.err().replaceAll("(?s).*(P84[0-9]).*", "$1"));
      assertThat(names()).isEqualTo(before);
    }
    assertThat(codes).contains("P844");
  }

  @Test
  void aFileOfAnotherKindIsRefusedByName() throws IOException {
    Files.writeString(backup, "a letter\n");
    assertThat(restore(backup, folder.resolve("again")).err()).contains("P842");
  }

  @Test
  void aShortPasswordLocksNothing() throws IOException {
    Files.writeString(password, "short\n");
    Run refused = backUp();
    assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(refused.err()).contains("P941");
    assertThat(backup).doesNotExist();
  }

  @Test
  void aBackupUnderLoadIsOneStateOfTheNode() throws Exception {
    AtomicBoolean end = new AtomicBoolean();
    try (SqlBooks books = SqlBooks.open(node.resolve("books.db"))) {
      Thread writer =
          Thread.ofPlatform()
              .start(() -> {
                for (int number = 1000; !end.get(); number++) {
                  int each = number;
                  books.change(book -> {
                    SomeNode.write(book, each);
                    return true;
                  });
                }
              });
      Run taken = backUp();
      end.set(true);
      writer.join();
      assertThat(taken.status()).as(taken.err()).isZero();
    }
    Run restored = restore(backup, folder.resolve("again"));

    assertThat(restored.status()).as(restored.err()).isZero();
    try (SqlBooks again = SqlBooks.open(folder.resolve("again/books.db"))) {
      assertThat(again.damage()).isEmpty();
      long entries = again.look(book -> book.log().size()) - 1;
      int events = again.look(book -> book.histories().length(SomeNode.REALM, "stream"));
      assertThat(entries).isEqualTo(events).isGreaterThanOrEqualTo(40);
    }
  }

  @Test
  void fromSqliteIntoPostgresqlAndBack() throws IOException {
    backUp();
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("pg"))
            .setCleanDataDirectory(true)
            .start()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      Path moved = folder.resolve("moved");
      Run in =
          Run.of(
              "restore", backup, "--data", moved, "--password-file", password, "--database", url);
      assertThat(in.status()).as(in.err()).isZero();
      assertThat(moved.resolve("node.properties")).content().contains("books = " + url);
      assertThat(SomeNode.rows(url, url)).containsAll(SomeNode.rows(node));

      Run twice =
          Run.of(
              "restore",
              backup,
              "--data",
              folder.resolve("moved2"),
              "--password-file",
              password,
              "--database",
              url);
      assertThat(twice.status()).isEqualTo(ExitStatus.BAD_INPUT);
      assertThat(twice.err()).contains("P848", "not empty");
      assertThat(folder.resolve("moved2")).doesNotExist();

      Path second = folder.resolve("second.backup");
      Run out = Run.of("backup", "--data", moved, "--to", second, "--password-file", password);
      assertThat(out.status()).as(out.err()).isZero();
      Run back = restore(second, folder.resolve("home"));
      assertThat(back.status()).as(back.err()).isZero();
      assertThat(SomeNode.rows(folder.resolve("home"))).containsAll(SomeNode.rows(url, url));
      assertThat(folder.resolve("home/node.properties")).content().doesNotContain("postgresql");
    }
  }

  @Test
  void aBackupCanBeReadToItsEndWithoutPuttingItAnywhere() {
    backUp();
    Run checked = Run.of("backup", "--check", backup, "--password-file", password);
    assertThat(checked.status()).as(checked.err()).isZero();
    assertThat(checked.out()).contains("whole and as it was written", "40 entries");
  }
}
