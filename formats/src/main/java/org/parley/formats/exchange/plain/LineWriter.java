package org.parley.formats.exchange.plain;

import java.util.ArrayList;
import java.util.List;

/// Breaks logical lines into lines of 69 characters, each with its check letters.
///
/// A line that begins with two blanks goes on after a blank, one that begins with a blank and a
/// plus goes on in the middle of a word.
final class LineWriter {

  static final int WIDTH = 69;

  /// Before the blank, the stroke and the three letters.
  private static final int CONTENT = WIDTH - 5;

  static final String AFTER_BLANK = "  ";
  static final String WITHIN_WORD = " +";

  private final List<String> lines = new ArrayList<>();

  int count() {
    return lines.size();
  }

  /// @param encoded in the alphabet, with blanks only where a line can be broken
  void add(String tag, String encoded) {
    StringBuilder line = new StringBuilder(tag);
    for (String word : encoded.split(" ", -1)) {
      if (length(line) + 1 + length(word) <= CONTENT) {
        line.append(' ').append(word);
      } else {
        end(line);
        line.append(AFTER_BLANK);
        fill(line, word);
      }
    }
    end(line);
  }

  /// Puts a word that may be longer than a line.
  private void fill(StringBuilder line, String word) {
    for (int codePoint : word.codePoints().toArray()) {
      if (length(line) == CONTENT) {
        end(line);
        line.append(WITHIN_WORD);
      }
      line.appendCodePoint(codePoint);
    }
  }

  private void end(StringBuilder line) {
    String content = line.toString();
    lines.add(content + " /" + CheckLetters.of(lines.size() + 1, content));
    line.setLength(0);
  }

  private static int length(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }
}
