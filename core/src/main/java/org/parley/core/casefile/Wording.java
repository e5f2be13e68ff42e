package org.parley.core.casefile;

import static org.parley.core.issue.IssueCode.WORDS_UNFIT;

import java.util.Locale;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;

/// What texts of a case may be: not empty, not endless, and nothing that cannot be kept or shown.
final class Wording {

  private Wording() {}

  /// One line.
  static void title(String text, String where, Issues issues) {
    check(text, where, CaseRules.LONGEST_TITLE, issues);
    if (text.indexOf('\n') >= 0) {
      issues.add(WORDS_UNFIT, Place.of(where), "this is one line", "leave the line ends out");
    }
  }

  static void words(String text, String where, Issues issues) {
    check(text, where, CaseRules.LONGEST_WORDS, issues);
  }

  private static void check(String text, String where, int longest, Issues issues) {
    if (text.isBlank()) {
      issues.add(WORDS_UNFIT, Place.of(where), "nothing is written here", "write it");
      return;
    }
    int length = text.codePointCount(0, text.length());
    if (length > longest) {
      issues.add(
          WORDS_UNFIT,
          Place.of(where),
          String.format(Locale.ROOT, "this has %d characters, and %d is the most", length, longest),
          "make it shorter, or put it into a file");
    }
    if (text.codePoints().anyMatch(Wording::isUnfit)) {
      issues.add(
          WORDS_UNFIT,
          Place.of(where),
          "a character in this cannot be kept: a control character or half of a pair",
          "write it again without it");
    }
  }

  private static boolean isUnfit(int each) {
    return each != '\n' && each != '\t' && Character.getType(each) == Character.CONTROL
        || Character.getType(each) == Character.SURROGATE;
  }
}
