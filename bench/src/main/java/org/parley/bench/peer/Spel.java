package org.parley.bench.peer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.bench.sample.Category;
import org.parley.bench.sample.Incidents;
import org.parley.bench.sample.MatrixScale;
import org.parley.bench.sample.WeightedScale;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.SpelCompilerMode;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.expression.spel.standard.SpelCompiler;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;

/// Spring's expression language, compiled to byte code; tables of scores are variables.
final class Spel {

  /// Compiled by us and not by itself, which would give up before it has seen every branch.
  private static final SpelExpressionParser PARSER =
      new SpelExpressionParser(
          new SpelParserConfiguration(SpelCompilerMode.OFF, Spel.class.getClassLoader()));

  private Spel() {}

  static IntUnaryOperator open(Incidents incidents) {
    Object[] objects = incidents.objects();
    StandardEvaluationContext context = new StandardEvaluationContext();
    return switch (incidents.family()) {
      case WEIGHTED -> {
        WeightedScale.EIGHT
            .categories()
            .forEach(category -> context.setVariable(category.name(), table(category)));
        Expression sum = compiled(sum(), context, objects);
        Expression band = compiled(Text.bands("#this"), context, 0, 700, 2000, 3400);
        yield i -> number(band.getValue(context, sum.getValue(context, objects[i])));
      }
      case MATRIX -> {
        context.setVariable("cells", cells());
        Expression cell = compiled("#cells[#root.impact][#root.scope]", context, objects);
        yield i -> number(cell.getValue(context, objects[i]));
      }
      case GATE -> {
        Expression gate = compiled(Text.gate("L"), context, objects);
        yield i -> number(gate.getValue(context, objects[i]));
      }
    };
  }

  private static int number(@Nullable Object value) {
    return value instanceof Integer rank ? rank : -1;
  }

  private static String sum() {
    return WeightedScale.EIGHT.categories().stream()
        .map(category -> "#%s[#root.%s]".formatted(category.name(), category.name()))
        .collect(Collectors.joining(" + "));
  }

  private static Map<String, Integer> table(Category category) {
    Map<String, Integer> table = new HashMap<>();
    for (int i = 0; i < category.options().size(); i++) {
      table.put(category.options().get(i), category.weight() * category.scores().get(i));
    }
    return table;
  }

  private static Map<String, Map<String, Integer>> cells() {
    Map<String, Map<String, Integer>> cells = new HashMap<>();
    for (int row = 0; row < MatrixScale.IMPACTS.size(); row++) {
      List<Integer> ranks = MatrixScale.CELLS.get(row);
      Map<String, Integer> byScope = new HashMap<>();
      for (int column = 0; column < ranks.size(); column++) {
        byScope.put(MatrixScale.SCOPES.get(column), ranks.get(column));
      }
      cells.put(MatrixScale.IMPACTS.get(row), byScope);
    }
    return cells;
  }

  /// The types of all parts are learnt from examples before an expression can be compiled.
  private static Expression compiled(
      String text, StandardEvaluationContext context, Object... examples) {
    Expression expression = PARSER.parseExpression(text);
    for (Object example : examples) {
      expression.getValue(context, example);
    }
    if (!SpelCompiler.compile(expression)) {
      throw new IllegalStateException("not compiled: " + text);
    }
    return expression;
  }
}
