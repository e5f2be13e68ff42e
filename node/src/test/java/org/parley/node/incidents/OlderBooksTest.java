package org.parley.node.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.core.people.Account;
import org.parley.core.people.Role;
import org.parley.core.terms.Realm;
import org.parley.desk.settings.SettingKey;
import org.parley.duties.casefile.ListIncidents;
import org.parley.duties.casefile.ReportIncident;
import org.parley.duties.port.Cases;
import org.parley.node.TestNode;
import org.parley.node.people.Cast;
import org.parley.store.Schema;
import org.parley.store.care.Refill;

/// Books of a program whose lists bore no markings come through an upgrade: their lists are there
/// when the node serves again, each line with its marking.
class OlderBooksTest {

  private static final Realm REALM = new Realm.Exercise("older");

  @TempDir Path folder;

  @Test
  void listsOfOlderBooksAreWholeAndMarkedInSqlite() throws Exception {
    comesThrough(Map.of(), "jdbc:sqlite:" + folder.resolve("node/books.db"));
  }

  @Test
  void listsOfOlderBooksAreWholeAndMarkedInPostgresql() throws Exception {
    try (EmbeddedPostgres server = server()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      comesThrough(Map.of(SettingKey.BOOKS, url, SettingKey.PEOPLE, url), url);
    }
  }

  private EmbeddedPostgres server() {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(folder.resolve("postgres"))
          .setCleanDataDirectory(true)
          .start();
    } catch (IOException | RuntimeException failed) {
      System.out.println("Skipped: no PostgreSQL starts here: " + failed.getMessage());
      return Assumptions.abort("no PostgreSQL starts here: " + failed.getMessage());
    }
  }

  private void comesThrough(Map<SettingKey, String> where, String url) throws Exception {
    Map<SettingKey, String> settings = new EnumMap<>(SettingKey.class);
    settings.putAll(where);
    settings.put(SettingKey.REALM, "exercise:older");
    TestNode before = TestNode.startIn(folder.resolve("node"), settings).withDoors();
    Account operator = new Cast(before).account("operator", Role.OPERATOR);
    for (Tlp tlp : Tlp.values()) {
      report(before, operator, tlp);
    }
    List<Cases.Line> lines = lines(before, operator);
    before.stop();
    assertThat(lines).hasSize(Tlp.values().length);
    makeOlder(url);

    Refill.bringUpToDate(Schema.BOOKS, url);
    TestNode after = TestNode.startIn(folder.resolve("node"), settings);

    try {
      assertThat(lines(after, operator)).isEqualTo(lines);
    } finally {
      after.stop();
    }
  }

  private static void report(TestNode node, Account operator, Tlp tlp) {
    Room room = node.context().getBean(Room.class);
    new ReportIncident(room.work())
        .run(
            REALM,
            new CaseId(UUID.randomUUID()),
            new ReportIncident.Report(
                room.house().holder(),
                "Gateway " + tlp,
                Optional.empty(),
                Marking.of(tlp),
                Stating.NOTHING),
            operator.actor())
        .orThrow();
  }

  private static List<Cases.Line> lines(TestNode node, Account reader) {
    return new ListIncidents(node.context().getBean(Room.class).work())
        .run(
            REALM,
            reader.actor(),
            Cases.Filter.ALL,
            new Cases.Page(Cases.Order.NUMBER, Optional.empty(), Cases.MOST))
        .lines();
  }

  /// The table of lines as it was before they bore markings, with a row in it.
  private static void makeOlder(String url) throws Exception {
    Path shape = Path.of("../store/src/main/resources/db/common/V3__incident_lines.sql");
    String older = Files.readString(shape, StandardCharsets.UTF_8).replaceAll("--.*", "");
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      sql.execute("drop table incident_line");
      for (String each : older.split(";")) {
        if (!each.isBlank()) {
          sql.execute(each);
        }
      }
      sql.execute(
          "insert into incident_line values ('exercise:older', 'office XA/technical', 'x',"
              + " 'office', 1, 'Gateway', 'gateway', '', 'reported', 1, 1, 1, 0, null, null, null,"
              + " 'y')");
      sql.execute("delete from flyway_schema_history where version = '6'");
    }
  }
}
