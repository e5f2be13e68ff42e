package org.parley.store;

import java.util.Map;
import java.util.Optional;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.port.LogNodes;
import org.springframework.jdbc.core.simple.JdbcClient;

record SqlLogNodes(JdbcClient sql, Session session) implements LogNodes {

  @Override
  public long size() {
    session.reading();
    return sql.sql("select coalesce(max(number) + 1, 0) from entry").query(Long.class).single();
  }

  @Override
  public Octets entry(long index) {
    session.reading();
    return Table.ENTRY
        .row(sql, Map.of("number", index), "where number = :number", row -> row.octets("octets"))
        .orElseThrow(() -> new IndexOutOfBoundsException("no entry " + index));
  }

  @Override
  public void append(Octets entry) {
    session.writing();
    Table.ENTRY.insert(sql, size(), entry.toArray());
  }

  @Override
  public Optional<Digest> node(int level, long index) {
    session.reading();
    return Table.NODE.row(
        sql,
        Map.of("level", level, "place", index),
        "where level = :level and place = :place",
        row -> row.digest("hash"));
  }

  @Override
  public void keepNode(int level, long index, Digest hash) {
    session.writing();
    Optional<Digest> before = node(level, index);
    if (before.isEmpty()) {
      Table.NODE.insert(sql, level, index, hash.hex());
    } else if (!before.get().equals(hash)) {
      throw new IllegalStateException("the hash of a whole subtree never changes");
    }
  }
}
