package org.parley.store.care;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.parley.core.terms.Octets;
import org.parley.duties.port.UnreachableException;
import org.parley.store.Schema;
import org.parley.store.Vendor;

/// One state of a database, whoever writes into it meanwhile: every row read from it is as it was
/// when the snapshot was taken.
public final class Snapshot implements AutoCloseable {

  /// So many rows are fetched at once; one may hold a whole attachment.
  private static final int FETCHED = 8;

  private final Vendor vendor;
  private final Connection connection;
  private final Layout layout;

  private Snapshot(Vendor vendor, Connection connection, Layout layout) {
    this.vendor = vendor;
    this.connection = connection;
    this.layout = layout;
  }

  /// Takes a snapshot; empty where the database has no tables of this kind.
  public static Optional<Snapshot> of(Schema schema, String url) {
    Vendor vendor = Vendor.there(url);
    try {
      Connection connection = vendor.openReader();
      try {
        connection.setAutoCommit(false);
        Optional<Integer> shape = schema.version(connection);
        if (shape.isEmpty()) {
          connection.close();
          return Optional.empty();
        }
        return Optional.of(new Snapshot(vendor, connection, Layout.of(schema, shape.get())));
      } catch (SQLException | RuntimeException failed) {
        connection.close();
        throw failed;
      }
    } catch (SQLException failed) {
      throw unreadable(schema, failed);
    }
  }

  private static UnreachableException unreadable(Schema schema, SQLException failed) {
    return new UnreachableException(
        "the %s cannot be read: %s".formatted(schema.words(), failed.getMessage()), failed);
  }

  public Layout layout() {
    return layout;
  }

  /// Gives every row of a table, in the order of its key; how many there were.
  public long rows(TableShape table, Consumer<List<Cell>> taker) {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCHED);
      long count = 0;
      try (ResultSet results = statement.executeQuery(table.selection(vendor.plainOrder()))) {
        while (results.next()) {
          taker.accept(cells(table, results));
          count++;
        }
      }
      return count;
    } catch (SQLException failed) {
      throw unreadable(layout.schema(), failed);
    }
  }

  private static List<Cell> cells(TableShape table, ResultSet results) throws SQLException {
    List<Cell> cells = new ArrayList<>(table.columns().size());
    for (int at = 1; at <= table.columns().size(); at++) {
      Cell cell =
          switch (table.columns().get(at - 1).kind()) {
            case TEXT -> {
              String text = results.getString(at);
              yield text == null ? new Cell.Nothing() : new Cell.Text(text);
            }
            case BYTES -> {
              byte[] bytes = results.getBytes(at);
              yield bytes == null ? new Cell.Nothing() : new Cell.Bytes(Octets.of(bytes));
            }
            case WHOLE -> new Cell.Whole(results.getLong(at));
            case TRUTH -> new Cell.Truth(results.getBoolean(at));
          };
      cells.add(results.wasNull() ? new Cell.Nothing() : cell);
    }
    return cells;
  }

  @Override
  public void close() {
    try {
      connection.rollback();
      connection.close();
    } catch (SQLException failed) {
      throw unreadable(layout.schema(), failed);
    }
  }
}
