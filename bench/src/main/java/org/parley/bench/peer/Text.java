package org.parley.bench.peer;

import java.util.List;
import java.util.stream.Collectors;
import org.parley.bench.sample.Threshold;
import org.parley.bench.sample.WeightedScale;

/// Expressions that several languages write alike.
final class Text {

  private Text() {}

  static List<String> plain(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).toList();
  }

  /// `(name == 'a' ? 1 : name == 'b' ? 2 : 3)`: the last option needs no test.
  static String chain(String name, List<String> options, List<String> results) {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < options.size() - 1; i++) {
      text.append("%s == '%s' ? %s : ".formatted(name, options.get(i), results.get(i)));
    }
    return text.append(results.getLast()).append(')').toString();
  }

  /// The rank of the band that a sum of the weighted scale falls into.
  static String bands(String sum) {
    List<Integer> cuts = WeightedScale.EIGHT.sumCuts();
    StringBuilder text = new StringBuilder();
    for (int rank = cuts.size(); rank > 0; rank--) {
      text.append("%s >= %d ? %d : ".formatted(sum, cuts.get(rank - 1), rank));
    }
    return text.append('0').toString();
  }

  /// @param suffix what marks a literal of the numbers' own type
  static String gate(String suffix) {
    String count =
        Threshold.SIX.stream()
            .map(each ->
                "(%s %s %d%s ? 1 : 0)"
                    .formatted(each.fact(), each.operator(), each.bound(), suffix))
            .collect(Collectors.joining(" + "));
    return "%s && (%s == 'established' || %s >= 2) ? 1 : 0"
        .formatted(Threshold.GATE, Threshold.ENOUGH, count);
  }
}
