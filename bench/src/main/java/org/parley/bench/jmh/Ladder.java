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
import org.parley.bench.product.SpanishLadder;
import org.parley.bench.sample.Incidents;
import org.parley.core.engine.CompiledScale;
import org.parley.core.fact.Sheet;

/// The exact set of possible grades, and the open questions, on a real ladder in which some facts
/// are not known.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Ladder {

  private static final int CALL = 64;

  /// How many facts are not known; 99 for all.
  @Param({"0", "1", "2", "4", "8", "99"})
  public int unknown;

  @SuppressWarnings("NullAway.Init")
  private CompiledScale scale;

  @SuppressWarnings("NullAway.Init")
  private Sheet[] sheets;

  @Setup
  public void open() {
    SpanishLadder ladder = new SpanishLadder();
    scale = ladder.scale();
    sheets = ladder.sheets(unknown, Incidents.SEED, CALL);
  }

  @Benchmark
  @OperationsPerInvocation(CALL)
  public int grades() {
    int sum = 0;
    for (Sheet sheet : sheets) {
      sum += scale.possible(sheet).size();
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(CALL)
  public int outcome() {
    int sum = 0;
    for (Sheet sheet : sheets) {
      sum += scale.outcome(sheet).possible().size();
    }
    return sum;
  }
}
