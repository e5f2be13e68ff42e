package org.parley.cli.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.care.SomeNode.Run;
import org.parley.core.terms.Realm;
import org.parley.store.Schema;
import org.parley.store.Vendor;
import org.parley.store.care.Inspection;
import org.parley.store.people.SqlPeople;

/// A node moves on: to a newer shape behind a backup, or out of the program as open files.
class MovingTest {

  @TempDir Path folder;
  private Path node;
  private Path password;

  @BeforeEach
  void makeANode() throws IOException {
    node = SomeNode.in(folder.resolve("node"));
    password = Files.writeString(folder.resolve("password"), "correct horse battery\n");
  }

  private Run upgrade() {
    return Run.of(
        "upgrade",
        "--data",
        node,
        "--backup",
        folder.resolve("before.backup"),
        "--password-file",
        password);
  }

  private String url(String file) {
    return "jdbc:sqlite:" + node.resolve(file);
  }

  private void anOlderProgramMadeThePeoplesTables() throws Exception {
    Files.delete(node.resolve("people.db"));
    Vendor vendor = Vendor.at(url("people.db"));
    try (Connection connection = vendor.openWriter()) {
      Schema.PEOPLE.layOut(connection, vendor, 1);
    }
  }

  @Test
  void anOlderShapeIsNotOpenedAndNotTouchedWithoutABackup() throws Exception {
    anOlderProgramMadeThePeoplesTables();

    assertThatThrownBy(() -> SqlPeople.open(url("people.db"), new Realm.Real()))
        .hasMessageContaining("shape 1")
        .hasMessageContaining("parley upgrade");
    assertThat(Inspection.of(Schema.PEOPLE, url("people.db")).shape()).contains(1);
  }

  @Test
  void anOlderShapeIsBackedUpAndBroughtUpToDate() throws Exception {
    anOlderProgramMadeThePeoplesTables();

    Run done = upgrade();

    assertThat(done.status()).as(done.err()).isZero();
    assertThat(done.out()).contains("backed up and read back", "are whole");
    assertThat(Inspection.of(Schema.PEOPLE, url("people.db")).shape())
        .contains(Schema.PEOPLE.newest());
    Run checked =
        Run.of("backup", "--check", folder.resolve("before.backup"), "--password-file", password);
    assertThat(checked.status()).isZero();
  }

  @Test
  void whereNothingIsOldNothingIsDone() {
    Run done = upgrade();

    assertThat(done.status()).as(done.err()).isZero();
    assertThat(done.out()).contains("nothing to do");
    assertThat(folder.resolve("before.backup")).doesNotExist();
  }

  @Test
  void aNewerShapeIsRefusedAndLeftAlone() throws Exception {
    try (Connection connection = DriverManager.getConnection(url("people.db"))) {
      connection
          .createStatement()
          .execute(
              "insert into people_schema_history select 99, '99', 'later', type, script, checksum,"
                  + " installed_by, installed_on, execution_time, success"
                  + " from people_schema_history limit 1");
    }

    Run refused = upgrade();

    assertThat(refused.status()).isEqualTo(69);
    assertThat(refused.err()).contains("shape 99", "update the program");
    assertThat(folder.resolve("before.backup")).doesNotExist();
  }

  private Run export() {
    return Run.of("export", "--lang", "en", "--data", node, "--to", folder.resolve("out"));
  }

  private Run importInto(String name) {
    return Run.of("import", folder.resolve("out"), "--data", folder.resolve(name));
  }

  @Test
  void whatIsExportedCanBePutIntoAnEmptyNode() {
    Run out = export();
    assertThat(out.status()).as(out.err()).isZero();

    Run in = importInto("again");

    assertThat(in.status()).as(in.err()).isZero();
    List<String> without =
        SomeNode.rows(node).stream().filter(row -> !row.startsWith("secret ")).toList();
    assertThat(SomeNode.rows(folder.resolve("again")))
        .containsAll(without)
        .noneMatch(row -> row.startsWith("secret "));
  }

  @Test
  void anExportHoldsNothingThatLetsInOrSigns() throws IOException {
    SomeNode.addKeys(node);
    export();

    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("hash-of-anna", "wrapped/1", "ab".repeat(32));
      }
    }
    assertThat(folder.resolve("out/people/account.jsonl")).content().contains("anna");
    assertThat(folder.resolve("out/SHA256SUMS")).content().contains("books/entry.jsonl");
    assertThat(folder.resolve("out/journal/head.txt")).content().startsWith("40\n");
  }

  @Test
  void anExportThatWasChangedIsRefusedByNameAndNothingIsLeft() throws IOException {
    export();
    Path file = folder.resolve("out/books/event.jsonl");
    Files.writeString(file, Files.readString(file).replaceFirst("ZX", "ZY"));

    Run refused = importInto("again");

    assertThat(refused.status()).isEqualTo(65);
    assertThat(refused.err()).contains("P846", "books/event.jsonl");
    assertThat(folder.resolve("again")).doesNotExist();
    assertThat(folder.toFile().list()).noneMatch(name -> name.contains("begun"));
  }

  @Test
  void aRowThatIsNotInTheListIsRefusedEvenWhereTheListWasChangedToo() throws IOException {
    export();
    Files.delete(folder.resolve("out/books/entry.jsonl"));

    assertThat(importInto("again").err()).contains("P846", "entry");
  }
}
