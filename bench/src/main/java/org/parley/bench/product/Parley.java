package org.parley.bench.product;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.parley.bench.sample.Incidents;
import org.parley.core.engine.CodedScale;
import org.parley.core.engine.CompiledScale;
import org.parley.core.fact.Sheet;
import org.parley.core.plain.PlainEvaluator;
import org.parley.core.scale.Grade;

/// Parley on the constructed scales.
public final class Parley {

  private Parley() {}

  /// By the engine, from codes.
  public static IntUnaryOperator fromCodes(Incidents incidents) {
    Editions made = Editions.of(incidents.family());
    CodedScale scale = made.compiled().coded().orElseThrow();
    byte[][] codes = new byte[incidents.count()][scale.length()];
    Sheet[] sheets = new Sheets(made.catalogue()).all(incidents);
    for (int i = 0; i < sheets.length; i++) {
      if (!scale.write(sheets[i], codes[i])) {
        throw new IllegalStateException("not plain: " + incidents.maps()[i]);
      }
    }
    return i -> scale.gradeOf(codes[i]);
  }

  /// By the engine, from sheets.
  public static IntUnaryOperator fromSheets(Incidents incidents) {
    Editions made = Editions.of(incidents.family());
    CompiledScale scale = made.compiled();
    Sheet[] sheets = new Sheets(made.catalogue()).all(incidents);
    return i -> rank(scale.possible(sheets[i]));
  }

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
