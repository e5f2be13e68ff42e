package org.parley.bench.peer;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.bench.sample.Category;
import org.parley.bench.sample.Family;
import org.parley.bench.sample.Incidents;
import org.parley.bench.sample.MatrixScale;
import org.parley.bench.sample.Threshold;
import org.parley.bench.sample.WeightedScale;

/// Google's CEL in the form that suits it best: typed variables, chains of conditional expressions,
/// the planner's runtime.
final class Cel {

  private Cel() {}

  static IntUnaryOperator open(Incidents incidents) {
    CelRuntime.Program program = program(incidents.family());
    Map<String, Object>[] maps = incidents.maps();
    return i -> {
      try {
        return program.eval(maps[i]) instanceof Long rank ? rank.intValue() : -1;
      } catch (CelEvaluationException broken) {
        throw new IllegalStateException(broken);
      }
    };
  }

  private static CelRuntime.Program program(Family family) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder().addLibraries(CelExtensions.bindings());
    variables(family).forEach(builder::addVar);
    CelCompiler compiler = builder.build();
    try {
      return CelRuntimeFactory.plannerRuntimeBuilder()
          .build()
          .createProgram(compiler.compile(expression(family)).getAst());
    } catch (CelValidationException | CelEvaluationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static Map<String, CelType> variables(Family family) {
    Map<String, CelType> types = new LinkedHashMap<>();
    switch (family) {
      case WEIGHTED ->
          WeightedScale.EIGHT
              .categories()
              .forEach(category -> types.put(category.name(), SimpleType.STRING));
      case MATRIX -> {
        types.put("impact", SimpleType.STRING);
        types.put("scope", SimpleType.STRING);
      }
      case GATE -> {
        types.put(Threshold.GATE, SimpleType.BOOL);
        types.put(Threshold.ENOUGH, SimpleType.STRING);
        Threshold.SIX.forEach(threshold -> types.put(threshold.fact(), SimpleType.INT));
      }
    }
    return types;
  }

  private static String expression(Family family) {
    return switch (family) {
      case WEIGHTED ->
          "cel.bind(sum, %s, %s)"
              .formatted(
                  WeightedScale.EIGHT.categories().stream()
                      .map(Cel::score)
                      .collect(Collectors.joining(" + ")),
                  Text.bands("sum"));
      case MATRIX ->
          Text.chain(
              "impact",
              MatrixScale.IMPACTS,
              MatrixScale.CELLS.stream()
                  .map(row -> Text.chain("scope", MatrixScale.SCOPES, Text.plain(row)))
                  .toList());
      case GATE -> Text.gate("");
    };
  }

  private static String score(Category category) {
    List<Integer> weighted =
        IntStream.range(0, category.scores().size())
            .mapToObj(i -> category.weight() * category.scores().get(i))
            .toList();
    return Text.chain(category.name(), category.options(), Text.plain(weighted));
  }
}
