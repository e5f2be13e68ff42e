package org.parley.duties;

import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;

/// What several duties say when they cannot do it.
final class Refusals {

  private Refusals() {}

  static <T> Checked<T> noSuchStatement(Digest statement) {
    return one(
        IssueCode.STATEMENT_UNKNOWN,
        "statement " + statement.brief(),
        "this node has no such statement",
        "look for it among the conversations, in the right realm");
  }

  static <T> Checked<T> one(IssueCode code, String where, String message, String remedy) {
    return new Checked.Refused<>(
        List.of(new Issue(code, Place.of(where), message, Optional.of(remedy))));
  }

  /// Refused for the same reasons as something else.
  static <T> Checked<T> same(Checked<?> refused) {
    return new Checked.Refused<>(refused.issues());
  }
}
