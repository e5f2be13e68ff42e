package org.parley.bench.jmh;

import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.parley.bench.peer.Engine;
import org.parley.bench.sample.Family;
import org.parley.bench.sample.Incidents;

/// One grade of an incident in which everything is known.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Grades {

  /// How many incidents one call grades.
  static final int CALL = 2048;

  /// How many different incidents there are: for codes so many that no branch predictor learns them
  /// by heart, for maps and objects so few that they stay in the nearer caches.
  private static final int CODED = 16_384;

  @Param({"WEIGHTED", "MATRIX", "GATE"})
  @SuppressWarnings("NullAway.Init")
  public Family family;

  @Param
  @SuppressWarnings("NullAway.Init")
  public Engine engine;

  @SuppressWarnings("NullAway.Init")
  private IntUnaryOperator ready;

  private int mask;
  private int next;

  @Setup
  public void open() {
    int count = engine.isCoded() ? CODED : CALL;
    mask = count - 1;
    ready = engine.open(Incidents.of(family, Incidents.SEED, count));
  }

  @Benchmark
  @OperationsPerInvocation(CALL)
  public int grade() {
    int sum = 0;
    int first = next;
    for (int i = first; i < first + CALL; i++) {
      sum += ready.applyAsInt(i);
    }
    next = (first + CALL) & mask;
    return sum;
  }
}
