package org.parley.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.bench.jmh.Explained;
import org.parley.bench.sample.Family;

/// What reasons cost beside the bare grade.
final class ExplainedReport {

  private static final List<String> PARTS =
      List.of("grade", "outcome", "changes", "steps", "read", "plain");

  private static final Map<String, String> NAMES =
      Map.of("read", "all three, read through", "plain", "steps of the plain evaluator");

  private static final Set<String> SUMMED = Set.of("outcome", "changes", "steps");

  private ExplainedReport() {}

  static String of(Run run) {
    Table table = new Table("family, what", "cpu", "bytes", "x grade");
    for (Family family : Family.values()) {
      Map<String, String[]> one = Map.of("family", new String[] {family.name()});
      Measure grade = null;
      double all = 0;
      for (String part : PARTS) {
        Measure measure = run.of(Explained.class, part, one).values().iterator().next();
        grade = grade == null ? measure : grade;
        all += SUMMED.contains(part) ? measure.cpu() : 0;
        String name = family.name().toLowerCase(Locale.ROOT) + ", ";
        table.row(
            name + NAMES.getOrDefault(part, part),
            Measure.nanos(measure.cpu()),
            measure.shownBytes(),
            Measure.ratio(measure.times(grade)));
        if (part.equals("steps")) {
          table.row(name + "all three", Measure.nanos(all), "", Measure.ratio(all / grade.cpu()));
        }
      }
    }
    return table.toString();
  }
}
