package org.parley.bench.report;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A part of the measurements that can be asked for by name.
public enum Section {
  GRADES("one grade, everything known"),
  UNKNOWNS("the exact set of grades where facts are unknown"),
  LADDER("the same on Spain's ladders, with their open questions"),
  EXPLAINED("reasons beside the bare grade"),
  GROWTH("the cost of weighted scales by criteria and options"),
  START("a whole process up to its first answers"),
  SEALING("signing and sealing to 1, 10 and 114 recipients"),
  EXCHANGE("messages from node to node, forced to disk and receipted"),
  SIMULATOR("whole runs of the simulator"),
  PAGES("pages of a node that is full");

  private final String what;

  Section(String what) {
    this.what = what;
  }

  /// What it measures, in a few words.
  public String what() {
    return what;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Section> find(String word) {
    return Stream.of(values()).filter(section -> section.word().equals(word)).findFirst();
  }

  String report(Run run) {
    return switch (this) {
      case GRADES -> GradesReport.of(run);
      case UNKNOWNS -> UnknownsReport.ofUnknowns(run);
      case LADDER -> LadderReport.of(run);
      case EXPLAINED -> ExplainedReport.of(run);
      case GROWTH -> UnknownsReport.ofGrowth(run);
      case START -> StartReport.of(run.quick());
      case SEALING -> SealingReport.of(run.quick());
      case EXCHANGE -> ExchangeReport.of(run.quick());
      case SIMULATOR -> SimulatorReport.of(run.quick());
      case PAGES -> PagesReport.of(run.quick());
    };
  }
}
