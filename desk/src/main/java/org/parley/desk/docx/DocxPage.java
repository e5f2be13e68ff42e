package org.parley.desk.docx;

import java.util.List;
import org.parley.desk.voice.Page;
import org.parley.desk.voice.Paint;

/// A document for word processors that is written from top to bottom: numbered headings, lists and
/// tables as such, so that whoever edits it on has them too.
public final class DocxPage implements Page {

  /// Between the margins of a page, in twentieths of a point.
  private static final int WIDTH = 9638;

  private final StringBuilder body = new StringBuilder();
  private final String title;
  private final String language;
  private final DocxMargins margins;

  /// @param language BCP 47: what the word processor checks spelling in
  public DocxPage(String title, String language) {
    this(title, language, DocxMargins.NONE);
    paragraph("Title", title);
  }

  private DocxPage(String title, String language, DocxMargins margins) {
    this.title = title;
    this.language = language;
    this.margins = margins;
  }

  /// A document that begins without its title, and has something on every page.
  public static DocxPage untitled(String title, String language, DocxMargins margins) {
    return new DocxPage(title, language, margins);
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

  /// A paragraph of its own in a language, in the middle or at the side.
  public void said(String text, String tongue, boolean bold, boolean middle) {
    body.append("<w:p>").append(middle ? "<w:pPr><w:jc w:val=\"center\"/></w:pPr>" : "");
    run(text.strip(), tongue, bold);
    body.append("</w:p>\n");
  }

  /// A heading without a number, in the size of the text, that stays with what follows.
  public void smallHeading(String text) {
    body.append("<w:p><w:pPr><w:keepNext/><w:spacing w:before=\"120\" w:after=\"20\"/></w:pPr>");
    run(text.strip(), true);
    body.append("</w:p>\n");
  }

  /// Labels with their texts beside them, in small letters and without lines between.
  ///
  /// @param rows of two: label and text
  public void labelled(List<List<String>> rows) {
    int label = WIDTH / 4;
    body.append("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/>")
        .append("<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"")
        .append(label)
        .append("\"/><w:gridCol w:w=\"")
        .append(WIDTH - label)
        .append("\"/></w:tblGrid>\n");
    for (List<String> row : rows) {
      body.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
      row.forEach(this::small);
      body.append("</w:tr>\n");
    }
    body.append("</w:tbl>\n");
  }

  private void small(String text) {
    body.append("<w:tc><w:tcPr/><w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr>")
        .append("<w:r><w:rPr><w:sz w:val=\"17\"/></w:rPr><w:t xml:space=\"preserve\">")
        .append(DocxParts.escaped(text.strip()))
        .append("</w:t></w:r></w:p></w:tc>");
  }

  /// Texts of equal standing side by side, each column in its language, without lines between.
  ///
  /// @param strong whether a row stands out, by its place
  public void sideBySide(List<String> tongues, List<List<String>> rows, List<Boolean> strong) {
    body.append("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/>")
        .append("<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"85\" w:type=\"dxa\"/>")
        .append("<w:right w:w=\"170\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>")
        .append(("<w:gridCol w:w=\"" + WIDTH / tongues.size() + "\"/>").repeat(tongues.size()))
        .append("</w:tblGrid>\n");
    for (int at = 0; at < rows.size(); at++) {
      body.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
      for (int column = 0; column < tongues.size(); column++) {
        cell(rows.get(at).get(column), tongues.get(column), strong.get(at));
      }
      body.append("</w:tr>\n");
    }
    body.append("</w:tbl>\n");
  }

  private void cell(String text, String tongue, boolean bold) {
    body.append("<w:tc><w:tcPr/>");
    for (String line : text.isBlank() ? List.of("") : text.strip().lines().toList()) {
      body.append("<w:p>").append(bold ? "<w:pPr><w:keepNext/></w:pPr>" : "");
      run(line, tongue, bold);
      body.append("</w:p>");
    }
    body.append("</w:tc>");
  }

  private void run(String text, String tongue, boolean bold) {
    body.append("<w:r><w:rPr>").append(bold ? "<w:b/>" : "");
    body.append("<w:lang w:val=\"").append(DocxParts.escaped(tongue)).append("\"/></w:rPr>");
    body.append("<w:t xml:space=\"preserve\">").append(DocxParts.escaped(text));
    body.append("</w:t></w:r>");
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
    return DocxParts.of(title, language, body.toString(), margins);
  }
}
