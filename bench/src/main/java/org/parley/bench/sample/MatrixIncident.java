package org.parley.bench.sample;

import java.util.Map;

/// An incident as an object with the two properties that the matrix asks for.
public final class MatrixIncident {

  private final String impact;
  private final String scope;

  public MatrixIncident(Map<String, Object> facts) {
    impact = WeightedIncident.text(facts, "impact");
    scope = WeightedIncident.text(facts, "scope");
  }

  public String getImpact() {
    return impact;
  }

  public String getScope() {
    return scope;
  }
}
