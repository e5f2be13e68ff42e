package org.parley.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;

/// What must be known of the machine to read a result.
final class Machine {

  private Machine() {}

  static String described() {
    return String.format(
        Locale.ROOT,
        "%s, %s, %d processors, load %.1f, Java %s",
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        processor(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.version());
  }

  private static String processor() {
    Path told = Path.of("/proc/cpuinfo");
    try (Stream<String> lines = Files.lines(told)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("processor not told");
    } catch (IOException notTold) {
      return "processor not told";
    }
  }
}
