package org.parley.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A PostgreSQL database, by its URL; user and password stand in the URL or in the driver's own
/// password file.
record Postgres(String url) implements Vendor {

  /// Any number, the same for every process that changes books.
  private static final long TURN = 0x7061726c6579L;

  @Override
  public String folder() {
    return "postgresql";
  }

  @Override
  public String octetsType() {
    return "bytea";
  }

  @Override
  public String plainOrder() {
    return " collate \"C\"";
  }

  @Override
  public Connection openWriter() throws SQLException {
    Connection connection = open();
    try (Statement statement = connection.createStatement()) {
      // Whatever the server's own setting: what is acknowledged is on disk.
      statement.execute("set synchronous_commit to on");
      statement.execute("set lock_timeout to '10s'");
    }
    return connection;
  }

  @Override
  public Connection openReader() throws SQLException {
    Connection connection = open();
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    return connection;
  }

  private Connection open() throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("connectTimeout", "10");
    settings.setProperty("socketTimeout", "60");
    settings.setProperty("ApplicationName", "parley");
    return DriverManager.getConnection(url, settings);
  }

  @Override
  public void takeTurn(JdbcClient sql) {
    sql.sql("select pg_advisory_xact_lock(:turn)").param("turn", TURN).query(row -> {});
  }

  @Override
  public Optional<String> mark(JdbcClient sql) {
    return sql.sql("select cast(pg_current_xact_id_if_assigned() as text)")
        .query((row, number) -> Optional.ofNullable(row.getString(1)))
        .single();
  }

  @Override
  public boolean wasCommitted(JdbcClient sql, String mark) {
    return sql.sql("select pg_xact_status(cast(:mark as xid8)) = 'committed'")
        .param("mark", mark)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  @Override
  public List<String> complaints(JdbcClient sql, boolean whole) {
    return List.of();
  }
}
