package org.parley.store.care;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.duties.port.UnreachableException;
import org.parley.store.Schema;
import org.parley.store.Vendor;

/// Puts rows into empty tables, all of them or none: laid out in the shape that the rows had, and
/// brought to the newest one when they are in.
public final class Refill implements AutoCloseable {

  private static final int BATCH = 50;

  private final Vendor vendor;
  private final Layout layout;
  private final Connection connection;
  private final Map<TableShape, Batch> open = new HashMap<>();

  private static final class Batch {
    private final PreparedStatement statement;
    private int waiting;

    Batch(PreparedStatement statement) {
      this.statement = statement;
    }

    void add() throws SQLException {
      statement.addBatch();
      waiting++;
      if (waiting == BATCH) {
        flush();
      }
    }

    void flush() throws SQLException {
      if (waiting > 0) {
        statement.executeBatch();
        waiting = 0;
      }
    }
  }

  private Refill(Vendor vendor, Layout layout, Connection connection) {
    this.vendor = vendor;
    this.layout = layout;
    this.connection = connection;
  }

  /// Lays the tables out; a database that has rows of this kind already is left alone.
  ///
  /// @throws UnreachableException where rows are there already
  public static Refill into(String url, Layout layout) {
    Vendor vendor = Vendor.at(url);
    try {
      Connection connection = vendor.openWriter();
      try {
        int there = layout.schema().version(connection).orElse(0);
        if (there > layout.shape()) {
          throw taken(
              layout, "the tables are laid out already, in a newer shape than the copy has");
        }
        layout.schema().layOut(connection, vendor, layout.shape());
        refuseRows(connection, layout);
        connection.setAutoCommit(false);
        return new Refill(vendor, layout, connection);
      } catch (SQLException | RuntimeException failed) {
        connection.close();
        throw failed;
      }
    } catch (SQLException failed) {
      throw fault(layout, failed);
    }
  }

  /// Brings tables that are there to the newest shape; each step is whole or not at all.
  public static void bringUpToDate(Schema schema, String url) {
    try {
      schema.update(Vendor.there(url));
    } catch (SQLException failed) {
      throw new UnreachableException(
          "the %s were not brought up to date: %s".formatted(schema.words(), failed.getMessage()),
          failed);
    }
  }

  private static void refuseRows(Connection connection, Layout layout) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (TableShape table : layout.tables()) {
        try (ResultSet results =
            statement.executeQuery("select 1 from " + table.name() + " limit 1")) {
          if (results.next()) {
            throw taken(layout, "there are rows in the table '" + table.name() + "' already");
          }
        }
      }
    }
  }

  private static UnreachableException taken(Layout layout, String why) {
    return new UnreachableException(
        "the database for the %s is not empty: %s".formatted(layout.schema().words(), why));
  }

  private static UnreachableException fault(Layout layout, SQLException failed) {
    return new UnreachableException(
        "the %s were not filled: %s".formatted(layout.schema().words(), failed.getMessage()),
        failed);
  }

  /// Adds a row; its cells stand in the order of the columns.
  public void add(TableShape table, List<Cell> row) {
    try {
      Batch batch = open.get(table);
      if (batch == null) {
        batch = new Batch(connection.prepareStatement(table.insertion()));
        open.put(table, batch);
      }
      for (int at = 0; at < row.size(); at++) {
        set(batch.statement, at + 1, row.get(at), table.columns().get(at).kind());
      }
      batch.add();
    } catch (SQLException failed) {
      throw fault(layout, failed);
    }
  }

  /// The table is complete: what follows may point at its rows.
  public void end(TableShape table) {
    try {
      Batch batch = open.remove(table);
      if (batch != null) {
        batch.flush();
        batch.statement.close();
      }
    } catch (SQLException failed) {
      throw fault(layout, failed);
    }
  }

  private static void set(PreparedStatement statement, int at, Cell cell, Column.Kind kind)
      throws SQLException {
    switch (cell) {
      case Cell.Text(String text) -> statement.setString(at, text);
      case Cell.Whole(long number) -> statement.setLong(at, number);
      case Cell.Truth(boolean truth) -> statement.setBoolean(at, truth);
      case Cell.Bytes(var octets) -> statement.setBytes(at, octets.toArray());
      case Cell.Nothing() -> statement.setNull(at, type(kind));
    }
  }

  private static int type(Column.Kind kind) {
    return switch (kind) {
      case TEXT -> Types.VARCHAR;
      case WHOLE -> Types.BIGINT;
      case TRUTH -> Types.BOOLEAN;
      case BYTES -> Types.BINARY;
    };
  }

  /// Keeps what was added, and brings the tables to the newest shape.
  public void commit() {
    try {
      for (TableShape table : List.copyOf(open.keySet())) {
        end(table);
      }
      connection.commit();
      connection.setAutoCommit(true);
      layout.schema().layOut(connection, vendor, layout.schema().newest());
    } catch (SQLException failed) {
      throw fault(layout, failed);
    }
  }

  @Override
  public void close() {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
      connection.close();
    } catch (SQLException failed) {
      throw fault(layout, failed);
    }
  }
}
