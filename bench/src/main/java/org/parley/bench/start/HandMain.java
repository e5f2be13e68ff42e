package org.parley.bench.start;

import java.util.HashMap;
import java.util.Map;
import org.parley.bench.hand.ByHand;
import org.parley.bench.sample.Family;

/// The bare program: one incident of each constructed scale, graded by hand-written code on maps.
public final class HandMain {

  private HandMain() {}

  public static void main(String[] none) {
    System.out.println(ranks());
  }

  /// Text is put together the old way: `+` would link code at run time and make the bare program
  /// slower than it need be.
  static String ranks() {
    return new StringBuilder()
        .append(ByHand.weighted(incident(Family.WEIGHTED)))
        .append(' ')
        .append(ByHand.matrix(incident(Family.MATRIX)))
        .append(' ')
        .append(ByHand.gate(incident(Family.GATE)))
        .append(' ')
        .toString();
  }

  static Map<String, Object> incident(Family family) {
    Map<String, Object> facts = new HashMap<>();
    switch (family) {
      case WEIGHTED -> {
        facts.put("activity", "lateral");
        facts.put("actor", "criminal");
        facts.put("location", "directory");
        facts.put("information", "personal");
        facts.put("sector", "health");
        facts.put("recovery", "supplemented");
        facts.put("dependency", "strong");
        facts.put("spread", "entity");
      }
      case MATRIX -> {
        facts.put("impact", "serious");
        facts.put("scope", "region");
      }
      case GATE -> {
        facts.put("criticalFunctionAffected", true);
        facts.put("malicious", "suspected");
        facts.put("clientsAffected", 120_000L);
        facts.put("transactionsAffected", 50_000L);
        facts.put("recordsAffected", 10_000L);
        facts.put("organisationsAffected", 1L);
        facts.put("downtime", 7_199L);
        facts.put("completeOutage", 0L);
      }
    }
    return facts;
  }
}
