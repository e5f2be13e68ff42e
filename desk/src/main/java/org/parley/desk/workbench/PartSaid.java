package org.parley.desk.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.parley.formats.tree.YamlScalar;

/// What was typed into a form that writes a part, and how a file writes it.
///
/// @param fields by name; a field that is not there is empty
record PartSaid(Map<String, String> fields) {

  String get(String field) {
    return fields.getOrDefault(field, "");
  }

  boolean has(String field) {
    return !get(field).isEmpty();
  }

  /// A field as a scalar of the file.
  String written(String field) {
    return YamlScalar.written(get(field));
  }

  /// The parts of a list that is typed with commas.
  List<String> list(String field) {
    return list(get(field), ",");
  }

  static List<String> list(String value, String comma) {
    return Arrays.stream(value.split(comma, -1)).map(String::strip).toList();
  }

  /// A map in one line; fields that were left empty are left out.
  String flow(String... names) {
    List<String> pairs = new ArrayList<>();
    for (String name : names) {
      if (has(name)) {
        pairs.add(name + ": " + written(name));
      }
    }
    return "{" + String.join(", ", pairs) + "}";
  }

  /// The source behind other entries of a map in one line.
  String cited() {
    return ", cite: " + written("cite") + "}";
  }

  /// One or two questions as a condition.
  String condition() {
    return has("fact2") ? "{all: [{" + test("") + "}, {" + test("2") + "}]}" : "{" + test("") + "}";
  }

  /// The same with its source.
  String row() {
    String condition = condition();
    return condition.substring(0, condition.length() - 1) + cited();
  }

  private String test(String which) {
    String fact = get("fact" + which);
    if (fact.startsWith(PartForm.CONDITION)) {
      return "condition: " + YamlScalar.written(fact.substring(PartForm.CONDITION.length()));
    }
    String test = get("test" + which);
    String value = written("value" + which);
    return YamlScalar.written(fact)
        + ": "
        + (test.equals("is") ? value : "{" + test + ": " + value + "}");
  }

  /// Whether the second question is asked wholly or not at all.
  boolean isWhole(Map<String, String> wrong) {
    boolean asks = has("fact2") && !get("fact2").startsWith(PartForm.CONDITION);
    for (String field : List.of("test2", "value2")) {
      if (asks != has(field)) {
        wrong.put(field, asks ? "missing" : "idle");
      }
    }
    return wrong.isEmpty();
  }
}
