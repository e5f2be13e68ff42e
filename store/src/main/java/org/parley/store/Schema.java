package org.parley.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.parley.duties.port.UnreachableException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The shape of the tables, brought up to date by numbered SQL files: of the books, and of the
/// people.
public enum Schema {
  BOOKS("books", 6, "flyway_schema_history", "db/common", true),
  PEOPLE("people's tables", 4, "people_schema_history", "db/people", false);

  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private final String words;
  private final int newest;
  private final String history;
  private final String common;
  private final boolean differs;

  /// @param newest the number of the newest file: whoever adds one raises it here
  /// @param differs whether each database has files of its own beside the common ones
  Schema(String words, int newest, String history, String common, boolean differs) {
    this.words = words;
    this.newest = newest;
    this.history = history;
    this.common = common;
    this.differs = differs;
  }

  /// The newest shape that this program knows.
  public int newest() {
    return newest;
  }

  /// What they are, for people: `books`.
  public String words() {
    return words;
  }

  /// The table in which the numbers of the files are kept that were run.
  public String history() {
    return history;
  }

  /// Lays the tables out where there are none. Older ones are refused and stay as they are: `parley
  /// upgrade` brings them up to date, behind a backup.
  public void prepare(Vendor vendor) throws SQLException {
    try (Connection connection = vendor.openWriter()) {
      int there = version(connection).orElse(0);
      if (0 < there && there < newest) {
        throw new UnreachableException(
            "the %s have shape %d and this program knows shape %d; nothing was changed: "
                    .formatted(words, there, newest)
                + "run `parley upgrade`, which takes a backup first, and start again");
      }
      layOut(connection, vendor, newest);
    }
  }

  /// Brings the tables to the newest shape; a newer one than ours is refused, because an older
  /// program would misread it.
  public void update(Vendor vendor) throws SQLException {
    try (Connection connection = vendor.openWriter()) {
      layOut(connection, vendor, newest);
    }
  }

  /// Lays the tables out in a shape, or brings them up to it.
  public void layOut(Connection connection, Vendor vendor, int shape) {
    update(connection, vendor.folder(), vendor.octetsType(), shape);
  }

  /// Lays the tables out in a database of SQLite in memory.
  public void layOut(Connection memory, int shape) {
    update(memory, "sqlite", "blob", shape);
  }

  private void update(Connection connection, String folder, String octetsType, int shape) {
    int there = version(connection).orElse(0);
    refuseNewer(there);
    if (there < shape) {
      migrate(connection, folder, octetsType, shape);
    }
  }

  /// Refuses a shape that only a newer program knows.
  public void refuseNewer(int there) {
    if (there > newest) {
      throw new UnreachableException(
          "the %s have shape %d and this program knows shape %d: update the program"
              .formatted(words, there, newest));
    }
  }

  /// The shape that the tables have; empty where there are none.
  public Optional<Integer> version(Connection connection) {
    try {
      return Optional.ofNullable(
          new JdbcTemplate(new SingleConnectionDataSource(connection, true))
              .queryForObject(
                  "select max(cast(version as integer)) from " + history + " where success",
                  Integer.class));
    } catch (DataAccessException none) {
      return Optional.empty();
    }
  }

  private void migrate(Connection connection, String folder, String octetsType, int shape) {
    FLYWAY.setLevel(Level.WARNING);
    List<String> folders = differs ? List.of(common, "db/" + folder) : List.of(common);
    try {
      Flyway.configure()
          .dataSource(new SingleConnectionDataSource(connection, true))
          .locations(folders.stream().map("classpath:"::concat).toArray(String[]::new))
          .placeholders(Map.of("octets", octetsType))
          .table(history)
          .target(MigrationVersion.fromVersion(Integer.toString(shape)))
          // Books and people may lie in the same database; the tables of the others are not ours.
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .cleanDisabled(true)
          .load()
          .migrate();
    } catch (FlywayException failed) {
      throw new UnreachableException("the tables cannot be brought up to date", failed);
    }
  }
}
