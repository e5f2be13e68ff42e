package org.parley.formats.table;

import org.parley.core.fact.Stated;
import org.parley.core.issue.IssueCode;

/// What a cell says about the fact of its column.
sealed interface Says {

  /// It states something.
  record This(Stated stated) implements Says {}

  /// It states something in part; the rest is told.
  record Partly(Stated stated, IssueCode code, String message) implements Says {}

  /// Nothing stands in it.
  record Nothing() implements Says {}

  /// What stands in it cannot be taken; the fact is unknown.
  record Unclear(IssueCode code, String message) implements Says {}

  static Says notUnderstood(String message) {
    return new Unclear(IssueCode.NOT_UNDERSTOOD, message);
  }

  static Says ambiguous(String message) {
    return new Unclear(IssueCode.AMBIGUOUS, message);
  }
}
