package org.parley.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Outbox;
import org.parley.duties.port.UnreachableException;
import org.springframework.jdbc.core.simple.JdbcClient;

record SqlOutbox(JdbcClient sql, Session session) implements Outbox {

  @Override
  public void add(Parcel parcel, int tries) {
    session.writing();
    if (row(parcel.parcel()).isEmpty()) {
      Table.SEALED.insert(sql, parcel.parcel().hex(), parcel.sealed().toArray());
      Table.WAITING.insert(
          sql,
          parcel.parcel().hex(),
          parcel.slip().hex(),
          parcel.realm().word(),
          parcel.to().toString(),
          parcel.created().toEpochMilli(),
          Table.WAITING.next(sql, "place"),
          tries,
          parcel.created().toEpochMilli(),
          null);
    }
  }

  @Override
  public List<Waiting> due(Instant now, int atMost) {
    session.reading();
    return waiting(
        Map.of("now", now.toEpochMilli(), "most", atMost),
        "where next_try <= :now order by next_try, place limit :most");
  }

  @Override
  public List<Waiting> waitingFor(NodeId to) {
    session.reading();
    return waiting(
        Map.of("recipient", to.toString()), "where recipient = :recipient order by place");
  }

  @Override
  public Optional<Waiting> find(Digest parcel) {
    session.reading();
    return row(parcel).map(this::waiting);
  }

  @Override
  public void tried(Digest parcel, Instant next, String whatCame) {
    session.writing();
    row(parcel)
        .ifPresent(row ->
            Table.WAITING.update(
                sql,
                row.text("parcel"),
                row.text("slip"),
                row.text("realm"),
                row.text("recipient"),
                row.number("created"),
                row.number("place"),
                row.number("tries") + 1,
                next.toEpochMilli(),
                whatCame));
  }

  @Override
  public void done(Digest parcel) {
    session.writing();
    sql.sql("delete from waiting where parcel = :parcel").param("parcel", parcel.hex()).update();
    sql.sql("delete from sealed where parcel = :parcel").param("parcel", parcel.hex()).update();
  }

  private Optional<Row> row(Digest parcel) {
    return Table.WAITING.row(
        sql, Map.of("parcel", parcel.hex()), "where parcel = :parcel", row -> row);
  }

  private List<Waiting> waiting(Map<String, ?> params, String rest) {
    return Table.WAITING.rows(sql, params, rest, row -> row).stream().map(this::waiting).toList();
  }

  private Octets sealed(Row waiting) {
    return Table.SEALED
        .row(
            sql,
            Map.of("parcel", waiting.text("parcel")),
            "where parcel = :parcel",
            row -> row.octets("octets"))
        .orElseThrow(() -> new UnreachableException("the disk is damaged: a parcel is missing"));
  }

  private Waiting waiting(Row row) {
    Parcel parcel =
        new Parcel(
            row.digest("parcel"),
            row.digest("slip"),
            row.realm(),
            row.node("recipient"),
            sealed(row),
            row.instant("created"));
    return new Waiting(
        parcel,
        Math.toIntExact(row.number("tries")),
        row.instant("next_try"),
        row.textIfAny("last_came"));
  }
}
