package org.parley.bench.jmh;

import java.util.List;
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
import org.parley.core.outcome.Flip;
import org.parley.core.outcome.Step;
import org.parley.core.outcome.Truth;
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

  /// Every step of the rule: what each criterion contributes, the score in its band, the deciding
  /// row or cell.
  @Benchmark
  @OperationsPerInvocation(CALL)
  public int steps() {
    int sum = 0;
    for (Sheet sheet : sheets) {
      sum += compiled.reasons(sheet).orElseThrow().parts().size();
    }
    return sum;
  }

  /// Outcome, changes and steps, and each of them looked at.
  @Benchmark
  @OperationsPerInvocation(CALL)
  public int read() {
    int sum = 0;
    for (Sheet sheet : sheets) {
      sum += compiled.outcome(sheet).possible().size();
      List<Flip> flips = compiled.flips(sheet);
      for (int i = 0; i < flips.size(); i++) {
        sum += flips.get(i).gives().size();
      }
      sum += read(compiled.reasons(sheet).orElseThrow());
    }
    return sum;
  }

  private static int read(Step step) {
    int sum =
        switch (step) {
          case Step.Looked looked -> looked.truth() == Truth.HOLDS ? 1 : 0;
          case Step.Scored scored -> scored.options().size() + scored.scores().low().signum();
          case Step.Gave gave -> gave.possible().size() + (gave.cite().isPresent() ? 1 : 0);
        };
    List<Step> parts = step.parts();
    for (int i = 0; i < parts.size(); i++) {
      sum += read(parts.get(i));
    }
    return sum;
  }

  /// The steps as the plain evaluator finds them, that the engine's are checked against.
  @Benchmark
  @OperationsPerInvocation(CALL)
  public int plain() {
    int sum = 0;
    for (Sheet sheet : sheets) {
      sum += plain.trace(sheet).parts().size();
    }
    return sum;
  }
}
