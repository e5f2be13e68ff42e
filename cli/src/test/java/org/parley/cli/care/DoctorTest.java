package org.parley.cli.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.care.SomeNode.Run;
import org.parley.core.terms.Octets;

/// Each thing that can be wrong with a node is found, and told with what to do.
class DoctorTest {

  @TempDir Path folder;
  private Path node;

  @BeforeEach
  void makeANode() throws IOException {
    node = SomeNode.in(folder.resolve("node"));
    Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rwx------"));
    Files.setPosixFilePermissions(
        node.resolve("node.properties"), PosixFilePermissions.fromString("rw-------"));
  }

  private Run look() {
    return Run.of("doctor", "--data", node);
  }

  @Test
  void aSoundNodeWithoutABackupIsToldToTakeOne() throws IOException {
    Run seen = look();

    assertThat(seen.status()).as(seen.out()).isEqualTo(1);
    assertThat(seen.out())
        .containsPattern("well +books +every row as it was written")
        .containsPattern("well +people")
        .containsPattern("well +journal +40 entries")
        .containsPattern("well +files")
        .containsPattern("SOON +backup +none was ever taken");
  }

  @Test
  void withABackupAllIsWell() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "correct horse battery\n");
    Run.of("backup", "--data", node, "--to", folder.resolve("b"), "--password-file", password);

    Run seen = look();

    assertThat(seen.status()).as(seen.out()).isZero();
    assertThat(Run.of("doctor", "--quiet", "--data", node).out()).isEmpty();
  }

  @Test
  void itWritesNothing() throws IOException {
    SomeNode.addKeys(node);
    Map<String, String> before = files();

    look();

    assertThat(files()).isEqualTo(before);
  }

  /// All files but the memory that the processes at one database share.
  private Map<String, String> files() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> all = Files.walk(node)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith("-shm")) {
          found.put(file.toString(), Octets.of(Files.readAllBytes(file)).digest().hex());
        }
      }
    }
    return found;
  }

  @Test
  void aFileThatOthersMayReadIsWrongNow() throws IOException {
    Files.setPosixFilePermissions(
        node.resolve("people.db"), PosixFilePermissions.fromString("rw-r--r--"));

    Run seen = look();

    assertThat(seen.status()).isEqualTo(2);
    assertThat(seen.out()).contains("chmod 600 " + node.resolve("people.db"));
  }

  @Test
  void aRowThatSomebodyChangedIsFound() throws Exception {
    change(
        "books.db",
        "update document set octets = x'00' where digest in"
            + " (select digest from document limit 1)");

    Run seen = look();

    assertThat(seen.status()).isEqualTo(2);
    assertThat(seen.out()).containsPattern("NOW +books +damaged").contains("restore");
  }

  @Test
  void aHashOfTheJournalThatSomebodyChangedIsFound() throws Exception {
    change("books.db", "drop trigger node_no_update");
    change("books.db", "update node set hash = replace(hash, 'a', 'b') where level = 2");

    assertThat(look().out()).containsPattern("NOW +books +damaged");
  }

  @Test
  void aNewerShapeIsToldAndNotTouched() throws Exception {
    change(
        "books.db",
        "insert into flyway_schema_history select 99, '99', 'later', type, script, checksum,"
            + " installed_by, installed_on, execution_time, success from flyway_schema_history"
            + " limit 1");

    Run seen = look();

    assertThat(seen.status()).isEqualTo(2);
    assertThat(seen.out()).contains("shape 99").contains("newer program");
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    Run seen = Run.of("doctor", "--data", folder.resolve("nowhere"));

    assertThat(seen.status()).isEqualTo(65);
    assertThat(seen.err()).contains("P841");
  }

  @Test
  void wrongSettingsAreAllTold() throws IOException {
    Files.writeString(node.resolve("node.properties"), "listen.port = many\nzone = Nowhere\n");

    Run seen = look();

    assertThat(seen.status()).isEqualTo(2);
    assertThat(seen.err()).contains("listen.port", "zone");
  }

  private void change(String file, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + node.resolve(file))) {
      connection.createStatement().execute(sql);
    }
  }
}
