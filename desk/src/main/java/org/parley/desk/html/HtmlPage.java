package org.parley.desk.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.parley.desk.voice.Page;
import org.parley.desk.voice.Paint;

/// A part of a page of the web: what stands further in becomes a list within the line above it.
public final class HtmlPage implements Page {

  private final HtmlPaint paint = new HtmlPaint();
  private final StringBuilder out = new StringBuilder();
  private final Deque<Integer> indents = new ArrayDeque<>();
  private final int headingLevel;

  /// @param headingLevel of the headings, 2 to 6
  public HtmlPage(int headingLevel) {
    this.headingLevel = headingLevel;
  }

  @Override
  public Paint paint() {
    return paint;
  }

  @Override
  public void blank() {
    closeTo(-1);
  }

  @Override
  public void title(String text) {
    heading(text);
  }

  @Override
  public void heading(String text) {
    closeTo(-1);
    String tag = "h" + headingLevel;
    out.append('<').append(tag).append('>').append(HtmlPaint.html(text));
    out.append("</").append(tag).append(">\n");
  }

  @Override
  public void line(int indent, String text) {
    item(indent, HtmlPaint.html(text));
  }

  @Override
  public void paragraph(int indent, int hang, String text) {
    item(indent, HtmlPaint.html(bare(text)));
  }

  @Override
  public void table(int indent, List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    StringBuilder table = new StringBuilder("<table class=\"telling\"><tbody>\n");
    for (List<String> row : rows) {
      table.append("<tr>");
      for (int column = 0; column < row.size(); column++) {
        boolean last = column == row.size() - 1;
        String tag = column == 0 && row.size() > 1 ? "th" : "td";
        table.append('<').append(tag);
        if (tag.equals("th")) {
          table.append(" scope=\"row\"");
        }
        if (last && row.size() < columns) {
          table.append(" colspan=\"").append(columns - row.size() + 1).append('"');
        }
        table.append('>').append(HtmlPaint.html(row.get(column).strip()));
        table.append("</").append(tag).append('>');
      }
      table.append("</tr>\n");
    }
    item(indent, table.append("</tbody></table>").toString());
  }

  /// The list shows the bullet itself.
  private static String bare(String text) {
    return text.startsWith("· ") ? text.substring(2) : text;
  }

  private void item(int indent, String html) {
    closeTo(indent);
    if (!indents.isEmpty() && indents.peek() == indent) {
      out.append("</li>\n<li>");
    } else {
      indents.push(indent);
      out.append("\n<ul class=\"telling\">\n<li>");
    }
    out.append(html);
  }

  /// Closes all lists that stand further in than this.
  private void closeTo(int indent) {
    while (!indents.isEmpty() && indents.peek() > indent) {
      indents.pop();
      out.append("</li>\n</ul>\n");
    }
  }

  /// The part as HTML; it can be written on afterwards.
  public String html() {
    closeTo(-1);
    return out.toString();
  }
}
