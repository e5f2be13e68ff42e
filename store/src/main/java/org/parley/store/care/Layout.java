package org.parley.store.care;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.duties.port.UnreachableException;
import org.parley.store.Schema;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Which tables there are in a shape, those first that others point at. Learnt by laying the shape
/// out in memory, so that no list of tables must be kept beside the migrations.
///
/// @param tables what is copied; what lets somebody in for a while is not
public record Layout(Schema schema, int shape, List<TableShape> tables) {

  /// Whoever was signed in, or had a link or a token, before the copy was made signs in anew: what
  /// was taken back since must not come to life again. What programs were answered goes with their
  /// tokens.
  private static final Set<String> PASSING = Set.of("session", "pass", "access_token", "reply");

  public Layout {
    tables = List.copyOf(tables);
  }

  /// The layout of a shape that this program knows.
  public static Layout of(Schema schema, int shape) {
    schema.refuseNewer(shape);
    try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      schema.layOut(memory, shape);
      JdbcTemplate sql = new JdbcTemplate(new SingleConnectionDataSource(memory, true));
      List<String> names =
          sql.query(
              "select name from sqlite_master where type = 'table' and name not like 'sqlite%'"
                  + " and name <> ? order by name",
              (row, _) -> row.getString(1), schema.history());
      List<TableShape> tables = new ArrayList<>();
      for (String name : inOrder(sql, names)) {
        if (!PASSING.contains(name)) {
          tables.add(new TableShape(name, columns(sql, name)));
        }
      }
      return new Layout(schema, shape, tables);
    } catch (SQLException failed) {
      throw new UnreachableException("the shape of the tables cannot be learnt", failed);
    }
  }

  private static List<String> inOrder(JdbcTemplate sql, List<String> names) {
    List<String> ordered = new ArrayList<>();
    List<String> left = new ArrayList<>(names);
    while (!left.isEmpty()) {
      String next =
          left.stream()
              .filter(name -> pointsAt(sql, name).stream().noneMatch(left::contains))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("tables point at each other in a ring"));
      ordered.add(next);
      left.remove(next);
    }
    return ordered;
  }

  private static List<String> pointsAt(JdbcTemplate sql, String name) {
    return sql
        .query("pragma foreign_key_list(" + name + ")", (row, _) -> row.getString("table"))
        .stream()
        .filter(other -> !other.equals(name))
        .toList();
  }

  private static List<Column> columns(JdbcTemplate sql, String name) {
    return sql.query(
        "pragma table_info(" + name + ")",
        (row, _) ->
            new Column(row.getString("name"), kind(row.getString("type")), row.getInt("pk") > 0));
  }

  private static Column.Kind kind(String type) {
    return switch (type.toLowerCase(java.util.Locale.ROOT)) {
      case "text" -> Column.Kind.TEXT;
      case "bigint", "integer" -> Column.Kind.WHOLE;
      case "boolean" -> Column.Kind.TRUTH;
      case "blob" -> Column.Kind.BYTES;
      default -> throw new IllegalStateException("a column of type " + type + " cannot be copied");
    };
  }
}
