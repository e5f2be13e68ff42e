package org.parley.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A table of the books. Every row carries a sum over its columns, made when it is written and
/// checked whenever it is read.
enum Table {
  DOCUMENT("digest", "octets", "erased"),
  STREAM("realm", "name", "place"),
  EVENT("realm", "stream", "number", "octets"),
  ENTRY("number", "octets"),
  NODE("level", "place", "hash"),
  WAITING(
      "parcel", "slip", "realm", "recipient", "created", "place", "tries", "next_try", "last_came"),
  SEALED("parcel", "octets"),
  RECEIVED("parcel", "slip", "sender", "at", "receipt", "place"),
  SLIP_SENT("realm", "recipient", "number", "digest"),
  SLIP_RECEIVED("realm", "sender", "number", "digest"),
  SLIP_GAP("realm", "sender", "lowest", "highest"),
  INCIDENT_LINE(
      "realm",
      "audience",
      "incident",
      "relation",
      "number",
      "title",
      "folded",
      "types",
      "stage",
      "reported",
      "changed",
      "revisions",
      "beside",
      "mildest",
      "gravest",
      "due",
      "marking"),
  CONVERSATION_LINE(
      "realm",
      "office",
      "conversation",
      "relation",
      "subject",
      "counterparts",
      "formats",
      "marking",
      "folded",
      "turn",
      "next_step",
      "due",
      "urgency",
      "begun",
      "changed",
      "statements",
      "watch"),
  DRAFT("id", "realm", "office", "changed", "label", "octets"),
  REPLY("realm", "token", "name", "request", "at", "octets");

  private final List<String> columns;

  Table(String... columns) {
    this.columns = List.of(columns);
  }

  List<String> columns() {
    return columns;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Adds a row; the values stand in the order of the columns.
  void insert(JdbcClient sql, @Nullable Object... values) {
    Map<String, @Nullable Object> row = row(values);
    row.put("row_sum", RowSum.of(this, values));
    sql.sql(
            "insert into %s (%s, row_sum) values (:%s, :row_sum)"
                .formatted(word(), String.join(", ", columns), String.join(", :", columns)))
        .params(row)
        .update();
  }

  /// Writes the row anew whose first column has the first value.
  void update(JdbcClient sql, @Nullable Object... values) {
    Map<String, @Nullable Object> row = row(values);
    row.put("row_sum", RowSum.of(this, values));
    Stream<String> settings = columns.stream().skip(1).map(column -> column + " = :" + column);
    sql.sql(
            "update %s set %s, row_sum = :row_sum where %s = :%s"
                .formatted(
                    word(),
                    String.join(", ", settings.toList()),
                    columns.getFirst(),
                    columns.getFirst()))
        .params(row)
        .update();
  }

  /// The rows for which the rest of the query holds, which begins with `where` or `order by`.
  <T> List<T> rows(JdbcClient sql, Map<String, ?> params, String rest, Reading<T> reading) {
    return sql.sql(select() + " " + rest).params(params).query(mapper(reading)).list();
  }

  <T> Optional<T> row(JdbcClient sql, Map<String, ?> params, String rest, Reading<T> reading) {
    return sql.sql(select() + " " + rest).params(params).query(mapper(reading)).optional();
  }

  String select() {
    return "select " + String.join(", ", columns) + ", row_sum from " + word();
  }

  private <T> RowMapper<T> mapper(Reading<T> reading) {
    return (results, number) -> reading.read(Row.read(this, results));
  }

  private Map<String, @Nullable Object> row(@Nullable Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(word() + " has other columns");
    }
    Map<String, @Nullable Object> row = new LinkedHashMap<>(2 * values.length);
    for (int column = 0; column < values.length; column++) {
      row.put(columns.get(column), values[column]);
    }
    return row;
  }

  /// The next free number in a column that counts.
  long next(JdbcClient sql, String column) {
    return sql.sql("select coalesce(max(%s), 0) + 1 from %s".formatted(column, word()))
        .query(Long.class)
        .single();
  }

  /// Makes a value of a row.
  @FunctionalInterface
  interface Reading<T> {
    T read(Row row);
  }

  static Map<String, Object> none() {
    return Collections.emptyMap();
  }
}
