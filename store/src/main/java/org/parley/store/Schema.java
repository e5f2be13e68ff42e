package org.parley.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.parley.duties.port.UnreachableException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The shape of the tables, brought up to date by numbered SQL files.
final class Schema {

  /// The newest file.
  static final int NEWEST = 3;

  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Schema() {}

  /// Brings the tables to the newest shape; a newer one than ours is refused, because an older
  /// program would misread it.
  static void update(Vendor vendor) throws SQLException {
    try (Connection connection = vendor.openWriter()) {
      int there = version(connection).orElse(0);
      if (there > NEWEST) {
        throw new UnreachableException(
            "the books have shape %d and this program knows shape %d: update the program"
                .formatted(there, NEWEST));
      }
      if (there < NEWEST) {
        migrate(vendor, connection);
      }
    }
  }

  static Optional<Integer> version(Connection connection) {
    try {
      return Optional.ofNullable(
          new JdbcTemplate(new SingleConnectionDataSource(connection, true))
              .queryForObject(
                  "select max(cast(version as integer)) from flyway_schema_history where success",
                  Integer.class));
    } catch (DataAccessException none) {
      return Optional.empty();
    }
  }

  private static void migrate(Vendor vendor, Connection connection) {
    FLYWAY.setLevel(Level.WARNING);
    try {
      Flyway.configure()
          .dataSource(new SingleConnectionDataSource(connection, true))
          .locations("classpath:db/common", "classpath:db/" + vendor.folder())
          .placeholders(Map.of("octets", vendor.octetsType()))
          // The people may lie in the same database; their tables are not ours.
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
