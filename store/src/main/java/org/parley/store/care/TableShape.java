package org.parley.store.care;

import java.util.List;
import java.util.stream.Collectors;

/// A table with its columns in their order.
public record TableShape(String name, List<Column> columns) {

  public TableShape {
    columns = List.copyOf(columns);
  }

  /// All rows, in an order that is the same in every database.
  ///
  /// @param plainOrder what puts text into the order of its octets
  String selection(String plainOrder) {
    String order =
        columns.stream()
            .filter(Column::key)
            .map(column ->
                column.kind() == Column.Kind.TEXT ? column.name() + plainOrder : column.name())
            .collect(Collectors.joining(", "));
    return "select %s from %s order by %s".formatted(names(), name, order);
  }

  String insertion() {
    String marks = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
    return "insert into %s (%s) values (%s)".formatted(name, names(), marks);
  }

  private String names() {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }
}
