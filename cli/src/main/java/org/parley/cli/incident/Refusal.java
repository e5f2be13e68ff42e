package org.parley.cli.incident;

import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;

/// What was asked for cannot be done, and why.
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient List<Issue> issues;

  /// @param status what the program ends with
  Refusal(int status, List<Issue> issues) {
    super("refused", null, false, false);
    this.status = status;
    this.issues = List.copyOf(issues);
  }

  Refusal(int status, IssueCode code, String place, String message, String remedy) {
    this(status, List.of(new Issue(code, Place.of(place), message, Optional.of(remedy))));
  }

  int status() {
    return status;
  }

  List<Issue> issues() {
    return issues;
  }
}
