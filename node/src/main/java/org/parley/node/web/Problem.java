package org.parley.node.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.desk.Shelf;
import org.parley.desk.voice.Words;

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

  /// A problem of the catalogue, for somebody who reads in a language.
  public static Problem of(Words words, String field, Issue issue) {
    return new Problem(field, says(words, issue), issue.code().label());
  }

  /// What a problem is, in the reader's language where its words know the problem. English keeps
  /// the sentence that the problem brings, which is more exact.
  public static String says(Words words, Issue issue) {
    String key = key(issue);
    return words.knows(key) && !words.language().equals(Shelf.ENGLISH)
        ? words.say(key)
        : of("", issue).says();
  }

  /// Whether a problem's own sentence, in English, says more than the reader's language does.
  public static boolean saysMore(Words words, Issue issue) {
    return words.knows(key(issue)) && !words.language().equals(Shelf.ENGLISH);
  }

  /// What problems of a code are, in the reader's language where its words know them, else the
  /// code.
  public static String says(Words words, IssueCode code) {
    return words.knows(key(code)) ? words.say(key(code)) : code.label();
  }

  private static String key(Issue issue) {
    return key(issue.code());
  }

  private static String key(IssueCode code) {
    return "page.refused." + code.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The first problem of a field, to be told beside it.
  public static Optional<Problem> at(List<Problem> problems, String field) {
    return problems.stream().filter(problem -> problem.field().equals(field)).findFirst();
  }
}
