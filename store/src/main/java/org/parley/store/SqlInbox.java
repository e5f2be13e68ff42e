package org.parley.store;

import java.util.Map;
import java.util.Optional;
import org.parley.core.terms.Digest;
import org.parley.duties.port.Inbox;
import org.springframework.jdbc.core.simple.JdbcClient;

record SqlInbox(JdbcClient sql, Session session) implements Inbox {

  @Override
  public void add(Received received) {
    session.writing();
    if (byParcel(received.parcel()).isPresent()) {
      throw new IllegalStateException("a parcel is taken in once");
    }
    Table.RECEIVED.insert(
        sql,
        received.parcel().hex(),
        received.slip().hex(),
        received.from().toString(),
        received.at().toEpochMilli(),
        received.receipt().toArray(),
        Table.RECEIVED.next(sql, "place"));
  }

  @Override
  public Optional<Received> byParcel(Digest parcel) {
    session.reading();
    return Table.RECEIVED.row(
        sql, Map.of("parcel", parcel.hex()), "where parcel = :parcel", SqlInbox::received);
  }

  @Override
  public Optional<Received> bySlip(Digest slip) {
    session.reading();
    return Table.RECEIVED.row(
        sql,
        Map.of("slip", slip.hex()),
        "where slip = :slip order by place limit 1",
        SqlInbox::received);
  }

  private static Received received(Row row) {
    return new Received(
        row.digest("parcel"),
        row.digest("slip"),
        row.node("sender"),
        row.instant("at"),
        row.octets("receipt"));
  }
}
