package org.parley.bench.peer;

import io.github.jamsesso.jsonlogic.JsonLogic;
import io.github.jamsesso.jsonlogic.JsonLogicException;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.parley.bench.sample.Category;
import org.parley.bench.sample.Family;
import org.parley.bench.sample.Incidents;
import org.parley.bench.sample.MatrixScale;
import org.parley.bench.sample.Threshold;
import org.parley.bench.sample.WeightedScale;

/// JsonLogic by json-logic-java: chains of conditions; `map` over one element stands in for the
/// variable that the language lacks.
final class JsonRules {

  private JsonRules() {}

  static IntUnaryOperator open(Incidents incidents) {
    JsonLogic engine = new JsonLogic();
    String rule = rule(incidents.family());
    Map<String, Object>[] maps = incidents.maps();
    return i -> {
      try {
        return rank(engine.apply(rule, maps[i]));
      } catch (JsonLogicException broken) {
        throw new IllegalStateException(broken);
      }
    };
  }

  private static int rank(Object result) {
    return switch (result) {
      case Number number -> number.intValue();
      case List<?> list -> rank(list.getFirst());
      default -> -1;
    };
  }

  private static String rule(Family family) {
    return switch (family) {
      case WEIGHTED ->
          "{\"map\":[[{\"+\":[%s]}],%s]}"
              .formatted(
                  WeightedScale.EIGHT.categories().stream()
                      .map(JsonRules::score)
                      .collect(Collectors.joining(",")),
                  bands());
      case MATRIX ->
          chain(
              "impact",
              MatrixScale.IMPACTS,
              MatrixScale.CELLS.stream()
                  .map(row -> chain("scope", MatrixScale.SCOPES, Text.plain(row)))
                  .toList());
      case GATE -> gate();
    };
  }

  private static String score(Category category) {
    return chain(
        category.name(),
        category.options(),
        category.scores().stream().map(score -> "" + score * category.weight()).toList());
  }

  private static String chain(String name, List<String> options, List<String> results) {
    StringBuilder text = new StringBuilder("{\"if\":[");
    for (int i = 0; i < options.size() - 1; i++) {
      text.append(
          "{\"==\":[{\"var\":\"%s\"},\"%s\"]},%s,".formatted(name, options.get(i), results.get(i)));
    }
    return text.append(results.getLast()).append("]}").toString();
  }

  private static String bands() {
    List<Integer> cuts = WeightedScale.EIGHT.sumCuts();
    StringBuilder text = new StringBuilder("{\"if\":[");
    for (int rank = cuts.size(); rank > 0; rank--) {
      text.append("{\">=\":[{\"var\":\"\"},%d]},%d,".formatted(cuts.get(rank - 1), rank));
    }
    return text.append("0]}").toString();
  }

  private static String gate() {
    String count =
        Threshold.SIX.stream()
            .map(each ->
                "{\"if\":[{\"%s\":[{\"var\":\"%s\"},%d]},1,0]}"
                    .formatted(each.operator(), each.fact(), each.bound()))
            .collect(Collectors.joining(","));
    return "{\"if\":[{\"and\":[{\"var\":\"%s\"},{\"or\":[{\"==\":[{\"var\":\"%s\"},\"established\"]},"
            .formatted(Threshold.GATE, Threshold.ENOUGH)
        + "{\">=\":[{\"+\":[%s]},2]}]}]},1,0]}".formatted(count);
  }
}
