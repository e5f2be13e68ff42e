package org.parley.bench.product;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.parley.bench.sample.Incidents;
import org.parley.core.fact.Sheet;
import org.parley.core.plain.PlainEvaluator;
import org.parley.core.scale.Grade;

/// Parley on the constructed scales.
public final class Parley {

  private Parley() {}

  /// By the slow, plain evaluator that the engine is checked against.
  public static IntUnaryOperator plainly(Incidents incidents) {
    Editions made = Editions.of(incidents.family());
    PlainEvaluator evaluator = new PlainEvaluator(made.edition(), made.catalogue(), Editions.DAY);
    Sheet[] sheets = new Sheets(made.catalogue()).all(incidents);
    return i -> rank(evaluator.trace(sheets[i]).possible());
  }

  /// The rank of the only grade, or -1.
  static int rank(List<Grade> possible) {
    return possible.size() == 1 && possible.getFirst() instanceof Grade.Level(int rank, _)
        ? rank
        : -1;
  }
}
