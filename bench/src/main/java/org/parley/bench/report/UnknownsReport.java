package org.parley.bench.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.bench.jmh.Growth;
import org.parley.bench.jmh.Unknowns;

/// What unknown facts cost, and how the cost grows.
final class UnknownsReport {

  private UnknownsReport() {}

  static String ofUnknowns(Run run) {
    Map<String, String[]> eight = new LinkedHashMap<>();
    eight.put("criteria", new String[] {"8"});
    eight.put("unknown", new String[] {"0", "4"});
    Map<Map<String, String>, Measure> byHand = run.of(Unknowns.class, "enumeration", eight);
    String[] some = run.quick() ? new String[] {"0", "4"} : new String[] {"0", "1", "2", "4", "8"};
    Map<Map<String, String>, Measure> parley =
        run.of(Unknowns.class, "parley", Map.of("unknown", some));
    Table table =
        new Table("criteria, unknown", "cpu", "bytes", "x all known", "enumerated / this");
    parley.forEach((key, one) -> {
      Measure plain = parley.get(with(key, "unknown", "0"));
      Measure enumerated = byHand.get(with(key, "method", "enumeration"));
      table.row(
          key.get("criteria") + ", " + key.get("unknown"),
          Measure.nanos(one.cpu()),
          one.shownBytes(),
          plain == null ? "" : Measure.ratio(one.times(plain)),
          enumerated == null ? "" : Measure.ratio(enumerated.times(one)));
    });
    StringBuilder text = new StringBuilder(table.toString()).append('\n');
    byHand.forEach((key, one) ->
        text.append("enumerated by hand on codes, 8 criteria, ")
            .append(key.get("unknown"))
            .append(" unknown: ")
            .append(Measure.nanos(one.cpu()))
            .append('\n'));
    return text.toString();
  }

  static String ofGrowth(Run run) {
    Map<String, String[]> sizes =
        run.quick() ? Map.of("size", new String[] {"8x10", "20x10"}) : Map.of();
    Map<Map<String, String>, Measure> known = run.of(Growth.class, "allKnown", sizes);
    Map<Map<String, String>, Measure> half = run.of(Growth.class, "halfUnknown", sizes);
    Map<Map<String, String>, Measure> compiling = run.of(Growth.class, "compiling", sizes);
    Table table = new Table("criteria x options", "all known", "half unknown", "making ready");
    known.forEach((key, one) ->
        table.row(
            key.getOrDefault("size", ""),
            Measure.nanos(one.cpu()),
            Measure.nanos(find(half, with(key, "method", "halfUnknown")).cpu()),
            Measure.nanos(find(compiling, with(key, "method", "compiling")).cpu())));
    return table.toString();
  }

  private static Measure find(Map<Map<String, String>, Measure> measured, Map<String, String> key) {
    Measure found = measured.get(key);
    if (found == null) {
      throw new IllegalStateException("not measured: " + key);
    }
    return found;
  }

  private static Map<String, String> with(Map<String, String> key, String name, String value) {
    Map<String, String> other = new LinkedHashMap<>(key);
    other.put(name, value);
    return other;
  }
}
