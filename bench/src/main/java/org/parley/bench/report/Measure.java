package org.parley.bench.report;

import java.util.Locale;

/// What one benchmark took: medians over the iterations of one run.
///
/// @param wall nanoseconds on the clock
/// @param cpu nanoseconds of processor time of the measuring thread
/// @param bytes bytes allocated
record Measure(double wall, double cpu, double bytes) {

  /// How many times longer than another, by processor time.
  double times(Measure other) {
    return cpu / other.cpu;
  }

  static String nanos(double nanos) {
    return nanos < 100
        ? String.format(Locale.ROOT, "%.1f ns", nanos)
        : nanos < 100_000
            ? String.format(Locale.ROOT, "%,.0f ns", nanos)
            : nanos < 100_000_000
                ? String.format(Locale.ROOT, "%,.0f µs", nanos / 1e3)
                : String.format(Locale.ROOT, "%,.0f ms", nanos / 1e6);
  }

  static String ratio(double ratio) {
    return String.format(Locale.ROOT, ratio < 20 ? "%.2f" : "%,.0f", ratio);
  }

  String shownBytes() {
    return String.format(Locale.ROOT, "%,d", Math.round(bytes));
  }
}
