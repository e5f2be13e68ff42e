package org.parley.desk.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Text set on pages of A4 from top to bottom, with what stands on every page.
public final class PdfPages {

  /// @param above at the head of each page; may be empty
  /// @param below at its foot, before the number of the page
  /// @param across in large pale letters behind the text; empty for none
  public record Marks(String above, String below, String across) {}

  private static final float WIDTH = 595.28f;
  private static final float HEIGHT = 841.89f;
  private static final float MARGIN = 56.7f;
  private static final float SIZE = 10f;
  private static final float LEAD = 14f;
  private static final float GAP = 14f;
  private static final float EDGE_LEAD = 11f;

  private final PdfFile file;
  private final Marks marks;
  private StringBuilder page = new StringBuilder();
  private float y;

  /// Begins a document.
  ///
  /// @param language BCP 47, that of the whole document
  public PdfPages(String title, String language, Marks marks, Typeface regular, Typeface bold) {
    this.file = new PdfFile(title, language, regular, bold);
    this.marks = marks;
    begin();
  }

  /// How much of the page an edge takes: more where it has more than two lines.
  private float margin(String text) {
    return MARGIN + Math.max(0, edge(text).size() - 2) * EDGE_LEAD;
  }

  private void begin() {
    page = new StringBuilder("/Grey cs 0 sc\n");
    y = HEIGHT - margin(marks.above()) - LEAD;
  }

  /// A paragraph over the whole width.
  public void said(String text, boolean bold, boolean middle) {
    for (String line : lines(text, WIDTH - 2 * MARGIN, bold)) {
      room(LEAD);
      float left = middle ? (WIDTH - file.width(line, bold) * SIZE / 1000) / 2 : MARGIN;
      page.append(file.shown(line, bold, SIZE, left, y));
      y -= LEAD;
    }
    y -= LEAD / 3;
  }

  /// Texts side by side, of which none is torn apart from the other.
  public void sideBySide(List<String> cells, boolean bold) {
    float width = (WIDTH - 2 * MARGIN - GAP * (cells.size() - 1)) / cells.size();
    List<List<String>> columns = cells.stream().map(cell -> lines(cell, width, bold)).toList();
    int rows = columns.stream().mapToInt(List::size).max().orElse(0);
    // What stands out begins nothing at the very end of a page.
    room(bold ? 3 * LEAD : LEAD);
    for (int row = 0; row < rows; row++) {
      room(LEAD);
      for (int column = 0; column < columns.size(); column++) {
        if (row < columns.get(column).size()) {
          page.append(
              file.shown(
                  columns.get(column).get(row), bold, SIZE, MARGIN + column * (width + GAP), y));
        }
      }
      y -= LEAD;
    }
    y -= bold ? 0 : LEAD / 3;
  }

  private void room(float wanted) {
    if (y - wanted < margin(marks.below())) {
      end();
      begin();
    }
  }

  private void end() {
    StringBuilder whole = new StringBuilder();
    if (!marks.across().isEmpty()) {
      float size = Math.min(110f, 620_000f / Math.max(1, file.width(marks.across(), true)));
      float half = file.width(marks.across(), true) * size / 1000 / 2 * 0.7071f;
      whole.append("q /Grey cs 0.85 sc\n");
      whole.append(
          file.turned(marks.across(), size, WIDTH / 2 - half + size / 4, HEIGHT / 2 - half));
      whole.append("Q\n");
    }
    whole.append(page);
    List<String> above = edge(marks.above());
    middle(whole, above, HEIGHT - MARGIN / 2);
    List<String> below = edge(marks.below() + " · " + (file.pages() + 1));
    middle(whole, below, MARGIN / 2 + (below.size() - 1) * EDGE_LEAD);
    file.page(whole.toString(), WIDTH, HEIGHT);
  }

  /// What stands at an edge of each page, in as many lines as it needs.
  private List<String> edge(String text) {
    return text.isEmpty() ? List.of() : lines(text, WIDTH - MARGIN, true);
  }

  private void middle(StringBuilder whole, List<String> lines, float height) {
    for (int at = 0; at < lines.size(); at++) {
      float left = (WIDTH - file.width(lines.get(at), true) * SIZE / 1000) / 2;
      whole.append(file.shown(lines.get(at), true, SIZE, left, height - at * EDGE_LEAD));
    }
  }

  private List<String> lines(String text, float width, boolean bold) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.strip().lines().toList()) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.split(" +", -1)) {
        String rest = word;
        String longer = line.isEmpty() ? rest : line + " " + rest;
        if (!fits(longer, width, bold)) {
          if (!line.isEmpty()) {
            lines.add(line.toString());
            line.setLength(0);
          }
          while (!fits(rest, width, bold)) {
            int most = most(rest, width, bold);
            lines.add(rest.substring(0, most));
            rest = rest.substring(most);
          }
          line.append(rest);
        } else {
          line.setLength(0);
          line.append(longer);
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private boolean fits(String text, float width, boolean bold) {
    return file.width(text, bold) * SIZE / 1000 <= width;
  }

  /// How much of a word that is too long goes on a line: whole letters, at least one.
  private int most(String word, float width, boolean bold) {
    int most = word.offsetByCodePoints(0, 1);
    while (most < word.length()) {
      int next = word.offsetByCodePoints(most, 1);
      if (!fits(word.substring(0, next), width, bold)) {
        break;
      }
      most = next;
    }
    return most;
  }

  public byte[] bytes() {
    end();
    return file.bytes();
  }

  static String number(float value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
