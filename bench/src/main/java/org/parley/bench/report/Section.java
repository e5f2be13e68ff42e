package org.parley.bench.report;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A part of the measurements that can be asked for by name.
public enum Section {
  GRADES("one grade, everything known");

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
    };
  }
}
