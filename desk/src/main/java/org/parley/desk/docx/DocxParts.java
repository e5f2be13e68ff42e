package org.parley.desk.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The parts of a DOCX file around its text: Office Open XML, ISO/IEC 29500, WordprocessingML. The
/// same text gives the same bytes.
final class DocxParts {

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String W =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private DocxParts() {}

  static byte[] of(String title, String language, String body) {
    return of(title, language, body, DocxMargins.NONE);
  }

  /// The same with what stands on every page.
  static byte[] of(String title, String language, String body, DocxMargins margins) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", types());
    parts.put(
        "_rels/.rels",
        relations(
            "officeDocument", "word/document.xml",
            "metadata/core-properties", "docProps/core.xml"));
    parts.put(
        "word/_rels/document.xml.rels",
        relations(
            "styles", "styles.xml",
            "numbering", "numbering.xml",
            "header", "header.xml",
            "footer", "footer.xml"));
    parts.put("docProps/core.xml", core(title, language));
    parts.put("word/styles.xml", styles(language));
    parts.put("word/numbering.xml", numbering());
    parts.put("word/header.xml", margins.header(W));
    parts.put("word/footer.xml", margins.footer(W));
    parts.put("word/document.xml", document(body));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write((HEAD + part.getValue()).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    }
    return out.toByteArray();
  }

  /// Text as XML; signs that XML 1.0 cannot carry are left out.
  static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .filter(DocxParts::isXml)
        .forEach(point -> {
          switch (point) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            default -> out.appendCodePoint(point);
          }
        });
    return out.toString();
  }

  private static boolean isXml(int point) {
    return point == '\t'
        || point == '\n'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }

  private static String types() {
    return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\""
        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + override("/word/document.xml", TYPES + "document.main+xml")
        + override("/word/styles.xml", TYPES + "styles+xml")
        + override("/word/numbering.xml", TYPES + "numbering+xml")
        + override("/word/header.xml", TYPES + "header+xml")
        + override("/word/footer.xml", TYPES + "footer+xml")
        + override(
            "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
        + "</Types>";
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
  }

  private static String relations(String... typesAndTargets) {
    StringBuilder out =
        new StringBuilder(
            "<Relationships"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (int at = 0; at < typesAndTargets.length; at += 2) {
      String type =
          typesAndTargets[at].startsWith("metadata/")
              ? "http://schemas.openxmlformats.org/package/2006/relationships/"
              : OFFICE;
      out.append("<Relationship Id=\"r").append(at / 2 + 1).append("\" Type=\"").append(type);
      out.append(typesAndTargets[at]).append("\" Target=\"").append(typesAndTargets[at + 1]);
      out.append("\"/>");
    }
    return out.append("</Relationships>").toString();
  }

  private static String core(String title, String language) {
    return "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/"
        + "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
        + "<dc:title>"
        + escaped(title)
        + "</dc:title>"
        + "<dc:language>"
        + escaped(language)
        + "</dc:language></cp:coreProperties>";
  }

  private static String document(String body) {
    return "<w:document "
        + W
        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
        + "><w:body>\n"
        + body
        + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"r3\"/>"
        + "<w:footerReference w:type=\"default\" r:id=\"r4\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
        + "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\""
        + " w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>";
  }

  private static String styles(String language) {
    return "<w:styles "
        + W
        + "><w:docDefaults><w:rPrDefault><w:rPr>"
        + "<w:rFonts w:ascii=\"Liberation Serif\" w:hAnsi=\"Liberation Serif\""
        + " w:cs=\"Liberation Serif\" w:eastAsia=\"Liberation Serif\"/><w:sz w:val=\"22\"/>"
        + "<w:lang w:val=\""
        + escaped(language)
        + "\"/></w:rPr></w:rPrDefault>"
        + "<w:pPrDefault><w:pPr><w:spacing w:after=\"80\"/></w:pPr></w:pPrDefault></w:docDefaults>"
        + style("Normal", "Normal", "", "", true)
        + style(
            "Title", "Title", "<w:spacing w:after=\"240\"/>", "<w:b/><w:sz w:val=\"36\"/>", false)
        + style("Heading1", "heading 1", heading(0), "<w:b/><w:sz w:val=\"28\"/>", false)
        + style("Heading2", "heading 2", heading(1), "<w:b/><w:sz w:val=\"24\"/>", false)
        + style("ListParagraph", "List Paragraph", "", "", false)
        + "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/>"
        + "<w:tblPr><w:tblBorders>"
        + borders()
        + "</w:tblBorders><w:tblCellMar>"
        + "<w:left w:w=\"85\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar>"
        + "</w:tblPr></w:style></w:styles>";
  }

  private static String heading(int level) {
    return "<w:keepNext/><w:numPr><w:ilvl w:val=\""
        + level
        + "\"/><w:numId w:val=\"1\"/></w:numPr>"
        + "<w:spacing w:before=\"240\" w:after=\"120\"/><w:outlineLvl w:val=\""
        + level
        + "\"/>";
  }

  private static String style(
      String id, String name, String paragraph, String run, boolean standard) {
    return "<w:style w:type=\"paragraph\""
        + (standard ? " w:default=\"1\"" : "")
        + " w:styleId=\""
        + id
        + "\"><w:name w:val=\""
        + name
        + "\"/>"
        + (standard ? "" : "<w:basedOn w:val=\"Normal\"/>")
        + "<w:qFormat/>"
        + "<w:pPr>"
        + paragraph
        + "</w:pPr><w:rPr>"
        + run
        + "</w:rPr></w:style>";
  }

  private static String borders() {
    StringBuilder out = new StringBuilder();
    for (String side : new String[] {"top", "left", "bottom", "right", "insideH", "insideV"}) {
      out.append("<w:").append(side).append(" w:val=\"single\" w:sz=\"4\" w:color=\"808080\"/>");
    }
    return out.toString();
  }

  /// Headings count 1, 1.1; lists have bullets.
  private static String numbering() {
    StringBuilder out = new StringBuilder("<w:numbering " + W + ">");
    out.append("<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"multilevel\"/>");
    for (int level = 0; level < 2; level++) {
      out.append("<w:lvl w:ilvl=\"").append(level).append("\"><w:start w:val=\"1\"/>");
      out.append("<w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"Heading").append(level + 1);
      out.append("\"/><w:lvlText w:val=\"").append(level == 0 ? "%1" : "%1.%2");
      out.append("\"/><w:pPr><w:ind w:left=\"567\" w:hanging=\"567\"/></w:pPr></w:lvl>");
    }
    out.append("</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">");
    for (int level = 0; level < 6; level++) {
      out.append("<w:lvl w:ilvl=\"").append(level).append("\"><w:numFmt w:val=\"bullet\"/>");
      out.append("<w:lvlText w:val=\"").append(level % 2 == 0 ? "•" : "–").append("\"/><w:pPr>");
      out.append("<w:ind w:left=\"").append(397 * (level + 1)).append("\" w:hanging=\"284\"/>");
      out.append("</w:pPr></w:lvl>");
    }
    out.append("</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
    out.append("<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>");
    return out.toString();
  }
}
