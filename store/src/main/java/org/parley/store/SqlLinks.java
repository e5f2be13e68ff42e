package org.parley.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Links;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Gaps are kept as ranges: a peer that jumps to a huge number costs one row, not one for each
/// number it left out.
record SqlLinks(JdbcClient sql, Session session) implements Links {

  @Override
  public Optional<Slip> lastSent(Realm realm, NodeId to) {
    session.reading();
    return Table.SLIP_SENT.row(
        sql,
        Map.of("realm", realm.word(), "recipient", to.toString()),
        "where realm = :realm and recipient = :recipient order by number desc limit 1",
        SqlLinks::slip);
  }

  @Override
  public Optional<Slip> sent(Realm realm, NodeId to, long number) {
    session.reading();
    return Table.SLIP_SENT.row(
        sql,
        Map.of("realm", realm.word(), "recipient", to.toString(), "number", number),
        "where realm = :realm and recipient = :recipient and number = :number",
        SqlLinks::slip);
  }

  @Override
  public void sent(Realm realm, NodeId to, Slip slip) {
    session.writing();
    long last = lastSent(realm, to).map(Slip::number).orElse(0L);
    if (slip.number() <= last) {
      throw new IllegalStateException("slip " + slip.number() + " does not follow " + last);
    }
    Table.SLIP_SENT.insert(sql, realm.word(), to.toString(), slip.number(), slip.digest().hex());
  }

  @Override
  public Optional<Slip> received(Realm realm, NodeId from, long number) {
    session.reading();
    return Table.SLIP_RECEIVED.row(
        sql,
        Map.of("realm", realm.word(), "sender", from.toString(), "number", number),
        "where realm = :realm and sender = :sender and number = :number",
        SqlLinks::slip);
  }

  @Override
  public void received(Realm realm, NodeId from, Slip slip) {
    session.writing();
    Optional<Slip> before = received(realm, from, slip.number());
    if (before.isPresent()) {
      if (!before.get().equals(slip)) {
        throw new IllegalStateException("slip " + slip.number() + " is there with another digest");
      }
      return;
    }
    if (slip.number() < 1) {
      throw new IllegalStateException("slips are counted from 1");
    }
    long highest = highestReceived(realm, from);
    Table.SLIP_RECEIVED.insert(
        sql, realm.word(), from.toString(), slip.number(), slip.digest().hex());
    if (slip.number() - 1 > highest) {
      gap(realm, from, highest + 1, slip.number() - 1);
    } else if (slip.number() < highest) {
      close(realm, from, slip.number());
    }
  }

  @Override
  public Optional<Slip> lastReceived(Realm realm, NodeId from) {
    session.reading();
    return Table.SLIP_RECEIVED.row(
        sql,
        Map.of("realm", realm.word(), "sender", from.toString()),
        "where realm = :realm and sender = :sender order by number desc limit 1",
        SqlLinks::slip);
  }

  private long highestReceived(Realm realm, NodeId from) {
    return sql.sql(
            """
            select coalesce(max(number), 0) from slip_received
            where realm = :realm and sender = :sender
            """)
        .params(Map.of("realm", realm.word(), "sender", from.toString()))
        .query(Long.class)
        .single();
  }

  private void close(Realm realm, NodeId from, long number) {
    long[] gap =
        Table.SLIP_GAP
            .row(
                sql,
                Map.of("realm", realm.word(), "sender", from.toString(), "number", number),
                """
                where realm = :realm and sender = :sender and lowest <= :number
                order by lowest desc limit 1
                """,
                row -> new long[] {row.number("lowest"), row.number("highest")})
            .orElseThrow();
    sql.sql("delete from slip_gap where realm = :realm and sender = :sender and lowest = :lowest")
        .params(Map.of("realm", realm.word(), "sender", from.toString(), "lowest", gap[0]))
        .update();
    if (gap[0] < number) {
      gap(realm, from, gap[0], number - 1);
    }
    if (number < gap[1]) {
      gap(realm, from, number + 1, gap[1]);
    }
  }

  private void gap(Realm realm, NodeId from, long lowest, long highest) {
    Table.SLIP_GAP.insert(sql, realm.word(), from.toString(), lowest, highest);
  }

  @Override
  public List<Long> missing(Realm realm, NodeId from, int atMost) {
    session.reading();
    return Table.SLIP_GAP
        .rows(
            sql,
            Map.of("realm", realm.word(), "sender", from.toString(), "most", atMost),
            "where realm = :realm and sender = :sender order by lowest limit :most",
            row -> new Gap(row.number("lowest"), row.number("highest")))
        .stream()
        .flatMapToLong(Gap::asked)
        .limit(atMost)
        .boxed()
        .toList();
  }

  private static Slip slip(Row row) {
    return new Slip(row.number("number"), new Digest(row.text("digest")));
  }
}
