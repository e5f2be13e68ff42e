package org.parley.store;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.core.casefile.Stage;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.view.Audience;
import org.parley.core.handling.MarkingText;
import org.parley.core.people.Relation;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Cases;
import org.springframework.jdbc.core.simple.JdbcClient;

record SqlCases(JdbcClient sql, Session session) implements Cases {

  @Override
  public void put(Realm realm, CaseId id, List<Line> lines) {
    session.writing();
    sql.sql("delete from incident_line where realm = :realm and incident = :incident")
        .param("realm", realm.word())
        .param("incident", id.toString())
        .update();
    lines.forEach(this::insert);
  }

  private void insert(Line line) {
    Optional<Range> level = line.gauge().level();
    Table.INCIDENT_LINE.insert(
        sql,
        line.key().realm().word(),
        line.audience().word(),
        line.key().id().toString(),
        line.relation().word(),
        line.key().number(),
        line.label().title(),
        line.label().folded(),
        String.join(" ", line.label().types()),
        line.way().stage().word(),
        line.way().reported().toEpochMilli(),
        line.way().changed().toEpochMilli(),
        line.way().revisions(),
        line.way().beside(),
        level.map(Range::mildest).orElse(null),
        level.map(Range::gravest).orElse(null),
        line.gauge().due().map(Instant::toEpochMilli).orElse(null),
        MarkingText.write(line.marking()));
  }

  @Override
  public List<Line> list(Readers readers, Filter filter, Page page) {
    session.reading();
    if (readers.audiences().isEmpty()
        || readers.relations().isEmpty()
        || filter.stages().isEmpty()) {
      return List.of();
    }
    Map<String, Object> params = new HashMap<>();
    String where = where(readers, filter, params);
    String key = key(page.order());
    String direction = page.order() == Order.DUE ? "asc" : "desc";
    if (page.after().isPresent()) {
      params.put("key", page.after().get().key());
      params.put("after", page.after().get().number());
      where +=
          " and (%s %s :key or (%s = :key and number < :after))"
              .formatted(key, page.order() == Order.DUE ? ">" : "<", key);
    }
    params.put("most", page.most());
    return Table.INCIDENT_LINE.rows(
        sql,
        params,
        where + " order by %s %s, number desc limit :most".formatted(key, direction),
        SqlCases::line);
  }

  /// What an order goes by; the same as [Cases.Place] has it.
  private static String key(Order order) {
    return switch (order) {
      case CHANGED -> "changed";
      case DUE -> "coalesce(due, %d)".formatted(Long.MAX_VALUE);
      case GRAVEST -> "coalesce(gravest * 1000 + mildest, -1)";
      case NUMBER -> "number";
    };
  }

  @Override
  public Map<Stage, Long> count(Readers readers, Filter filter) {
    session.reading();
    Map<Stage, Long> counts = new EnumMap<>(Stage.class);
    if (readers.audiences().isEmpty()
        || readers.relations().isEmpty()
        || filter.stages().isEmpty()) {
      return counts;
    }
    Map<String, Object> params = new HashMap<>();
    String where = where(readers, filter, params);
    sql.sql("select stage, count(*) from incident_line " + where + " group by stage")
        .params(params)
        .query((results, number) ->
            Map.entry(Stage.parse(results.getString(1)).orElseThrow(), results.getLong(2)))
        .list()
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  @Override
  public Optional<Line> find(Readers readers, CaseId id) {
    session.reading();
    if (readers.audiences().isEmpty() || readers.relations().isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> params = new HashMap<>();
    String where = where(readers, Filter.ALL, params);
    params.put("incident", id.toString());
    return Table.INCIDENT_LINE
        .rows(sql, params, where + " and incident = :incident", SqlCases::line)
        .stream()
        .findFirst();
  }

  @Override
  public long cases(Realm realm) {
    session.reading();
    return sql.sql("select count(distinct incident) from incident_line where realm = :realm")
        .param("realm", realm.word())
        .query(Long.class)
        .single();
  }

  private static String where(Readers readers, Filter filter, Map<String, Object> params) {
    params.put("realm", readers.realm().word());
    params.put("audiences", readers.audiences().stream().map(Audience::word).toList());
    params.put("relations", readers.relations().stream().map(Relation::word).toList());
    params.put("stages", filter.stages().stream().map(Stage::word).toList());
    StringBuilder where =
        new StringBuilder(
            "where realm = :realm and audience in (:audiences) and relation in (:relations)"
                + " and stage in (:stages)");
    if (!filter.text().isEmpty()) {
      params.put("text", "%" + filter.text().replaceAll("([%_!])", "!$1") + "%");
      where.append(" and folded like :text escape '!'");
    }
    filter
        .atLeast()
        .ifPresent(rank -> {
          params.put("rank", rank);
          where.append(" and gravest >= :rank");
        });
    filter
        .dueBefore()
        .ifPresent(moment -> {
          params.put("before", moment.toEpochMilli());
          where.append(" and due < :before");
        });
    return where.toString();
  }

  private static Line line(Row row) {
    Optional<Range> level =
        row.textIfAny("mildest")
            .map(_ -> new Range((int) row.number("mildest"), (int) row.number("gravest")));
    Optional<Instant> due = row.textIfAny("due").map(_ -> row.instant("due"));
    return new Line(
        new Key(
            row.realm(), CaseId.parse(row.text("incident")).orElseThrow(), row.number("number")),
        Audience.parse(row.text("audience")).orElseThrow(),
        Relation.parse(row.text("relation")).orElseThrow(),
        new Label(row.text("title"), row.text("folded"), types(row.text("types"))),
        new Way(
            Stage.parse(row.text("stage")).orElseThrow(),
            row.instant("reported"),
            row.instant("changed"),
            (int) row.number("revisions"),
            (int) row.number("beside")),
        new Gauge(level, due),
        MarkingText.read(row.text("marking")).orElseThrow());
  }

  private static List<String> types(String words) {
    return Stream.of(words.split(" ")).filter(word -> !word.isEmpty()).toList();
  }
}
