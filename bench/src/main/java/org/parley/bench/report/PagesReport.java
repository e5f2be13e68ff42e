package org.parley.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// How long the pages of a full node take, beside the limit set for lists and searches. The node is
/// a process of its own, because its server brings other libraries than the measurements use.
final class PagesReport {

  /// What a list or a search may take on the server, in milliseconds.
  private static final double LIMIT = 100;

  private static final Path PROGRAM = Path.of("pages/target/pages/parley-bench-pages.jar");

  private PagesReport() {}

  static String of(boolean quick) {
    try {
      return measured(
          quick
              ? List.of("100", "20", "50", "20", "40")
              : List.of("1000", "20", "500", "20", "60"));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static String measured(List<String> sizes) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx2g", "-jar", program().toString()));
    command.addAll(sizes);
    Path said = Files.createTempFile("parley-bench-pages", ".log");
    Process process = new ProcessBuilder(command).redirectError(said.toFile()).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<String> filled = new ArrayList<>();
    Table table = new Table("page", "median ms", "p95 ms", "KiB", "p95 in limits of 100 ms");
    for (String line : told.lines().toList()) {
      String[] cells = line.split("\t", -1);
      switch (cells[0]) {
        case "filled" -> filled.add(cells[2] + " " + cells[1] + ", written in " + cells[3] + " s");
        case "page" ->
            table.row(
                named(cells[1]),
                cells[2],
                cells[3],
                String.format(Locale.ROOT, "%,d", Integer.parseInt(cells[4]) / 1024),
                Measure.ratio(Double.parseDouble(cells[3]) / LIMIT));
        default -> {
          // The server's own words.
        }
      }
    }
    if (filled.size() < 2) {
      throw new IOException("the node was not filled; what it said stands in " + said);
    }
    Files.delete(said);
    return String.join("; ", filled) + ".\n\n" + table;
  }

  /// An address without the number of the thing.
  private static String named(String path) {
    return path.replaceFirst("/[0-9a-f]{8}-[0-9a-f-]{27}$", "/…");
  }

  /// The folder `bench` is the nearest one above these classes that holds the program.
  private static Path program() {
    try {
      Path here =
          Path.of(PagesReport.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Stream.iterate(here, at -> at != null, Path::getParent)
          .map(at -> at.resolve(PROGRAM))
          .filter(Files::exists)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no " + PROGRAM + " above " + here));
    } catch (URISyntaxException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
