package org.parley.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.UnreachableException;

/// A row as it was written: its sum holds.
final class Row {

  private final Table table;
  private final @Nullable Object[] values;

  private Row(Table table, @Nullable Object[] values) {
    this.table = table;
    this.values = values;
  }

  static Row read(Table table, ResultSet results) throws SQLException {
    List<String> columns = table.columns();
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int column = 0; column < values.length; column++) {
      values[column] = results.getObject(column + 1);
    }
    if (!RowSum.of(table, values).equals(results.getString(values.length + 1))) {
      throw new UnreachableException(
          "the disk is damaged: a row of '" + table.word() + "' is not as it was written");
    }
    return new Row(table, values);
  }

  private @Nullable Object value(String column) {
    return values[table.columns().indexOf(column)];
  }

  private Object present(String column) {
    Object value = value(column);
    if (value == null) {
      throw new IllegalStateException(table.word() + " has no " + column);
    }
    return value;
  }

  String text(String column) {
    return present(column).toString();
  }

  Optional<String> textIfAny(String column) {
    return Optional.ofNullable(value(column)).map(Object::toString);
  }

  long number(String column) {
    return ((Number) present(column)).longValue();
  }

  boolean truth(String column) {
    return present(column) instanceof Boolean truth ? truth : number(column) == 1;
  }

  Instant instant(String column) {
    return Instant.ofEpochMilli(number(column));
  }

  Octets octets(String column) {
    return Octets.of((byte[]) present(column));
  }

  Digest digest(String column) {
    return new Digest(text(column));
  }

  Realm realm() {
    return Realm.parse(text("realm")).orElseThrow();
  }

  NodeId node(String column) {
    return NodeId.parse(text(column)).orElseThrow();
  }
}
