package org.parley.bench.report;

import java.util.List;
import java.util.Map;
import org.parley.bench.jmh.Explained;
import org.parley.bench.sample.Family;

/// What reasons cost beside the bare grade.
final class ExplainedReport {

  private static final List<String> PARTS = List.of("grade", "outcome", "changes", "steps");

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
        all += part.equals("grade") ? 0 : measure.cpu();
        table.row(
            family.name().toLowerCase(java.util.Locale.ROOT) + ", " + part,
            Measure.nanos(measure.cpu()),
            measure.shownBytes(),
            Measure.ratio(measure.times(grade)));
        if (part.equals("steps")) {
          table.row(
              family.name().toLowerCase(java.util.Locale.ROOT) + ", all three",
              Measure.nanos(all),
              "",
              Measure.ratio(all / grade.cpu()));
        }
      }
    }
    return table.toString();
  }
}
