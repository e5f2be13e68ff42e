package org.parley.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Histories;
import org.springframework.jdbc.core.simple.JdbcClient;

record SqlHistories(JdbcClient sql, Session session) implements Histories {

  @Override
  public List<Octets> events(Realm realm, String stream) {
    session.reading();
    return Table.EVENT.rows(
        sql,
        Map.of("realm", realm.word(), "stream", stream),
        "where realm = :realm and stream = :stream order by number",
        row -> row.octets("octets"));
  }

  @Override
  public void append(Realm realm, String stream, int after, Octets event) {
    session.writing();
    int there = length(realm, stream);
    if (there != after) {
      throw new IllegalStateException(
          "a stream of " + there + " events is not continued behind " + after);
    }
    if (there == 0) {
      Table.STREAM.insert(sql, realm.word(), stream, Table.STREAM.next(sql, "place"));
    }
    Table.EVENT.insert(sql, realm.word(), stream, there, event.toArray());
  }

  @Override
  public Optional<Octets> last(Realm realm, String stream) {
    session.reading();
    return Table.EVENT
        .rows(
            sql,
            Map.of("realm", realm.word(), "stream", stream),
            "where realm = :realm and stream = :stream order by number desc limit 1",
            row -> row.octets("octets"))
        .stream()
        .findFirst();
  }

  @Override
  public int length(Realm realm, String stream) {
    session.reading();
    return sql.sql(
            """
            select coalesce(max(number) + 1, 0) from event
            where realm = :realm and stream = :stream
            """)
        .param("realm", realm.word())
        .param("stream", stream)
        .query(Integer.class)
        .single();
  }

  @Override
  public List<String> streams(Realm realm, String prefix) {
    session.reading();
    return Table.STREAM.rows(
        sql,
        Map.of("realm", realm.word(), "prefix", prefix),
        """
        where realm = :realm and substr(name, 1, length(:prefix)) = :prefix
        order by place
        """,
        row -> row.text("name"));
  }
}
