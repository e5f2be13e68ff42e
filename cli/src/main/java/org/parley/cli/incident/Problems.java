package org.parley.cli.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.formats.tree.Tree;

/// The problems that a node tells in a problem document, told on.
final class Problems {

  private Problems() {}

  /// At least one: a node of a later edition may tell codes that are not known here.
  static List<Issue> of(Tree document, int status) {
    List<Issue> issues = new ArrayList<>();
    for (Tree each : Told.list(document, "problems")) {
      issues.add(
          new Issue(
              code(Told.text(each, "code")),
              Place.of(Told.text(each, "place") + line(each)),
              Told.text(each, "message"),
              Optional.of(Told.text(each, "remedy")).filter(text -> !text.isEmpty())));
    }
    if (issues.isEmpty()) {
      issues.add(
          new Issue(
              IssueCode.REQUEST_UNFIT,
              Place.of("answer"),
              "the node refused it with status " + status,
              Optional.empty()));
    }
    return issues;
  }

  private static String line(Tree problem) {
    String line = Told.text(problem, "line");
    return line.isEmpty() ? "" : ":" + line + ":" + Told.text(problem, "column");
  }

  private static IssueCode code(String label) {
    return Stream.of(IssueCode.values())
        .filter(code -> code.label().equals(label))
        .findFirst()
        .orElse(IssueCode.REQUEST_UNFIT);
  }
}
