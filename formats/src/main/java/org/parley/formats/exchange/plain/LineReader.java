package org.parley.formats.exchange.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;

/// Joins lines to logical lines again, and holds each against its check letters.
final class LineReader {

  private static final int MOST_LINES = 60_000;

  /// How far a lost or repeated line is looked for.
  private static final int NEAR = 40;

  private static final Pattern CHECKED = Pattern.compile("(.*) /([A-Z]{3})");
  private static final Pattern TAGGED =
      Pattern.compile("([A-Z0-9]{1,16}|[1-9][0-9]{0,2}(?:/[1-9][0-9]{0,2})?T?\\.) (.+)");

  /// @param value still in the alphabet
  record Entry(String tag, String value) {}

  private final Issues issues;
  private final List<Entry> entries = new ArrayList<>();
  private String open = "";

  LineReader(Issues issues) {
    this.issues = issues;
  }

  /// The logical lines; what is wrong is told.
  List<Entry> read(String text) {
    int expected = 1;
    int place = 0;
    for (String raw : (Iterable<String>) text.lines()::iterator) {
      place++;
      String line = raw.stripTrailing();
      if (line.isEmpty()) {
        continue;
      }
      if (expected > MOST_LINES) {
        tell(IssueCode.DOCUMENT_TOO_LARGE, place, line, "the text has too many lines");
        break;
      }
      Matcher checked = CHECKED.matcher(line);
      if (!checked.matches()) {
        tell(IssueCode.CHECK_DIFFERS, place, line, "the line does not end in its check letters");
        expected++;
        continue;
      }
      expected = checked(expected, place, line, checked.group(1), checked.group(2)) + 1;
      take(place, line, checked.group(1));
    }
    close(place);
    return entries;
  }

  /// The number that the line has, by its letters.
  private int checked(int expected, int place, String line, String content, String letters) {
    if (CheckLetters.of(expected, content).equals(letters)) {
      return expected;
    }
    for (int away = 1; away <= NEAR; away++) {
      for (int number : new int[] {expected + away, expected - away}) {
        if (number > 0 && CheckLetters.of(number, content).equals(letters)) {
          tell(
              IssueCode.LINE_LOST,
              place,
              line,
              "this is line %d and stands where line %d should".formatted(number, expected));
          return number;
        }
      }
    }
    tell(
        IssueCode.CHECK_DIFFERS,
        place,
        line,
        "the check letters are %s for what stands here"
            .formatted(CheckLetters.of(expected, content)));
    return expected;
  }

  private void take(int place, String line, String content) {
    if (content.startsWith(LineWriter.WITHIN_WORD) && !open.isEmpty()) {
      open += content.substring(2);
    } else if (content.startsWith(LineWriter.AFTER_BLANK) && !open.isEmpty()) {
      open += " " + content.substring(2);
    } else if (content.startsWith(" ")) {
      tell(IssueCode.LINE_LOST, place, line, "the line goes on from one that is not there");
    } else {
      close(place);
      open = content;
    }
  }

  private void close(int place) {
    if (open.isEmpty()) {
      return;
    }
    Optional<Entry> entry = entry(open);
    if (entry.isEmpty()) {
      tell(IssueCode.SYNTAX, place, open, "the line begins with no word or number known here");
    }
    entry.ifPresent(entries::add);
    open = "";
  }

  private static Optional<Entry> entry(String line) {
    if (line.startsWith(PlainTextWriter.FIRST + " ")) {
      return Optional.of(
          new Entry(PlainTextWriter.FIRST, line.substring(PlainTextWriter.FIRST.length() + 1)));
    }
    Matcher tagged = TAGGED.matcher(line);
    return tagged.matches()
        ? Optional.of(new Entry(tagged.group(1), tagged.group(2)))
        : Optional.empty();
  }

  private void tell(IssueCode code, int place, String line, String message) {
    String shown = line.length() > 200 ? line.substring(0, 200) : line;
    issues.add(
        code,
        new Place("text", place, 0, Optional.of(shown)),
        message,
        "compare the line with the sender's copy");
  }
}
