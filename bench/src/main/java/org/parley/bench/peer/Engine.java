package org.parley.bench.peer;

import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.parley.bench.hand.ByHand;
import org.parley.bench.hand.ByHandOnCodes;
import org.parley.bench.product.Parley;
import org.parley.bench.sample.GateIncident;
import org.parley.bench.sample.Incidents;
import org.parley.bench.sample.MatrixIncident;
import org.parley.bench.sample.WeightedIncident;

/// Everything that can grade incidents of the three constructed scales.
public enum Engine {
  HAND_CODED,
  PARLEY_CODED,
  HAND_OBJECT,
  HAND_MAP,
  PARLEY_SHEET,
  PARLEY_PLAIN,
  SPEL,
  DROOLS,
  CEL,
  KIE_DMN,
  JSON_LOGIC;

  /// Whether it reads facts that are already codes.
  public boolean isCoded() {
    return this == HAND_CODED || this == PARLEY_CODED;
  }

  /// Makes it ready for a batch.
  ///
  /// @return gives the rank of the level of the incident at a place of the batch
  public IntUnaryOperator open(Incidents incidents) {
    return switch (this) {
      case HAND_CODED -> handCoded(incidents);
      case HAND_OBJECT -> handObject(incidents);
      case HAND_MAP -> handMap(incidents);
      case PARLEY_CODED -> Parley.fromCodes(incidents);
      case PARLEY_SHEET -> Parley.fromSheets(incidents);
      case PARLEY_PLAIN -> Parley.plainly(incidents);
      case SPEL -> Spel.open(incidents);
      case DROOLS -> Drools.open(incidents);
      case CEL -> Cel.open(incidents);
      case KIE_DMN -> Dmn.open(incidents);
      case JSON_LOGIC -> JsonRules.open(incidents);
    };
  }

  private static IntUnaryOperator handCoded(Incidents incidents) {
    byte[][] codes = incidents.codes();
    return switch (incidents.family()) {
      case WEIGHTED -> i -> ByHandOnCodes.weighted(codes[i]);
      case MATRIX -> i -> ByHandOnCodes.matrix(codes[i]);
      case GATE -> i -> ByHandOnCodes.gate(codes[i]);
    };
  }

  private static IntUnaryOperator handObject(Incidents incidents) {
    return switch (incidents.family()) {
      case WEIGHTED -> {
        WeightedIncident[] objects = incidents.weighted();
        yield i -> ByHand.weighted(objects[i]);
      }
      case MATRIX -> {
        MatrixIncident[] objects = incidents.matrix();
        yield i -> ByHand.matrix(objects[i]);
      }
      case GATE -> {
        GateIncident[] objects = incidents.gate();
        yield i -> ByHand.gate(objects[i]);
      }
    };
  }

  private static IntUnaryOperator handMap(Incidents incidents) {
    Map<String, Object>[] maps = incidents.maps();
    return switch (incidents.family()) {
      case WEIGHTED -> i -> ByHand.weighted(maps[i]);
      case MATRIX -> i -> ByHand.matrix(maps[i]);
      case GATE -> i -> ByHand.gate(maps[i]);
    };
  }
}
