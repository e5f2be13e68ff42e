package org.parley.desk.workbench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A part that a form writes into a draft's file.
public enum PartKind {
  ROW("level", "fact", "test", "value", "fact2", "test2", "value2", "cite"),
  CONDITION("key", "fact", "test", "value", "fact2", "test2", "value2", "cite"),
  QUANTITY("key", "by", "first", "second"),
  JUDGEMENT("key", "options", "means", "cite"),
  OPTION("judgement", "option"),
  CRITERION("key", "asked", "points", "weight", "empty", "cite"),
  ADDEND("key", "add", "fact", "test", "value", "fact2", "test2", "value2", "cite"),
  MEAN("bands", "stretch", "cite"),
  SCOPE("fact", "test", "value", "fact2", "test2", "value2", "cite"),
  ADJUSTMENT("fact", "test", "value", "fact2", "test2", "value2", "how", "level", "cite"),
  RECURRENCE("period", "same", "count", "cite"),
  CLOCK("report", "lowest", "within", "from", "cite"),
  SOURCE("key", "text", "certainty"),
  CALL("level", "role", "within"),
  STEP("level", "measure"),
  TYPE_CALL("type", "role", "within"),
  TYPE_STEP("type", "measure"),
  DUE("level", "report", "within", "from"),
  ROLE("key", "means"),
  MEASURE("key", "text");

  private final List<String> fields;

  PartKind(String... fields) {
    this.fields = List.of(fields);
  }

  /// The fields of its form, in order.
  public List<String> fields() {
    return fields;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<PartKind> parse(String word) {
    for (PartKind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
