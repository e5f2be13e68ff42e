package org.parley.desk.docx;

import java.util.List;
import org.parley.desk.voice.Page;
import org.parley.desk.voice.Paint;

/// A document for word processors that is written from top to bottom: numbered headings, lists and
/// tables as such, so that whoever edits it on has them too.
public final class DocxPage implements Page {

  private final StringBuilder body = new StringBuilder();
  private final String title;
  private final String language;

  /// @param language BCP 47: what the word processor checks spelling in
  public DocxPage(String title, String language) {
    this.title = title;
    this.language = language;
    paragraph("Title", title);
  }

  @Override
  public Paint paint() {
    return Paint.PLAIN;
  }

  @Override
  public void blank() {}

  @Override
  public void title(String text) {
    paragraph("Heading1", text);
  }

  @Override
  public void heading(String text) {
    paragraph("Heading1", text);
  }

  /// A heading below another.
  public void subheading(String text) {
    paragraph("Heading2", text);
  }

  /// A paragraph that belongs to no list.
  public void text(String text) {
    paragraph("Normal", text);
  }

  @Override
  public void line(int indent, String text) {
    item(indent, text);
  }

  @Override
  public void paragraph(int indent, int hang, String text) {
    item(indent, text.startsWith("· ") ? text.substring(2) : text);
  }

  private void item(int indent, String text) {
    int level = Math.min(5, Math.max(0, indent / 2 - 1));
    body.append("<w:p><w:pPr><w:pStyle w:val=\"ListParagraph\"/><w:numPr><w:ilvl w:val=\"")
        .append(level)
        .append("\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr>");
    run(text.strip(), false);
    body.append("</w:p>\n");
  }

  private void paragraph(String style, String text) {
    body.append("<w:p><w:pPr><w:pStyle w:val=\"").append(style).append("\"/></w:pPr>");
    run(text.strip(), false);
    body.append("</w:p>\n");
  }

  private void run(String text, boolean bold) {
    body.append("<w:r>").append(bold ? "<w:rPr><w:b/></w:rPr>" : "");
    body.append("<w:t xml:space=\"preserve\">").append(DocxParts.escaped(text));
    body.append("</w:t></w:r>");
  }

  @Override
  public void table(int indent, List<List<String>> rows) {
    table(List.of(), rows);
  }

  /// A table whose first row names the columns and comes again on every page.
  public void table(List<String> head, List<List<String>> rows) {
    int columns = Math.max(head.size(), rows.stream().mapToInt(List::size).max().orElse(0));
    if (columns == 0) {
      return;
    }
    body.append("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>")
        .append("<w:tblW w:w=\"5000\" w:type=\"pct\"/></w:tblPr><w:tblGrid>")
        .append("<w:gridCol/>".repeat(columns))
        .append("</w:tblGrid>\n");
    if (!head.isEmpty()) {
      row(head, columns, true);
    }
    rows.forEach(row -> row(row, columns, false));
    body.append("</w:tbl>\n<w:p/>\n");
  }

  private void row(List<String> cells, int columns, boolean head) {
    body.append("<w:tr>").append(head ? "<w:trPr><w:tblHeader/></w:trPr>" : "");
    for (int column = 0; column < columns; column++) {
      String cell = column < cells.size() ? cells.get(column).strip() : "";
      body.append("<w:tc><w:tcPr/><w:p>");
      run(cell, head);
      body.append("</w:p></w:tc>");
    }
    body.append("</w:tr>\n");
  }

  /// The document as a file.
  public byte[] bytes() {
    return DocxParts.of(title, language, body.toString());
  }
}
