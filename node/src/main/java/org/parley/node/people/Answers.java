package org.parley.node.people;

import java.util.List;
import org.parley.core.issue.Issue;
import org.parley.desk.voice.Words;
import org.parley.duties.people.Token;
import org.parley.node.web.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// What the pages about people answer with.
final class Answers {

  private Answers() {}

  /// The problems of a form in the visitor's language.
  static List<Problem> problems(Words words, List<Issue> issues) {
    return issues.stream().map(issue -> problem(words, issue)).toList();
  }

  private static Problem problem(Words words, Issue issue) {
    String field = issue.place().document();
    String key = "page.field." + field;
    String label = words.knows(key) ? words.say(key) : "";
    return new Problem(
        field, words.say("page.problem." + issue.code().number(), label), issue.code().label());
  }

  /// Goes to a page, with the session begun there.
  static ResponseEntity<byte[]> begin(SessionCookie cookie, Token token, String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, cookie.holding(token))
        .header(HttpHeaders.LOCATION, path)
        .build();
  }
}
