package org.parley.bench.sample;

import java.util.Map;

/// An incident as an object with the properties that the gated scale asks for.
public final class GateIncident {

  private final boolean criticalFunctionAffected;
  private final String malicious;
  private final long clientsAffected;
  private final long transactionsAffected;
  private final long recordsAffected;
  private final long organisationsAffected;
  private final long downtime;
  private final long completeOutage;

  public GateIncident(Map<String, Object> facts) {
    criticalFunctionAffected = Boolean.TRUE.equals(facts.get(Threshold.GATE));
    malicious = WeightedIncident.text(facts, Threshold.ENOUGH);
    clientsAffected = number(facts, "clientsAffected");
    transactionsAffected = number(facts, "transactionsAffected");
    recordsAffected = number(facts, "recordsAffected");
    organisationsAffected = number(facts, "organisationsAffected");
    downtime = number(facts, "downtime");
    completeOutage = number(facts, "completeOutage");
  }

  private static long number(Map<String, Object> facts, String name) {
    if (facts.get(name) instanceof Long number) {
      return number;
    }
    throw new IllegalArgumentException("no number for " + name);
  }

  public boolean isCriticalFunctionAffected() {
    return criticalFunctionAffected;
  }

  public String getMalicious() {
    return malicious;
  }

  public long getClientsAffected() {
    return clientsAffected;
  }

  public long getTransactionsAffected() {
    return transactionsAffected;
  }

  public long getRecordsAffected() {
    return recordsAffected;
  }

  public long getOrganisationsAffected() {
    return organisationsAffected;
  }

  public long getDowntime() {
    return downtime;
  }

  public long getCompleteOutage() {
    return completeOutage;
  }
}
