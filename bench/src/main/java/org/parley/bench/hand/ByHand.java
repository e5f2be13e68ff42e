package org.parley.bench.hand;

import java.util.Map;
import org.parley.bench.sample.GateIncident;
import org.parley.bench.sample.MatrixIncident;
import org.parley.bench.sample.WeightedIncident;

/// The three scales by hand on facts with names, from an object or from a map.
public final class ByHand {

  private ByHand() {}

  public static int weighted(WeightedIncident incident) {
    return band(
        Scores.activity(incident.getActivity())
            + Scores.actor(incident.getActor())
            + Scores.location(incident.getLocation())
            + Scores.information(incident.getInformation())
            + Scores.sector(incident.getSector())
            + Scores.recovery(incident.getRecovery())
            + Scores.dependency(incident.getDependency())
            + Scores.spread(incident.getSpread()));
  }

  public static int weighted(Map<String, Object> incident) {
    return band(
        Scores.activity(text(incident, "activity"))
            + Scores.actor(text(incident, "actor"))
            + Scores.location(text(incident, "location"))
            + Scores.information(text(incident, "information"))
            + Scores.sector(text(incident, "sector"))
            + Scores.recovery(text(incident, "recovery"))
            + Scores.dependency(text(incident, "dependency"))
            + Scores.spread(text(incident, "spread")));
  }

  /// The weights add up to 34; the cuts of the mean are 20, 35, 50, 65 and 80.
  static int band(int sum) {
    if (sum >= 1700) {
      return sum >= 2720 ? 5 : sum >= 2210 ? 4 : 3;
    }
    return sum >= 1190 ? 2 : sum >= 680 ? 1 : 0;
  }

  public static int matrix(MatrixIncident incident) {
    return cell(incident.getImpact(), incident.getScope());
  }

  public static int matrix(Map<String, Object> incident) {
    return cell(text(incident, "impact"), text(incident, "scope"));
  }

  private static int cell(String impact, String scope) {
    int row =
        switch (impact) {
          case "none" -> 0;
          case "minor" -> 1;
          case "considerable" -> 2;
          case "serious" -> 3;
          case "grave" -> 4;
          default -> throw new IllegalArgumentException(impact);
        };
    int column =
        switch (scope) {
          case "person" -> 0;
          case "entity" -> 1;
          case "sector" -> 2;
          case "region" -> 3;
          case "country" -> 4;
          case "abroad" -> 5;
          default -> throw new IllegalArgumentException(scope);
        };
    return ByHandOnCodes.cell(row, column);
  }

  public static int gate(GateIncident incident) {
    if (!incident.isCriticalFunctionAffected()) {
      return 0;
    }
    if (incident.getMalicious().equals("established")) {
      return 1;
    }
    int reached = incident.getClientsAffected() > 100_000 ? 1 : 0;
    reached += incident.getTransactionsAffected() > 50_000 ? 1 : 0;
    reached += incident.getRecordsAffected() >= 10_000 ? 1 : 0;
    reached += incident.getOrganisationsAffected() > 20 ? 1 : 0;
    reached += incident.getDowntime() >= 7_200 ? 1 : 0;
    reached += incident.getCompleteOutage() > 1_800 ? 1 : 0;
    return reached >= 2 ? 1 : 0;
  }

  public static int gate(Map<String, Object> incident) {
    if (!Boolean.TRUE.equals(incident.get("criticalFunctionAffected"))) {
      return 0;
    }
    if (text(incident, "malicious").equals("established")) {
      return 1;
    }
    int reached = number(incident, "clientsAffected") > 100_000 ? 1 : 0;
    reached += number(incident, "transactionsAffected") > 50_000 ? 1 : 0;
    reached += number(incident, "recordsAffected") >= 10_000 ? 1 : 0;
    reached += number(incident, "organisationsAffected") > 20 ? 1 : 0;
    reached += number(incident, "downtime") >= 7_200 ? 1 : 0;
    reached += number(incident, "completeOutage") > 1_800 ? 1 : 0;
    return reached >= 2 ? 1 : 0;
  }

  private static String text(Map<String, Object> incident, String name) {
    if (incident.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(name);
  }

  private static long number(Map<String, Object> incident, String name) {
    if (incident.get(name) instanceof Long number) {
      return number;
    }
    throw new IllegalArgumentException(name);
  }
}
