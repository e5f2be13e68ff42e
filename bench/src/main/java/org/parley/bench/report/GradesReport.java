package org.parley.bench.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.parley.bench.jmh.Grades;
import org.parley.bench.peer.Engine;
import org.parley.bench.sample.Family;

/// Plain grades where everything is known: Parley beside hand-written code and other engines.
final class GradesReport {

  private static final List<Engine> QUICK =
      List.of(
          Engine.HAND_CODED,
          Engine.PARLEY_CODED,
          Engine.HAND_MAP,
          Engine.PARLEY_SHEET,
          Engine.SPEL,
          Engine.DROOLS,
          Engine.CEL,
          Engine.KIE_DMN);

  private GradesReport() {}

  static String of(Run run) {
    List<Engine> engines = run.quick() ? QUICK : Arrays.asList(Engine.values());
    Map<Map<String, String>, Measure> measured =
        run.of(
            Grades.class,
            "grade",
            Map.of("engine", engines.stream().map(Engine::name).toArray(String[]::new)));
    StringBuilder text = new StringBuilder();
    for (Family family : Family.values()) {
      Table table = new Table(family.name(), "cpu", "wall", "bytes", "x hand");
      Measure coded = find(measured, family, Engine.HAND_CODED);
      Measure map = find(measured, family, Engine.HAND_MAP);
      for (Engine engine : engines) {
        Measure one = find(measured, family, engine);
        table.row(
            engine.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
            Measure.nanos(one.cpu()),
            Measure.nanos(one.wall()),
            one.shownBytes(),
            Measure.ratio(one.times(engine.isCoded() ? coded : map)));
      }
      text.append(table).append('\n');
    }
    return text.toString();
  }

  private static Measure find(
      Map<Map<String, String>, Measure> measured, Family family, Engine engine) {
    return measured.entrySet().stream()
        .filter(entry -> family.name().equals(entry.getKey().get("family")))
        .filter(entry -> engine.name().equals(entry.getKey().get("engine")))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }
}
