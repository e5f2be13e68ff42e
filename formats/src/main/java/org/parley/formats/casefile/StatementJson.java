package org.parley.formats.casefile;

import java.util.List;
import java.util.Optional;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Mode;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Statement;
import org.parley.core.fact.Value;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.exchange.Typed;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.formats.parley.fact.StatedReader;
import org.parley.formats.parley.fact.ValueWriter;
import org.parley.formats.tree.Tree;
import tools.jackson.core.JsonGenerator;

/// Statements about facts as JSON objects, in the words of incident files: options by name, so that
/// a later edition of the catalogue reads them the same way.
final class StatementJson {

  private final KnownFacts facts;

  StatementJson(KnownFacts facts) {
    this.facts = facts;
  }

  /// Writes a statement; one about a fact that is not known here is a defect.
  void write(JsonGenerator json, Statement statement) {
    FactType type =
        facts
            .find(statement.key().fact())
            .orElseThrow(() -> new IllegalArgumentException("no fact " + statement.key().fact()))
            .type();
    json.writeStartObject();
    key(json, statement.key());
    json.writeObjectPropertyStart("says");
    stated(json, type, statement.stated());
    origin(json, statement.origin());
    json.writeEndObject();
    json.writeEndObject();
  }

  static void key(JsonGenerator json, FactKey key) {
    json.writeStringProperty("fact", key.as(Mode.ACTUAL).toString());
    if (key.mode() == Mode.POTENTIAL) {
      json.writeBooleanProperty("potential", true);
    }
  }

  private static void stated(JsonGenerator json, FactType type, Stated stated) {
    switch (stated) {
      case Stated.Exactly(Value value) -> value(json, "value", type, value);
      case Stated.Between(Optional<Value> low, Optional<Value> high) -> {
        low.ifPresent(value -> value(json, "from", type, value));
        high.ifPresent(value -> value(json, "to", type, value));
      }
      case Stated.OneOf(List<Value> values) -> {
        json.writeArrayPropertyStart("oneOf");
        values.forEach(value -> value(json, type, value));
        json.writeEndArray();
      }
      case Stated.SetBetween(long includes, long mayInclude) -> {
        value(json, "includes", type, new Value.Options(includes));
        value(json, "mayInclude", type, new Value.Options(mayInclude));
      }
      case Stated.CodesBetween(var includes, boolean more) -> {
        value(json, "includes", type, new Value.Codes(includes));
        if (more) {
          json.writeStringProperty("mayInclude", "anything");
        } else {
          JsonBytes.texts(json, "mayInclude", List.of());
        }
      }
      case Stated.Unknown(String why) -> json.writeStringProperty("unknown", why);
      case Stated.NotApplicable(String why) -> json.writeStringProperty("notApplicable", why);
    }
  }

  private static void value(JsonGenerator json, String name, FactType type, Value value) {
    json.writeName(name);
    value(json, type, value);
  }

  private static void value(JsonGenerator json, FactType type, Value value) {
    switch (value) {
      case Value.Options(long mask) -> texts(json, ValueWriter.names(type.optionNames(), mask));
      case Value.Codes(var codes) -> texts(json, List.copyOf(codes));
      case Value.Option _,
          Value.Number _,
          Value.Money _,
          Value.Share _,
          Value.Key _,
          Value.Text _ ->
          json.writeString(ValueWriter.shown(type, value));
    }
  }

  private static void texts(JsonGenerator json, List<String> texts) {
    json.writeStartArray();
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void origin(JsonGenerator json, Statement.Origin origin) {
    origin.source().ifPresent(text -> json.writeStringProperty("source", text));
    origin.asOf().ifPresent(text -> json.writeStringProperty("asOf", text));
    origin.by().ifPresent(text -> json.writeStringProperty("by", text));
    origin.confidence().ifPresent(text -> json.writeStringProperty("confidence", text));
    if (!origin.releasableTo().isEmpty()) {
      JsonBytes.texts(json, "releasableTo", origin.releasableTo());
    }
  }

  /// Reads a statement; what is wrong is told.
  Optional<Statement> read(Typed typed) {
    Optional<FactKey> key = readKey(typed);
    Optional<Tree> says = typed.fields().needAny("says");
    typed.end();
    if (key.isEmpty() || says.isEmpty()) {
      return Optional.empty();
    }
    Fact fact = facts.find(key.get().fact()).orElseThrow();
    List<Statement> read =
        new StatedReader(typed.issues()).statements(key.get(), fact.type(), says.get());
    return read.size() == 1 ? Optional.of(read.getFirst()) : Optional.empty();
  }

  /// The key of a fact that is known here and can be spoken of so.
  Optional<FactKey> readKey(Typed typed) {
    Issues issues = typed.issues();
    Optional<FactKey> plain = typed.as("fact", "fact such as usersAffected", FactKey::parse);
    boolean potential = typed.has("potential");
    if (potential) {
      typed.fields().text("potential");
    }
    if (plain.isEmpty()) {
      return Optional.empty();
    }
    FactKey key = plain.get().as(potential ? Mode.POTENTIAL : Mode.ACTUAL);
    Optional<Fact> fact = facts.find(key.fact());
    if (fact.filter(each -> each.allows(key)).isEmpty()) {
      issues.add(
          IssueCode.UNKNOWN_FACT,
          typed.fields().place(),
          "there is no fact \"%s\" that can be stated so".formatted(key));
      return Optional.empty();
    }
    return fact.map(each -> key.about(each.id()));
  }
}
