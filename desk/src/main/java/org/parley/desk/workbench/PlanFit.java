package org.parley.desk.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.response.ResponsePlan;
import org.parley.core.scale.ScaleEdition;
import org.parley.formats.tree.Tree;

/// Whether a response plan fits the scale beside it: it speaks of that scale, and of levels that
/// the scale has.
final class PlanFit {

  private PlanFit() {}

  static List<Issue> of(ResponsePlan plan, ScaleEdition edition, Tree tree) {
    List<Issue> issues = new ArrayList<>();
    if (!(tree instanceof Tree.Mapping top)) {
      return issues;
    }
    if (!plan.scale().equals(edition.heading().id())) {
      top.find("scale")
          .ifPresent(at ->
              issues.add(
                  new Issue(
                      IssueCode.UNKNOWN_NAME,
                      at.place(),
                      "the plan is of \""
                          + plan.scale()
                          + "\", and lies beside \""
                          + edition.heading().id()
                          + "\"",
                      Optional.of("write the name of the scale"))));
    }
    if (top.find("levels").orElse(tree) instanceof Tree.Mapping levels && levels != top) {
      for (Tree.Entry entry : levels.entries()) {
        if (edition.levels().find(entry.key()).isEmpty()) {
          issues.add(
              new Issue(
                  IssueCode.UNKNOWN_LEVEL,
                  entry.keyMark().place(),
                  "the scale has no level \"" + entry.key() + "\"",
                  Optional.of(
                      "it has "
                          + String.join(
                              ", ",
                              edition.levels().mildestFirst().stream()
                                  .map(level -> level.name())
                                  .toList()))));
        }
      }
    }
    return issues;
  }
}
