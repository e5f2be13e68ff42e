package org.parley.store.care;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.duties.port.UnreachableException;
import org.parley.store.Desk;
import org.parley.store.Schema;
import org.parley.store.SqlBooks;
import org.parley.store.Vendor;
import org.springframework.dao.DataAccessException;

/// What a look into a database found. Nothing is written, and whoever works with it works on.
///
/// @param shape the shape of its tables; empty where there are none
/// @param damage what is wrong with it, in words
/// @param waiting what has not left the node yet
public record Inspection(Optional<Integer> shape, List<String> damage, Optional<Waiting> waiting) {

  /// Parcels that wait.
  ///
  /// @param oldest when the oldest was made
  public record Waiting(long count, Instant oldest) {}

  public Inspection {
    damage = List.copyOf(damage);
  }

  /// Looks at every row, every sum and every hash.
  ///
  /// @throws UnreachableException where the database cannot be opened
  public static Inspection of(Schema schema, String url) {
    Vendor vendor = Vendor.toLook(url);
    Inspection seen = of(schema, url, vendor);
    return vendor.woke() ? of(schema, url, Vendor.there(url)) : seen;
  }

  private static Inspection of(Schema schema, String url, Vendor vendor) {
    try (Connection connection = vendor.openReader()) {
      connection.setAutoCommit(false);
      Optional<Integer> shape = schema.version(connection);
      Desk desk = new Desk(connection);
      desk.begin();
      boolean known = shape.equals(Optional.of(schema.newest()));
      List<String> damage = known ? damage(schema, url, vendor, desk) : complaints(vendor, desk);
      Optional<Waiting> waiting =
          schema == Schema.BOOKS && shape.isPresent() ? waiting(desk) : Optional.empty();
      desk.rollBack();
      return new Inspection(shape, damage, waiting);
    } catch (SQLException failed) {
      throw new UnreachableException(
          "the %s do not open: %s".formatted(schema.words(), failed.getMessage()), failed);
    }
  }

  private static List<String> damage(Schema schema, String url, Vendor vendor, Desk desk) {
    return switch (schema) {
      case BOOKS -> {
        try (SqlBooks books = SqlBooks.toLook(url)) {
          yield books.damage();
        }
      }
      case PEOPLE -> complaints(vendor, desk);
    };
  }

  private static List<String> complaints(Vendor vendor, Desk desk) {
    List<String> found = new ArrayList<>();
    try {
      found.addAll(vendor.complaints(desk.sql(), true));
    } catch (DataAccessException damaged) {
      found.add(String.valueOf(damaged.getMessage()));
    }
    return found;
  }

  private static Optional<Waiting> waiting(Desk desk) {
    try {
      return desk.sql()
          .sql("select count(*), coalesce(min(created), 0) from waiting")
          .query((row, _) -> new Waiting(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))))
          .optional()
          .filter(found -> found.count() > 0);
    } catch (DataAccessException damaged) {
      return Optional.empty();
    }
  }
}
