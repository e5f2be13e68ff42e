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
import org.parley.bench.sample.Incidents;
import org.parley.bench.sample.PartlyKnown;
import org.parley.bench.sample.WeightedScale;
import org.parley.core.engine.CompiledScale;
import org.parley.core.fact.Sheet;

/// How the cost of weighted scales grows with criteria and options.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Growth {

  private static final int CALL = 256;

  /// Criteria x options.
  @Param({"4x10", "8x10", "12x10", "16x10", "20x10", "8x5", "8x20"})
  @SuppressWarnings("NullAway.Init")
  public String size;

  @SuppressWarnings("NullAway.Init")
  private Editions made;

  @SuppressWarnings("NullAway.Init")
  private CompiledScale compiled;

  @SuppressWarnings("NullAway.Init")
  private Sheet[] known;

  @SuppressWarnings("NullAway.Init")
  private Sheet[] halfKnown;

  @Setup
  public void open() {
    int times = size.indexOf('x');
    int criteria = Integer.parseInt(size.substring(0, times));
    WeightedScale scale = WeightedScale.of(criteria, Integer.parseInt(size.substring(times + 1)));
    made = Editions.of(scale);
    compiled = made.compiled();
    known = sheets(scale, 0);
    halfKnown = sheets(scale, criteria / 2);
  }

  private Sheet[] sheets(WeightedScale scale, int unknown) {
    Sheets maker = new Sheets(made.catalogue());
    return PartlyKnown.of(scale, unknown, Incidents.SEED, CALL).facts().stream()
        .map(maker::sheet)
        .toArray(Sheet[]::new);
  }

  @Benchmark
  @OperationsPerInvocation(CALL)
  public int allKnown() {
    return sum(known);
  }

  @Benchmark
  @OperationsPerInvocation(CALL)
  public int halfUnknown() {
    return sum(halfKnown);
  }

  private int sum(Sheet[] sheets) {
    int sum = 0;
    for (Sheet sheet : sheets) {
      sum += compiled.possible(sheet).size();
    }
    return sum;
  }

  @Benchmark
  public CompiledScale compiling() {
    return made.compiled();
  }
}
