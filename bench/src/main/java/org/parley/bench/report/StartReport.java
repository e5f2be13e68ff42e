package org.parley.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.bench.start.HandMain;
import org.parley.bench.start.PocketMain;
import org.parley.bench.start.WholeEngineMain;

/// What it costs to start a JVM and get the first answers: whole processes, taken in turn.
final class StartReport {

  private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

  /// Flags for a program that lives for a moment, the same for all.
  private static final List<String> FLAGS =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable");

  private static final String BY_HAND = "by hand";
  private static final String CACHED = ", start-up cache";

  private final Map<String, List<String>> programs = new LinkedHashMap<>();

  private StartReport() {}

  static String of(boolean quick) {
    try {
      StartReport report = new StartReport();
      report.prepare();
      return report.measured(quick ? 5 : 11);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Each program as it is, and with a start-up cache of its own (JEP 514).
  private void prepare() throws IOException {
    Path shelf = Files.createTempFile("parley-bench", ".pocket");
    Files.write(shelf, PocketMain.shelf());
    add(BY_HAND, HandMain.class);
    add("pocket form", PocketMain.class, shelf.toString());
    add("whole engine", WholeEngineMain.class);
  }

  private void add(String name, Class<?> main, String... arguments) throws IOException {
    programs.put(name, command(List.of(), main, arguments));
    Path cache = Files.createTempFile("parley-" + main.getSimpleName(), ".aot");
    run(command(List.of("-XX:AOTCacheOutput=" + cache), main, arguments));
    programs.put(name + CACHED, command(List.of("-XX:AOTCache=" + cache), main, arguments));
  }

  private static List<String> command(List<String> more, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(more);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  private String measured(int rounds) throws IOException {
    Map<String, double[][]> taken = new LinkedHashMap<>();
    programs.keySet().forEach(name -> taken.put(name, new double[2][rounds]));
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, List<String>> program : programs.entrySet()) {
        long began = System.nanoTime();
        double cpu = run(program.getValue());
        double[][] own = taken.getOrDefault(program.getKey(), new double[2][rounds]);
        own[0][round] = (System.nanoTime() - began) / 1e6;
        own[1][round] = cpu;
      }
    }
    Table table =
        new Table("first answers, " + rounds + " runs", "wall ms", "cpu ms", "cpu x hand");
    taken.forEach((name, own) -> {
      double[][] hand = taken.get(name.endsWith(CACHED) ? BY_HAND + CACHED : BY_HAND);
      table.row(
          name,
          "%.0f".formatted(median(own[0])),
          "%.0f".formatted(median(own[1])),
          Measure.ratio(median(own[1]) / median(hand == null ? own[1] : hand[1])));
    });
    return table.toString();
  }

  private static double median(double[] taken) {
    double[] sorted = taken.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /// Runs a program and gives its processor time in milliseconds, as the shell tells it.
  private static double run(List<String> program) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "\"$@\" >/dev/null 2>&1 || exit 1; times", "sh"));
    command.addAll(program);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    // The last line is about the shell's children: user time, then system time.
    Matcher times = TIMES.matcher(told);
    if (!times.find()) {
      throw new IOException("failed: " + String.join(" ", program) + "\n" + told);
    }
    return 1000
        * (60 * (Integer.parseInt(times.group(1)) + Integer.parseInt(times.group(3)))
            + Double.parseDouble(times.group(2))
            + Double.parseDouble(times.group(4)));
  }
}
