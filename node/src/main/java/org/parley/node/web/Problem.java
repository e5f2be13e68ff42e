package org.parley.node.web;

import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Issue;

/// Something in a form to be mended, as the summary on top of the page tells it.
///
/// @param field the id of the field it leads to; empty where the whole form is meant
/// @param says what is wrong and what to do, in the visitor's language
/// @param code the code of the catalogue, such as `P931`; may be empty
public record Problem(String field, String says, String code) {

  /// A problem of the catalogue, in the words it brings.
  public static Problem of(String field, Issue issue) {
    return new Problem(
        field,
        issue.message() + issue.remedy().map(remedy -> ". " + remedy).orElse(""),
        issue.code().label());
  }

  /// The first problem of a field, to be told beside it.
  public static Optional<Problem> at(List<Problem> problems, String field) {
    return problems.stream().filter(problem -> problem.field().equals(field)).findFirst();
  }
}
