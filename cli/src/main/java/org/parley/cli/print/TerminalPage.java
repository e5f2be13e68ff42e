package org.parley.cli.print;

import java.util.ArrayList;
import java.util.List;
import org.parley.desk.voice.Page;
import org.parley.desk.voice.Paint;

/// A page of a terminal: lines of text for one width.
public final class TerminalPage implements Page {

  /// Narrower than this nothing is readable; wider than this nobody reads.
  private static final int NARROWEST = 60;

  private static final int WIDEST = 120;

  private final List<String> lines = new ArrayList<>();
  private final int width;
  private final Paint paint;

  public TerminalPage(int width, Paint paint) {
    this.width = Math.clamp(width, NARROWEST, WIDEST);
    this.paint = paint;
  }

  @Override
  public Paint paint() {
    return paint;
  }

  @Override
  public void blank() {
    if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
      lines.add("");
    }
  }

  @Override
  public void line(int indent, String text) {
    lines.add((" ".repeat(indent) + text).stripTrailing());
  }

  @Override
  public void title(String text) {
    Layout.wrapped(text, width).forEach(each -> lines.add(paint.strong(each)));
  }

  @Override
  public void heading(String text) {
    blank();
    lines.add(paint.strong(text));
  }

  @Override
  public void paragraph(int indent, int hang, String text) {
    List<String> wrapped = Layout.wrapped(text, Math.max(24, width - indent - hang));
    lines.add(" ".repeat(indent) + wrapped.getFirst());
    wrapped.stream().skip(1).forEach(more -> lines.add(" ".repeat(indent + hang) + more));
  }

  @Override
  public void table(int indent, List<List<String>> rows) {
    lines.addAll(Layout.columns(rows, indent, width));
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
