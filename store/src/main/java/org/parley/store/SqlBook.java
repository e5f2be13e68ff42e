package org.parley.store;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.ledger.NextStep;
import org.parley.core.people.Relation;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.port.Cases;
import org.parley.duties.port.Documents;
import org.parley.duties.port.Histories;
import org.parley.duties.port.Inbox;
import org.parley.duties.port.Links;
import org.parley.duties.port.LogNodes;
import org.parley.duties.port.Outbox;
import org.parley.duties.port.Replies;
import org.parley.duties.port.messages.Conversations;
import org.parley.duties.port.messages.Drafts;
import org.springframework.jdbc.core.simple.JdbcClient;

record SqlBook(JdbcClient sql, Session session) implements Book {

  @Override
  public Documents documents() {
    return new SqlDocuments(sql, session);
  }

  @Override
  public Histories histories() {
    return new SqlHistories(sql, session);
  }

  @Override
  public LogNodes log() {
    return new SqlLogNodes(sql, session);
  }

  @Override
  public Outbox outbox() {
    return new SqlOutbox(sql, session);
  }

  @Override
  public Inbox inbox() {
    return new SqlInbox(sql, session);
  }

  @Override
  public Links links() {
    return new SqlLinks(sql, session);
  }

  @Override
  public Cases cases() {
    return new SqlCases(sql, session);
  }

  @Override
  public Conversations conversations() {
    return new SqlConversations(sql, session);
  }

  @Override
  public Drafts drafts() {
    return new SqlDrafts(sql, session);
  }

  @Override
  public Replies replies() {
    return new SqlReplies(sql, session);
  }

  /// What programs were answered.
  record SqlReplies(JdbcClient sql, Session session) implements Replies {

    @Override
    public Optional<Reply> find(Realm realm, UUID token, Digest key) {
      session.reading();
      return Table.REPLY.row(
          sql,
          Map.of("realm", realm.word(), "token", token.toString(), "name", key.hex()),
          "where realm = :realm and token = :token and name = :name",
          row ->
              new Reply(
                  row.realm(),
                  UUID.fromString(row.text("token")),
                  row.digest("name"),
                  row.digest("request"),
                  row.instant("at"),
                  row.octets("octets")));
    }

    @Override
    public void keep(Reply reply) {
      session.writing();
      if (find(reply.realm(), reply.token(), reply.key()).isPresent()) {
        throw new IllegalStateException("there is a reply under this key");
      }
      Table.REPLY.insert(
          sql,
          reply.realm().word(),
          reply.token().toString(),
          reply.key().hex(),
          reply.request().hex(),
          reply.at().toEpochMilli(),
          reply.answer().toArray());
    }

    @Override
    public void forgetBefore(Instant time) {
      session.writing();
      sql.sql("delete from reply where at < :time").param("time", time.toEpochMilli()).update();
    }
  }

  /// The lists of conversations.
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
      if (!filter.formats().isEmpty()) {
        StringJoiner any = new StringJoiner(" or ", " and (", ")");
        for (String format : filter.formats()) {
          String name = "format" + params.size();
          params.put(name, "% " + format.replaceAll("([%_!])", "!$1") + " %");
          any.add("formats like :%s escape '!'".formatted(name));
        }
        where.append(any);
      }
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

  /// Messages that are still written.
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
}
