package org.parley.bench.sample;

import java.util.Map;

/// An incident as an object with one property per category, which is what rule engines like best.
public final class WeightedIncident {

  private final String activity;
  private final String actor;
  private final String location;
  private final String information;
  private final String sector;
  private final String recovery;
  private final String dependency;
  private final String spread;

  public WeightedIncident(Map<String, Object> facts) {
    activity = text(facts, "activity");
    actor = text(facts, "actor");
    location = text(facts, "location");
    information = text(facts, "information");
    sector = text(facts, "sector");
    recovery = text(facts, "recovery");
    dependency = text(facts, "dependency");
    spread = text(facts, "spread");
  }

  static String text(Map<String, Object> facts, String name) {
    if (facts.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("no text for " + name);
  }

  public String getActivity() {
    return activity;
  }

  public String getActor() {
    return actor;
  }

  public String getLocation() {
    return location;
  }

  public String getInformation() {
    return information;
  }

  public String getSector() {
    return sector;
  }

  public String getRecovery() {
    return recovery;
  }

  public String getDependency() {
    return dependency;
  }

  public String getSpread() {
    return spread;
  }
}
