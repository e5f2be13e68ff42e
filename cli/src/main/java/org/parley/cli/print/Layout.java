package org.parley.cli.print;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Widths, wrapping and columns of text in a terminal.
public final class Layout {

  private static final String ESCAPE = "\033\\[[0-9;]*m";

  private Layout() {}

  /// How many columns the text takes: escape sequences take none, a letter with its accents takes
  /// one.
  public static int width(String text) {
    String visible = text.indexOf('\033') < 0 ? text : text.replaceAll(ESCAPE, "");
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(visible);
    int width = 0;
    while (letters.next() != BreakIterator.DONE) {
      width++;
    }
    return width;
  }

  /// The text filled up with blanks to so many columns; longer text stays as it is.
  public static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  /// Lines of at most so many columns, broken between words. A word that is longer stands on a line
  /// of its own.
  public static List<String> wrapped(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("[ \\t\\n]+")) {
      if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /// Rows as aligned columns, two blanks apart; the last column is wrapped within the page.
  ///
  /// @param page columns of the whole page
  public static List<String> columns(List<List<String>> rows, int indent, int page) {
    int count = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[count];
    for (List<String> row : rows) {
      for (int column = 0; column < row.size() - 1; column++) {
        widths[column] = Math.max(widths[column], width(row.get(column)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder start = new StringBuilder(" ".repeat(indent));
      for (int column = 0; column < row.size() - 1; column++) {
        start.append(padded(row.get(column), widths[column])).append("  ");
      }
      int used = width(start.toString());
      List<String> last = wrapped(row.getLast(), Math.max(24, page - used));
      lines.add((start + last.getFirst()).stripTrailing());
      last.stream().skip(1).forEach(more -> lines.add(" ".repeat(used) + more));
    }
    return lines;
  }
}
