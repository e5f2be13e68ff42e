package org.parley.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.parley.bench.product.Editions;
import org.parley.bench.product.Sheets;
import org.parley.bench.sample.Family;
import org.parley.bench.sample.Incidents;
import org.parley.core.engine.CompiledScale;
import org.parley.core.fact.Sheet;
import org.parley.core.plain.PlainEvaluator;

/// What reasons cost beside the bare grade of the same sheet, in which everything is known.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Explained {

  private static final int CALL = 512;

  @Param({"WEIGHTED", "MATRIX", "GATE"})
  @SuppressWarnings("NullAway.Init")
  public Family family;

  @SuppressWarnings("NullAway.Init")
  private CompiledScale compiled;

  @SuppressWarnings("NullAway.Init")
  private PlainEvaluator plain;

  @SuppressWarnings("NullAway.Init")
  private Sheet[] sheets;

  @Setup
  public void open() {
    Editions made = Editions.of(family);
    compiled = made.compiled();
    plain = new PlainEvaluator(made.edition(), made.catalogue(), Editions.DAY);
    sheets = new Sheets(made.catalogue()).all(Incidents.of(family, Incidents.SEED, CALL));
  }

  /// The grade alone.
  @Benchmark
  @OperationsPerInvocation(CALL)
  public int grade() {
    int sum = 0;
    for (Sheet sheet : sheets) {
      sum += compiled.possible(sheet).size();
    }
    return sum;
  }

  /// The outcome: the level with its exact score.
  @Benchmark
  @OperationsPerInvocation(CALL)
  public int outcome() {
    int sum = 0;
    for (Sheet sheet : sheets) {
      sum += compiled.outcome(sheet).possible().size();
    }
    return sum;
  }

  /// Every change to one fact alone that would change the grade.
  @Benchmark
  @OperationsPerInvocation(CALL)
  public int changes() {
    int sum = 0;
    for (Sheet sheet : sheets) {
      sum += compiled.flips(sheet).size();
    }
    return sum;
  }

  /// Every step of the rule with what was seen: contributions, the band, the deciding row or cell.
  @Benchmark
  @OperationsPerInvocation(CALL)
  public int steps() {
    int sum = 0;
    for (Sheet sheet : sheets) {
      sum += plain.trace(sheet).parts().size();
    }
    return sum;
  }
}
