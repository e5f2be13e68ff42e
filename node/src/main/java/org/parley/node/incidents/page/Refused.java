package org.parley.node.incidents.page;

import java.util.Locale;
import org.parley.core.issue.Issue;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;

/// Says why something was refused: in the reader's language where the words know the problem, else
/// in the words it brings.
public final class Refused {

  private Refused() {}

  public static String says(Visit visit, Issue issue) {
    String key = "page.refused." + issue.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return visit.words().knows(key) ? visit.words().say(key) : Problem.of("", issue).says();
  }
}
