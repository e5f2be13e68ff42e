package org.parley.core.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects problems, so that all are told at once. Not for use by several threads.
public final class Issues {

  /// Past this many problems the rest is only counted: nobody reads more, and a hostile file must
  /// not fill the memory.
  public static final int MOST_KEPT = 200;

  private final List<Issue> kept = new ArrayList<>();
  private int errors;
  private int total;

  public void add(IssueCode code, Place place, String message, String remedy) {
    add(new Issue(code, place, message, Optional.of(remedy)));
  }

  public void add(IssueCode code, Place place, String message) {
    add(new Issue(code, place, message, Optional.empty()));
  }

  public void add(Issue issue) {
    total++;
    if (issue.isError()) {
      errors++;
    }
    if (kept.size() < MOST_KEPT) {
      kept.add(issue);
    }
  }

  public boolean hasErrors() {
    return errors > 0;
  }

  public int errors() {
    return errors;
  }

  /// How many problems were found but not kept.
  public int dropped() {
    return total - kept.size();
  }

  public List<Issue> list() {
    return List.copyOf(kept);
  }
}
