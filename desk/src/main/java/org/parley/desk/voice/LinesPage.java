package org.parley.desk.voice;

import java.util.ArrayList;
import java.util.List;

/// What is written on it as plain lines, for pages that take only some of them.
final class LinesPage implements Page {

  private final List<String> lines = new ArrayList<>();

  List<String> lines() {
    return lines;
  }

  @Override
  public Paint paint() {
    return Paint.PLAIN;
  }

  @Override
  public void blank() {}

  @Override
  public void title(String text) {
    lines.add(text);
  }

  @Override
  public void heading(String text) {
    lines.add(text);
  }

  @Override
  public void line(int indent, String text) {
    lines.add(text.strip());
  }

  @Override
  public void paragraph(int indent, int hang, String text) {
    lines.add(text.strip());
  }

  @Override
  public void table(int indent, List<List<String>> rows) {
    rows.forEach(row -> lines.add(String.join(" ", row)));
  }
}
