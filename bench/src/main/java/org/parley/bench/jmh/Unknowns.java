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
import org.parley.bench.hand.ByEnumeration;
import org.parley.bench.product.Editions;
import org.parley.bench.product.Sheets;
import org.parley.bench.sample.Incidents;
import org.parley.bench.sample.PartlyKnown;
import org.parley.bench.sample.WeightedScale;
import org.parley.core.engine.CompiledScale;
import org.parley.core.fact.Sheet;

/// The exact set of possible grades on a weighted scale in which some criteria are not known.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Unknowns {

  private static final int CALL = 512;

  @Param({"8", "12", "16", "20"})
  public int criteria;

  @Param({"0", "1", "2", "4", "8"})
  public int unknown;

  @SuppressWarnings("NullAway.Init")
  private CompiledScale compiled;

  @SuppressWarnings("NullAway.Init")
  private ByEnumeration byHand;

  @SuppressWarnings("NullAway.Init")
  private Sheet[] sheets;

  @SuppressWarnings("NullAway.Init")
  private byte[][] codes;

  @Setup
  public void open() {
    WeightedScale scale = scale(criteria);
    Editions made = Editions.of(scale);
    compiled = made.compiled();
    byHand = new ByEnumeration(scale);
    PartlyKnown incidents = PartlyKnown.of(scale, unknown, Incidents.SEED, CALL);
    Sheets maker = new Sheets(made.catalogue());
    sheets = incidents.facts().stream().map(maker::sheet).toArray(Sheet[]::new);
    codes = incidents.codes().toArray(byte[][]::new);
  }

  /// The scale of the other measurements, or a larger one with ten options for each criterion.
  static WeightedScale scale(int criteria) {
    return criteria == 8 ? WeightedScale.EIGHT : WeightedScale.of(criteria, 10);
  }

  @Benchmark
  @OperationsPerInvocation(CALL)
  public int parley() {
    int sum = 0;
    for (Sheet sheet : sheets) {
      sum += compiled.possible(sheet).size();
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(CALL)
  public int enumeration() {
    int sum = 0;
    for (byte[] code : codes) {
      sum += byHand.levels(code);
    }
    return sum;
  }
}
