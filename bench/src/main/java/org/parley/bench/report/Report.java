package org.parley.bench.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.parley.bench.sample.Incidents;

/// Measures and prints one section after the other.
public final class Report {

  private Report() {}

  public static void print(List<Section> sections, boolean quick, PrintStream out)
      throws IOException {
    out.println(Machine.described());
    out.println("seed " + Incidents.SEED + (quick ? ", quick: figures are rough" : ""));
    out.println();
    for (Section section : sections) {
      Path log = Files.createTempFile("parley-bench-" + section.word(), ".log");
      out.println("## " + section.word() + ": " + section.what() + "\n");
      long began = System.nanoTime();
      out.println(section.report(new Run(quick, log)));
      out.printf("(%d s; %s)%n%n", (System.nanoTime() - began) / 1_000_000_000, log);
    }
  }
}
