package org.parley.store;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.ledger.NextStep;
import org.parley.core.people.Relation;
import org.parley.core.terms.Realm;
import org.parley.duties.port.messages.Conversations;
import org.springframework.jdbc.core.simple.JdbcClient;

record SqlConversations(JdbcClient sql, Session session) implements Conversations {

  @Override
  public void put(Realm realm, ConversationId id, List<Line> lines) {
    session.writing();
    sql.sql("delete from conversation_line where realm = :realm and conversation = :id")
        .param("realm", realm.word())
        .param("id", id.toString())
        .update();
    lines.forEach(this::insert);
  }

  private void insert(Line line) {
    Table.CONVERSATION_LINE.insert(
        sql,
        line.key().realm().word(),
        line.key().office().toString(),
        line.key().id().toString(),
        line.relation().word(),
        line.label().subject(),
        // Between blanks, so that each can be looked for whole.
        between(line.label().counterparts().stream().map(OfficeId::toString)),
        between(line.label().formats().stream()),
        line.label().marking(),
        line.label().folded(),
        line.awaits().turn().word(),
        line.awaits().next().word(),
        line.awaits().due().map(Instant::toEpochMilli).orElse(null),
        Place.urgency(line),
        line.way().begun().toEpochMilli(),
        line.way().changed().toEpochMilli(),
        line.way().statements(),
        line.way().watch().map(Instant::toEpochMilli).orElse(null));
  }

  private static String between(Stream<String> words) {
    return words.collect(Collectors.joining(" ", " ", " "));
  }

  @Override
  public List<Line> list(Readers readers, Filter filter, Page page) {
    session.reading();
    if (readers.relations().isEmpty() || filter.turns().isEmpty()) {
      return List.of();
    }
    Map<String, Object> params = new HashMap<>();
    String where = where(readers, filter, params);
    String key =
        switch (page.order()) {
          case TURN -> "urgency";
          case CHANGED -> "-changed";
        };
    if (page.after().isPresent()) {
      params.put("key", page.after().get().key());
      params.put("after", page.after().get().id().toString());
      where += " and (%s > :key or (%s = :key and conversation > :after))".formatted(key, key);
    }
    params.put("most", page.most());
    return Table.CONVERSATION_LINE.rows(
        sql,
        params,
        where + " order by %s, conversation limit :most".formatted(key),
        SqlConversations::line);
  }

  @Override
  public Map<Turn, Long> count(Readers readers, Filter filter) {
    session.reading();
    Map<Turn, Long> counts = new EnumMap<>(Turn.class);
    if (readers.relations().isEmpty() || filter.turns().isEmpty()) {
      return counts;
    }
    Map<String, Object> params = new HashMap<>();
    String where = where(readers, filter, params);
    sql.sql("select turn, count(*) from conversation_line " + where + " group by turn")
        .params(params)
        .query((results, number) ->
            Map.entry(Turn.parse(results.getString(1)).orElseThrow(), results.getLong(2)))
        .list()
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  @Override
  public Optional<Line> find(Readers readers, ConversationId id) {
    session.reading();
    if (readers.relations().isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> params = new HashMap<>();
    String where = where(readers, Filter.ALL, params);
    params.put("id", id.toString());
    return Table.CONVERSATION_LINE
        .rows(sql, params, where + " and conversation = :id", SqlConversations::line)
        .stream()
        .findFirst();
  }

  @Override
  public boolean knows(Realm realm, ConversationId id) {
    session.reading();
    return sql.sql(
                "select count(*) from conversation_line where realm = :realm and conversation ="
                    + " :id")
            .param("realm", realm.word())
            .param("id", id.toString())
            .query(Long.class)
            .single()
        > 0;
  }

  @Override
  public List<ConversationId> passed(Realm realm, Instant now) {
    session.reading();
    return sql.sql(
            "select distinct conversation from conversation_line where realm = :realm and watch <"
                + " :now order by conversation")
        .param("realm", realm.word())
        .param("now", now.toEpochMilli())
        .query((results, number) -> ConversationId.parse(results.getString(1)).orElseThrow())
        .list();
  }

  private static String where(Readers readers, Filter filter, Map<String, Object> params) {
    params.put("realm", readers.realm().word());
    params.put("office", readers.office().toString());
    params.put("relations", readers.relations().stream().map(Relation::word).toList());
    params.put("turns", filter.turns().stream().map(Turn::word).toList());
    StringBuilder where =
        new StringBuilder(
            "where realm = :realm and office = :office and relation in (:relations)"
                + " and turn in (:turns)");
    like(where, params, "folded", filter.text(), "%", "%");
    like(where, params, "counterparts", filter.party(), "% ", "/%");
    like(where, params, "formats", filter.format(), "% ", " %");
    return where.toString();
  }

  private static void like(
      StringBuilder where,
      Map<String, Object> params,
      String column,
      String text,
      String before,
      String behind) {
    if (!text.isEmpty()) {
      params.put(column, before + text.replaceAll("([%_!])", "!$1") + behind);
      where.append(" and %s like :%s escape '!'".formatted(column, column));
    }
  }

  private static Line line(Row row) {
    Optional<Instant> due = row.textIfAny("due").map(_ -> row.instant("due"));
    Optional<Instant> watch = row.textIfAny("watch").map(_ -> row.instant("watch"));
    return new Line(
        new Key(
            row.realm(),
            OfficeId.parse(row.text("office")).orElseThrow(),
            ConversationId.parse(row.text("conversation")).orElseThrow()),
        Relation.parse(row.text("relation")).orElseThrow(),
        new Label(
            row.text("subject"),
            words(row.text("counterparts"))
                .map(each -> OfficeId.parse(each).orElseThrow())
                .toList(),
            words(row.text("formats")).toList(),
            row.text("marking"),
            row.text("folded")),
        new Awaits(
            Turn.parse(row.text("turn")).orElseThrow(),
            NextStep.parse(row.text("next_step")).orElseThrow(),
            due),
        new Way(
            row.instant("begun"), row.instant("changed"), (int) row.number("statements"), watch));
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.split(" ")).filter(word -> !word.isEmpty());
  }
}
