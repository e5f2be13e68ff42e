package org.parley.node.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

  private static final Set<String> PLAIN =
      Set.of(
          "a", "an", "another", "ask", "choose", "compare", "it", "neither", "no", "nobody", "none",
          "nothing", "only", "the", "there", "these", "they", "this", "two", "write");

  /// A problem of the catalogue, in the words it brings.
  public static Problem of(String field, Issue issue) {
    return new Problem(
        field,
        sentence(issue.message()) + issue.remedy().map(remedy -> ". " + request(remedy)).orElse(""),
        issue.code().label());
  }

  /// The catalogue's texts go on after a place; on a page they stand alone. What may be a name in a
  /// file keeps its letters.
  private static String sentence(String text) {
    return PLAIN.contains(text.split(" ", 2)[0]) ? capital(text) : text;
  }

  /// What to do begins with a verb; a word with anything but small letters is a name.
  private static String request(String text) {
    return text.matches("[a-z]+ .*") ? capital(text) : text;
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
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
