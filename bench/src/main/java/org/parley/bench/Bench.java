package org.parley.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.bench.report.Report;
import org.parley.bench.report.Section;

/// `./parley bench [--quick] [NAME…]`: compares all engines, then measures the sections named, or
/// all of them.
public final class Bench {

  private Bench() {}

  public static void main(String[] args) throws IOException {
    List<String> words = new ArrayList<>(List.of(args));
    boolean quick = words.remove("--quick");
    Set<Section> sections = EnumSet.noneOf(Section.class);
    for (String word : words) {
      Optional<Section> section = Section.find(word);
      if (section.isEmpty()) {
        System.err.println("parley bench: no such section: " + word);
        System.err.println("usage: ./parley bench [--quick] [NAME…], with these names:");
        for (Section each : Section.values()) {
          System.err.println("  " + each.word() + "  " + each.what());
        }
        System.exit(64);
      }
      section.ifPresent(sections::add);
    }
    if (sections.isEmpty()) {
      sections = EnumSet.allOf(Section.class);
    }
    int count = quick ? Agreement.INCIDENTS / 10 : Agreement.INCIDENTS;
    Agreement.checkAll(count);
    System.out.println(
        "All engines agree with the hand-written code on " + count + " incidents each.");
    Report.print(List.copyOf(sections), quick, System.out);
  }
}
