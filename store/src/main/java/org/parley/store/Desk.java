package org.parley.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A connection at which one change or look works at a time.
public final class Desk implements AutoCloseable {

  private final Connection connection;
  private final JdbcClient sql;
  private boolean broken;

  public Desk(Connection connection) {
    this.connection = connection;
    JdbcTemplate template = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    // Whoever catches a fault inside a change must not bring half of it to a commit.
    template.setExceptionTranslator((task, statement, cause) -> {
      broken = true;
      return new DataAccessResourceFailureException(cause.getMessage(), cause);
    });
    template.setFetchSize(100);
    this.sql = JdbcClient.create(template);
  }

  public JdbcClient sql() {
    return sql;
  }

  public boolean isBroken() {
    return broken;
  }

  public void begin() throws SQLException {
    connection.setAutoCommit(false);
  }

  public void commit() throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  /// Takes back what was begun; a desk that cannot is broken.
  public void rollBack() {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException failed) {
      broken = true;
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException ignored) {
      broken = true;
    }
  }
}
