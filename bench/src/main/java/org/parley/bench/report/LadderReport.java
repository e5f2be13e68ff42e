package org.parley.bench.report;

import java.util.Map;
import org.parley.bench.jmh.Ladder;

/// What unknown facts cost on Spain's ladders.
final class LadderReport {

  private LadderReport() {}

  static String of(Run run) {
    Map<String, String[]> some =
        run.quick() ? Map.of("unknown", new String[] {"0", "4", "99"}) : Map.of();
    Map<Map<String, String>, Measure> grades = run.of(Ladder.class, "grades", some);
    Map<Map<String, String>, Measure> outcomes = run.of(Ladder.class, "outcome", some);
    Table table =
        new Table("unknown facts", "grades", "bytes", "x all known", "with questions", "bytes");
    Measure known = null;
    for (Map.Entry<Map<String, String>, Measure> row : grades.entrySet()) {
      String unknown = row.getKey().getOrDefault("unknown", "");
      Measure one = row.getValue();
      known = known == null ? one : known;
      Measure outcome =
          outcomes.entrySet().stream()
              .filter(entry -> unknown.equals(entry.getKey().get("unknown")))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElseThrow();
      table.row(
          unknown.equals("99") ? "all" : unknown,
          Measure.nanos(one.cpu()),
          one.shownBytes(),
          Measure.ratio(one.times(known)),
          Measure.nanos(outcome.cpu()),
          outcome.shownBytes());
    }
    return table.toString();
  }
}
