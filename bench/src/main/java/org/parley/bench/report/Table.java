package org.parley.bench.report;

import java.util.ArrayList;
import java.util.List;

/// A table as people read it on a terminal and in Markdown alike.
final class Table {

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... heads) {
    rows.add(List.of(heads));
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  @Override
  public String toString() {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      line(text, rows.get(i), widths);
      if (i == 0) {
        text.append('|');
        for (int j = 0; j < widths.length; j++) {
          text.append(' ').append("-".repeat(widths[j] - 1)).append(j == 0 ? "- |" : ": |");
        }
        text.append('\n');
      }
    }
    return text.toString();
  }

  /// The first column is text, the others are numbers and stand to the right.
  private static void line(StringBuilder text, List<String> cells, int[] widths) {
    text.append('|');
    for (int i = 0; i < widths.length; i++) {
      String space = " ".repeat(widths[i] - cells.get(i).length());
      text.append(' ').append(i == 0 ? cells.get(i) + space : space + cells.get(i)).append(" |");
    }
    text.append('\n');
  }
}
