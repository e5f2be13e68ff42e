package org.parley.bench.report;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Runs benchmarks with JMH, each in a JVM of its own, and keeps the medians.
///
/// @param quick a fifth of the time, for a first look
/// @param log where JMH's own output goes
record Run(boolean quick, Path log) {

  /// @param method a method of the benchmark
  /// @param params values for parameters that the benchmark would else run through
  /// @return by name of the method and value of each parameter
  Map<Map<String, String>, Measure> of(
      Class<?> benchmark, String method, Map<String, String[]> params) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + benchmark.getSimpleName() + "\\." + method + "$")
            .forks(1)
            .warmupIterations(quick ? 3 : 4)
            .warmupTime(TimeValue.milliseconds(quick ? 300 : 1000))
            .measurementIterations(quick ? 3 : 5)
            .measurementTime(TimeValue.milliseconds(quick ? 200 : 500))
            .jvmArgs(
                "-Xms1g",
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Xbatch",
                "--sun-misc-unsafe-memory-access=allow")
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuTime.class)
            .output(log.toString());
    params.forEach(options::param);
    try {
      return measured(new Runner(options.build()).run());
    } catch (RunnerException broken) {
      throw new IllegalStateException("see " + log, broken);
    }
  }

  private static Map<Map<String, String>, Measure> measured(Collection<RunResult> results) {
    Map<Map<String, String>, Measure> measured = new LinkedHashMap<>();
    for (RunResult result : results) {
      Map<String, String> key = new LinkedHashMap<>();
      BenchmarkParams params = result.getParams();
      String name = params.getBenchmark();
      key.put("method", name.substring(name.lastIndexOf('.') + 1));
      params.getParamsKeys().forEach(param -> key.put(param, params.getParam(param)));
      measured.put(
          key,
          new Measure(
              median(result, iteration -> iteration.getPrimaryResult().getScore()),
              median(result, iteration -> secondary(iteration, CpuTime.MEASURE)),
              median(result, iteration -> secondary(iteration, "gc.alloc.rate.norm"))));
    }
    return measured;
  }

  private static double secondary(IterationResult iteration, String name) {
    Result<?> result = iteration.getSecondaryResults().get(name);
    if (result == null) {
      throw new IllegalStateException("no " + name);
    }
    return result.getScore();
  }

  private static double median(RunResult result, ToDoubleFunction<IterationResult> measure) {
    double[] sorted =
        result.getBenchmarkResults().stream()
            .flatMap(each -> each.getIterationResults().stream())
            .mapToDouble(measure)
            .sorted()
            .toArray();
    if (sorted.length == 0) {
      throw new IllegalStateException("no results");
    }
    return sorted[sorted.length / 2];
  }
}
