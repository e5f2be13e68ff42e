package org.parley.bench.peer;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.parley.bench.sample.Category;
import org.parley.bench.sample.Family;
import org.parley.bench.sample.Incidents;
import org.parley.bench.sample.MatrixScale;
import org.parley.bench.sample.Threshold;
import org.parley.bench.sample.WeightedScale;

/// Drools with its executable model and one session that is used again for every incident.
///
/// The weighted scale has one rule for each option, one for the total and one for each band; the
/// matrix one for each cell; the gated scale one for each threshold and two for what follows.
final class Drools {

  private static final String HEAD =
      """
      package org.parley.bench.rules
      import org.parley.bench.sample.WeightedIncident
      import org.parley.bench.sample.MatrixIncident
      import org.parley.bench.sample.GateIncident
      import org.parley.bench.peer.Tally
      import org.parley.bench.peer.Tally.Total
      global Tally tally
      """;

  private Drools() {}

  static IntUnaryOperator open(Incidents incidents) {
    KieSession session = session(incidents.family());
    Tally tally = new Tally();
    session.setGlobal("tally", tally);
    Object[] objects = incidents.objects();
    return i -> {
      tally.clear();
      FactHandle handle = session.insert(objects[i]);
      session.fireAllRules();
      session.delete(handle);
      FactHandle total = session.getFactHandle(tally.getTotal());
      if (total != null) {
        session.delete(total);
      }
      return tally.getRank();
    };
  }

  private static KieSession session(Family family) {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    files.write("src/main/resources/org/parley/bench/rules/rules.drl", HEAD + rules(family));
    KieBuilder builder = services.newKieBuilder(files);
    builder.buildAll(ExecutableModelProject.class);
    List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
    if (!errors.isEmpty()) {
      throw new IllegalStateException(errors.toString());
    }
    return services
        .newKieContainer(builder.getKieModule().getReleaseId())
        .getKieBase()
        .newKieSession();
  }

  private static String rules(Family family) {
    return switch (family) {
      case WEIGHTED -> weighted();
      case MATRIX -> matrix();
      case GATE -> gate();
    };
  }

  private static String weighted() {
    StringBuilder text = new StringBuilder();
    for (Category category : WeightedScale.EIGHT.categories()) {
      for (int i = 0; i < category.options().size(); i++) {
        String option = category.options().get(i);
        text.append(
            rule(
                category.name() + " " + option,
                "WeightedIncident(%s == \"%s\")".formatted(category.name(), option),
                "tally.add(%d);".formatted(category.weight() * category.scores().get(i))));
      }
    }
    text.append("rule \"total\" salience -10 when WeightedIncident() then ");
    text.append("insert(tally.getTotal()); end\n");
    List<Integer> cuts = WeightedScale.EIGHT.sumCuts();
    for (int rank = 0; rank <= cuts.size(); rank++) {
      String from = rank == 0 ? "" : "sum >= " + cuts.get(rank - 1);
      String to = rank == cuts.size() ? "" : "sum < " + cuts.get(rank);
      String both = from.isEmpty() || to.isEmpty() ? from + to : from + ", " + to;
      text.append(rule("band " + rank, "Total(" + both + ")", "tally.setRank(" + rank + ");"));
    }
    return text.toString();
  }

  private static String matrix() {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < MatrixScale.IMPACTS.size(); row++) {
      for (int column = 0; column < MatrixScale.SCOPES.size(); column++) {
        String impact = MatrixScale.IMPACTS.get(row);
        String scope = MatrixScale.SCOPES.get(column);
        text.append(
            rule(
                impact + " " + scope,
                "MatrixIncident(impact == \"%s\", scope == \"%s\")".formatted(impact, scope),
                "tally.setRank(%d);".formatted(MatrixScale.CELLS.get(row).get(column))));
      }
    }
    return text.toString();
  }

  private static String gate() {
    StringBuilder text = new StringBuilder();
    for (Threshold each : Threshold.SIX) {
      text.append(
          rule(
              each.fact(),
              "GateIncident(%s, %s %s %d)"
                  .formatted(Threshold.GATE, each.fact(), each.operator(), each.bound()),
              "tally.add(1);"));
    }
    text.append(
        rule(
            "enough alone",
            "GateIncident(%s, %s == \"established\")".formatted(Threshold.GATE, Threshold.ENOUGH),
            "tally.setRank(1);"));
    text.append("rule \"total\" salience -10 when GateIncident(").append(Threshold.GATE);
    text.append(") then insert(tally.getTotal()); end\n");
    return text.append(rule("two of six", "Total(sum >= 2)", "tally.setRank(1);")).toString();
  }

  private static String rule(String name, String when, String then) {
    return "rule \"%s\" when %s then %s end\n".formatted(name, when, then);
  }
}
