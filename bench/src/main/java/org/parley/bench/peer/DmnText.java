package org.parley.bench.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.bench.sample.Category;
import org.parley.bench.sample.Family;
import org.parley.bench.sample.MatrixScale;
import org.parley.bench.sample.Threshold;
import org.parley.bench.sample.WeightedScale;

/// The three scales as DMN models whose decision `rank` is the answer.
///
/// The weighted scale has a table for each category, a sum, and a table of bands; the matrix one
/// table of thirty rows; the gated scale a table that counts thresholds and one that decides.
final class DmnText {

  private DmnText() {}

  static String model(Family family) {
    String body =
        switch (family) {
          case WEIGHTED -> weighted();
          case MATRIX -> matrix();
          case GATE -> gate();
        };
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="scale" name="scale"
        namespace="urn:parley:bench">
    """
        + body
        + "</definitions>\n";
  }

  private static String weighted() {
    StringBuilder text = new StringBuilder();
    List<String> names = new ArrayList<>();
    for (Category category : WeightedScale.EIGHT.categories()) {
      names.add(category.name() + "Score");
      text.append(input(category.name(), "string"));
      List<List<String>> rows = new ArrayList<>();
      for (int i = 0; i < category.options().size(); i++) {
        int score = category.weight() * category.scores().get(i);
        rows.add(List.of(quoted(category.options().get(i)), "" + score));
      }
      text.append(
          decision(
              category.name() + "Score",
              needs("requiredInput", List.of(category.name())),
              table("hitPolicy=\"UNIQUE\"", List.of(category.name()), List.of("string"), rows)));
    }
    String sum = "<literalExpression><text>" + String.join(" + ", names);
    text.append(
        decision("total", needs("requiredDecision", names), sum + "</text></literalExpression>\n"));
    List<Integer> cuts = WeightedScale.EIGHT.sumCuts();
    List<List<String>> rows = new ArrayList<>();
    for (int rank = 0; rank <= cuts.size(); rank++) {
      rows.add(
          List.of(
              rank == 0
                  ? "&lt; " + cuts.getFirst()
                  : rank == cuts.size()
                      ? "&gt;= " + cuts.getLast()
                      : "[%d..%d)".formatted(cuts.get(rank - 1), cuts.get(rank)),
              "" + rank));
    }
    return text.append(
            decision(
                "rank",
                needs("requiredDecision", List.of("total")),
                table("hitPolicy=\"UNIQUE\"", List.of("total"), List.of("number"), rows)))
        .toString();
  }

  private static String matrix() {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < MatrixScale.IMPACTS.size(); row++) {
      for (int column = 0; column < MatrixScale.SCOPES.size(); column++) {
        rows.add(
            List.of(
                quoted(MatrixScale.IMPACTS.get(row)),
                quoted(MatrixScale.SCOPES.get(column)),
                "" + MatrixScale.CELLS.get(row).get(column)));
      }
    }
    List<String> names = List.of("impact", "scope");
    return input("impact", "string")
        + input("scope", "string")
        + decision(
            "rank",
            needs("requiredInput", names),
            table("hitPolicy=\"UNIQUE\"", names, List.of("string", "string"), rows));
  }

  private static String gate() {
    StringBuilder text = new StringBuilder();
    text.append(input(Threshold.GATE, "boolean")).append(input(Threshold.ENOUGH, "string"));
    List<String> names = Threshold.SIX.stream().map(Threshold::fact).toList();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      text.append(input(names.get(i), "number"));
      List<String> row = new ArrayList<>();
      for (int j = 0; j < names.size(); j++) {
        Threshold each = Threshold.SIX.get(j);
        row.add(j == i ? "&gt;" + (each.inclusive() ? "= " : " ") + each.bound() : "-");
      }
      row.add("1");
      rows.add(row);
    }
    List<String> types = names.stream().map(_ -> "number").toList();
    text.append(
        decision(
            "reached",
            needs("requiredInput", names),
            table("hitPolicy=\"COLLECT\" aggregation=\"SUM\"", names, types, rows)));
    List<List<String>> decide =
        List.of(
            List.of("false", "-", "-", "0"),
            List.of("-", quoted("established"), "-", "1"),
            List.of("-", "-", "&gt;= 2", "1"),
            List.of("-", "-", "-", "0"));
    return text.append(
            decision(
                "rank",
                needs("requiredInput", List.of(Threshold.GATE, Threshold.ENOUGH))
                    + needs("requiredDecision", List.of("reached")),
                table(
                    "hitPolicy=\"FIRST\"",
                    List.of(Threshold.GATE, Threshold.ENOUGH, "reached"),
                    List.of("boolean", "string", "number"),
                    decide)))
        .toString();
  }

  private static String quoted(String option) {
    return "\"" + option + "\"";
  }

  private static String input(String name, String type) {
    return "<inputData id=\"%s\" name=\"%s\"><variable name=\"%s\" typeRef=\"%s\"/></inputData>\n"
        .formatted(name, name, name, type);
  }

  private static String needs(String kind, List<String> names) {
    return names.stream()
        .map(name ->
            "<informationRequirement><%s href=\"#%s\"/></informationRequirement>\n"
                .formatted(kind, name))
        .collect(Collectors.joining());
  }

  private static String decision(String name, String needs, String logic) {
    return "<decision id=\"%s\" name=\"%s\"><variable name=\"%s\" typeRef=\"number\"/>\n%s%s</decision>\n"
        .formatted(name, name, name, needs, logic);
  }

  /// @param rows the cells of the inputs, then that of the output
  private static String table(
      String policy, List<String> inputs, List<String> types, List<List<String>> rows) {
    StringBuilder text = new StringBuilder("<decisionTable " + policy + ">\n");
    for (int i = 0; i < inputs.size(); i++) {
      text.append(
          "<input><inputExpression typeRef=\"%s\"><text>%s</text></inputExpression></input>\n"
              .formatted(types.get(i), inputs.get(i)));
    }
    text.append("<output typeRef=\"number\"/>\n");
    for (List<String> row : rows) {
      text.append("<rule>");
      for (String cell : row.subList(0, row.size() - 1)) {
        text.append("<inputEntry><text>").append(cell).append("</text></inputEntry>");
      }
      text.append("<outputEntry><text>").append(row.getLast()).append("</text></outputEntry>");
      text.append("</rule>\n");
    }
    return text.append("</decisionTable>\n").toString();
  }
}
