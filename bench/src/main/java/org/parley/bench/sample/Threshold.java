package org.parley.bench.sample;

import java.util.List;

/// A threshold of the gated scale on a number.
///
/// @param fact the fact of the catalogue it is put to
/// @param inclusive whether the bound itself reaches it
public record Threshold(String fact, long bound, boolean inclusive) {

  /// The six thresholds; the bounds are invented. Durations are in seconds.
  public static final List<Threshold> SIX =
      List.of(
          new Threshold("clientsAffected", 100_000, false),
          new Threshold("transactionsAffected", 50_000, false),
          new Threshold("recordsAffected", 10_000, true),
          new Threshold("organisationsAffected", 20, false),
          new Threshold("downtime", 7_200, true),
          new Threshold("completeOutage", 1_800, false));

  /// The yes-no fact that opens the gate, and the ordered one whose last option is enough alone.
  public static final String GATE = "criticalFunctionAffected";

  public static final String ENOUGH = "malicious";
  public static final List<String> ENOUGH_OPTIONS = List.of("no", "suspected", "established");

  public boolean isReachedBy(long number) {
    return inclusive ? number >= bound : number > bound;
  }

  /// How most languages write it.
  public String operator() {
    return inclusive ? ">=" : ">";
  }
}
