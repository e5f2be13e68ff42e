package org.parley.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.directory.OfficeId;
import org.parley.core.terms.Realm;
import org.parley.duties.port.messages.Drafts;
import org.springframework.jdbc.core.simple.JdbcClient;

record SqlDrafts(JdbcClient sql, Session session) implements Drafts {

  @Override
  public void keep(Draft draft) {
    session.writing();
    sql.sql("delete from draft where id = :id").param("id", draft.id().toString()).update();
    Table.DRAFT.insert(
        sql,
        draft.id().toString(),
        draft.realm().word(),
        draft.office().toString(),
        draft.changed().toEpochMilli(),
        draft.label(),
        draft.content().toArray());
  }

  @Override
  public Optional<Draft> find(Realm realm, OfficeId office, UUID id) {
    session.reading();
    return Table.DRAFT.row(
        sql,
        Map.of("realm", realm.word(), "office", office.toString(), "id", id.toString()),
        "where id = :id and realm = :realm and office = :office",
        SqlDrafts::draft);
  }

  @Override
  public List<Draft> list(Realm realm, OfficeId office) {
    session.reading();
    return Table.DRAFT.rows(
        sql,
        Map.of("realm", realm.word(), "office", office.toString(), "most", MOST),
        "where realm = :realm and office = :office order by changed desc, id limit :most",
        SqlDrafts::draft);
  }

  @Override
  public void remove(Realm realm, UUID id) {
    session.writing();
    sql.sql("delete from draft where realm = :realm and id = :id")
        .param("realm", realm.word())
        .param("id", id.toString())
        .update();
  }

  private static Draft draft(Row row) {
    return new Draft(
        UUID.fromString(row.text("id")),
        row.realm(),
        OfficeId.parse(row.text("office")).orElseThrow(),
        row.instant("changed"),
        row.text("label"),
        row.octets("octets"));
  }
}
