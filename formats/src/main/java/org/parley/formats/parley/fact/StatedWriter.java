package org.parley.formats.parley.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Statement;
import org.parley.core.fact.Value;
import org.parley.formats.tree.YamlScalar;

/// Writes what is said about a fact, as incident files say it.
public final class StatedWriter {

  private StatedWriter() {}

  /// One statement, or several side by side, on one line of YAML.
  public static String written(FactType type, List<Statement> statements) {
    if (statements.size() == 1) {
      return written(type, statements.getFirst(), false);
    }
    return statements.stream()
        .map(statement -> written(type, statement, true))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String written(FactType type, Statement statement, boolean asMap) {
    List<String> origin = origin(statement.origin());
    boolean plain = origin.isEmpty() && !asMap;
    if (statement.stated() instanceof Stated.Exactly(Value value) && plain) {
      return value(type, value);
    }
    List<String> pairs = new ArrayList<>(stated(type, statement.stated()));
    pairs.addAll(origin);
    return pairs.stream().collect(Collectors.joining(", ", "{", "}"));
  }

  private static List<String> stated(FactType type, Stated stated) {
    return switch (stated) {
      case Stated.Exactly(Value value) -> List.of("value: " + value(type, value));
      case Stated.Between(Optional<Value> low, Optional<Value> high) -> {
        List<String> ends = new ArrayList<>();
        low.ifPresent(value -> ends.add("from: " + value(type, value)));
        high.ifPresent(value -> ends.add("to: " + value(type, value)));
        yield ends;
      }
      case Stated.OneOf(var values) ->
          List.of(
              values.stream()
                  .map(value -> value(type, value))
                  .collect(Collectors.joining(", ", "oneOf: [", "]")));
      case Stated.SetBetween(long includes, long mayInclude) ->
          List.of("includes: " + set(type, includes), "mayInclude: " + set(type, mayInclude));
      case Stated.CodesBetween(var includes, boolean more) ->
          List.of(
              "includes: " + value(type, new Value.Codes(includes)),
              "mayInclude: " + (more ? "anything" : "[]"));
      case Stated.Unknown(String why) -> List.of("unknown: " + YamlScalar.written(why));
      case Stated.NotApplicable(String why) -> List.of("notApplicable: " + YamlScalar.written(why));
    };
  }

  private static String set(FactType type, long mask) {
    return value(type, new Value.Options(mask));
  }

  private static String value(FactType type, Value value) {
    return switch (value) {
      case Value.Options(long mask) -> list(ValueWriter.names(type.optionNames(), mask));
      case Value.Codes(var codes) -> list(List.copyOf(codes));
      case Value.Option _,
          Value.Number _,
          Value.Money _,
          Value.Share _,
          Value.Key _,
          Value.Text _ ->
          YamlScalar.written(ValueWriter.shown(type, value));
    };
  }

  private static String list(List<String> items) {
    return items.stream().map(YamlScalar::written).collect(Collectors.joining(", ", "[", "]"));
  }

  private static List<String> origin(Statement.Origin origin) {
    List<String> pairs = new ArrayList<>();
    origin.source().ifPresent(text -> pairs.add("source: " + YamlScalar.written(text)));
    origin.asOf().ifPresent(text -> pairs.add("asOf: " + YamlScalar.written(text)));
    origin.by().ifPresent(text -> pairs.add("by: " + YamlScalar.written(text)));
    origin.confidence().ifPresent(text -> pairs.add("confidence: " + YamlScalar.written(text)));
    if (!origin.releasableTo().isEmpty()) {
      pairs.add("releasableTo: " + list(origin.releasableTo()));
    }
    return pairs;
  }
}
