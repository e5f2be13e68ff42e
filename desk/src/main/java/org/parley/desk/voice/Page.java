package org.parley.desk.voice;

import java.util.List;

/// Something that is being written from top to bottom, whatever it is shown on.
///
/// Indents are columns of a terminal; what stands further in belongs to what stands above it, and
/// other kinds of page may show that in their own way.
public interface Page {

  /// How this page sets off words within a text. Painted text is for this page alone.
  Paint paint();

  /// What follows stands apart from what is above.
  void blank();

  /// What the whole page is about.
  void title(String text);

  void heading(String text);

  /// A line that stands as it is.
  void line(int indent, String text);

  default void line(String text) {
    line(0, text);
  }

  /// A paragraph; where it is broken into lines, those after the first stand further in by `hang`.
  void paragraph(int indent, int hang, String text);

  /// Rows of cells, aligned in columns. Rows may differ in length.
  void table(int indent, List<List<String>> rows);
}
