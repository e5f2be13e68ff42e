package org.parley.desk.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A part that a form writes into a draft's file.
public enum PartKind {
  ROW("level", "questions", "cite"),
  CONDITION("key", "questions", "cite"),
  QUESTION("place", "fact", "test", "value", "cite"),
  QUANTITY("key", "by", "first", "second"),
  JUDGEMENT("key", "options", "means", "cite"),
  OPTION("judgement", "option"),
  CRITERION("key", "asked", "points", "weight", "empty", "cite"),
  ADDEND("key", "add", "questions", "cite"),
  MEAN("bands", "stretch", "cite"),
  SCORE("formula", "bands", "decimals", "cite"),
  MATRIX("down", "across", "layer", "cite"),
  GATE("questions", "closed", "cite"),
  SCOPE("questions", "cite"),
  ADJUSTMENT("questions", "how", "level", "cite"),
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

  /// The most questions that one form asks.
  static final int QUESTIONS = 6;

  private final List<String> fields;

  /// @param fields in order; one of several questions stands for all that they need
  PartKind(String... fields) {
    List<String> all = new ArrayList<>();
    for (String field : fields) {
      if (field.equals("questions")) {
        all.addAll(List.of("fact", "test", "value"));
        for (int which = 2; which <= QUESTIONS; which++) {
          all.addAll(List.of("fact" + which, "test" + which, "value" + which));
        }
        all.addAll(List.of("joined", "atleast"));
      } else {
        all.add(field);
      }
    }
    this.fields = List.copyOf(all);
  }

  /// The fields that a form shows at once.
  public List<String> plain() {
    return fields.stream().filter(field -> !isMore(field)).toList();
  }

  /// The fields for further questions, which few need.
  public List<String> more() {
    return fields.stream().filter(PartKind::isMore).toList();
  }

  private static boolean isMore(String field) {
    return field.matches("(fact|test|value)[3-9]|joined|atleast");
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
