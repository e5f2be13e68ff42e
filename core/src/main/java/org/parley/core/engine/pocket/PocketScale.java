package org.parley.core.engine.pocket;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.core.engine.diagram.Diagram;
import org.parley.core.engine.diagram.SumTable;
import org.parley.core.engine.drawing.GradeCodes;
import org.parley.core.fact.Sheet;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Levels;

/// A scale in its pocket form: grades incidents of which everything that matters is stated exactly,
/// as the whole engine does, and leaves all others to it.
///
/// It knows no reasons, no questions and no sources. Immutable.
public final class PocketScale {

  /// The version of the engine that pocket forms are made by. It rises whenever the same edition
  /// would come out differently, in its meaning or its form.
  public static final int ENGINE = 1;

  /// More than the pocket form tells.
  public static final int UNTOLD = -1;

  private final Levels levels;
  private final Gauge[] gauges;
  private final @Nullable SumTable sums;
  private final Diagram diagram;

  private PocketScale(Levels levels, Gauge[] gauges, @Nullable SumTable sums, Diagram diagram) {
    this.levels = levels;
    this.gauges = gauges;
    this.sums = sums;
    this.diagram = diagram;
  }

  /// A scale in which every variable adds a number for its cell, and the sum says the grade.
  public static PocketScale bySum(Levels levels, Gauge[] gauges, SumTable sums) {
    return new PocketScale(levels, gauges.clone(), sums, Diagram.NONE);
  }

  /// A scale that asks from variable to variable, only as far as needed.
  public static PocketScale byWalk(Levels levels, Gauge[] gauges, Diagram diagram) {
    return new PocketScale(levels, gauges.clone(), null, diagram);
  }

  public Levels levels() {
    return levels;
  }

  /// How each variable is read.
  public Gauge[] gauges() {
    return gauges.clone();
  }

  /// The sums, if every variable adds a number.
  public Optional<SumTable> sums() {
    return Optional.ofNullable(sums);
  }

  /// The walk, if not.
  public Diagram diagram() {
    return diagram;
  }

  /// The grade; empty where more is stated than the pocket form tells, too little, or where the
  /// scale cannot be applied.
  public Optional<Grade> grade(Sheet sheet) {
    int number = number(sheet);
    return number == UNTOLD ? Optional.empty() : new GradeCodes(levels).grade(number);
  }

  /// The number of the grade, as [GradeCodes] counts, or [#UNTOLD].
  public int number(Sheet sheet) {
    if (sums == null) {
      return walk(diagram, sheet);
    }
    int sum = sum(sheet);
    return sum == UNTOLD ? UNTOLD : sums.valueOf(sum);
  }

  /// The sum of what all variables add, or [#UNTOLD]. Only where there are sums.
  public int sum(Sheet sheet) {
    if (sums == null) {
      throw new IllegalStateException("no sums");
    }
    int sum = 0;
    for (int variable = 0; variable < gauges.length; variable++) {
      int cell = gauges[variable].cell(sheet);
      if (cell < 0) {
        return UNTOLD;
      }
      sum += sums.addend(variable, cell);
    }
    return sum;
  }

  /// The value of a function of the same variables, or [#UNTOLD].
  public int walk(Diagram function, Sheet sheet) {
    int at = function.root();
    while (at >= 0) {
      int cell = gauges[function.variable(at)].cell(sheet);
      if (cell < 0) {
        return UNTOLD;
      }
      at = function.child(at, cell);
    }
    return ~at;
  }
}
