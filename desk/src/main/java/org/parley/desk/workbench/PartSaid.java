package org.parley.desk.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.parley.formats.tree.YamlScalar;

/// What was typed into a form that writes a part, and how a file writes it.
///
/// @param fields by name; a field that is not there is empty
record PartSaid(Map<String, String> fields) {

  private static final List<String> WHICH =
      IntStream.rangeClosed(1, PartKind.QUESTIONS)
          .mapToObj(which -> which == 1 ? "" : Integer.toString(which))
          .toList();

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

  /// One question or several as a condition.
  String condition() {
    List<String> all = new ArrayList<>();
    for (String which : WHICH) {
      if (has("fact" + which)) {
        all.add("{" + test(which) + "}");
      }
    }
    if (all.size() == 1) {
      return all.getFirst();
    }
    String joined = has("joined") ? get("joined") : "all";
    String fewest = joined.equals("countOf") ? ", atLeast: " + get("atleast") : "";
    return "{" + joined + ": [" + String.join(", ", all) + "]" + fewest + "}";
  }

  /// The same with its source.
  String row() {
    String condition = condition();
    return condition.substring(0, condition.length() - 1) + cited();
  }

  /// One question, with its source where it has one of its own.
  String question() {
    return "{" + test("") + (has("cite") ? cited() : "}");
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

  /// Whether each further question is asked wholly or not at all, and how they are joined.
  boolean isWhole(Map<String, String> wrong) {
    int asked = 1;
    for (String which : WHICH.subList(1, WHICH.size())) {
      asked += has("fact" + which) ? 1 : 0;
      boolean asks = has("fact" + which) && !get("fact" + which).startsWith(PartForm.CONDITION);
      for (String field : List.of("test" + which, "value" + which)) {
        if (asks != has(field)) {
          wrong.put(field, asks ? "missing" : "idle");
        }
      }
    }
    if (asked == 1 && has("joined")) {
      wrong.put("joined", "idle");
    }
    boolean counts = get("joined").equals("countOf");
    if (counts != has("atleast")) {
      wrong.put("atleast", counts ? "missing" : "idle");
    } else if (counts && !get("atleast").matches("[1-" + asked + "]")) {
      wrong.put("atleast", "numbers");
    }
    return wrong.isEmpty();
  }
}
