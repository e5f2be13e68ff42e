package org.parley.formats.contacts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.parley.core.terms.Octets;
import org.parley.formats.table.grid.Cell;

/// A spreadsheet of one sheet in Office Open XML (ISO/IEC 29500): every cell is text, so that no
/// telephone number loses its zeros and nothing is computed. The same rows give the same bytes.
public final class SpreadsheetFile {

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private static final LocalDateTime ALWAYS = LocalDateTime.of(2026, 1, 1, 0, 0);

  private SpreadsheetFile() {}

  /// @param sheet its name, at most 31 characters and none of `[]*?:/\`
  public static Octets of(String sheet, List<List<String>> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      part(zip, "[Content_Types].xml", contentTypes());
      part(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\""
              + MAIN
              + "\" xmlns:r=\""
              + OFFICE
              + "\"><sheets><sheet name=\""
              + text(sheet)
              + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
      part(zip, "xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
      part(zip, "xl/worksheets/sheet1.xml", cells(rows));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Octets.of(out.toByteArray());
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ALWAYS);
    zip.putNextEntry(entry);
    zip.write((HEAD + xml).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String contentTypes() {
    return "<Types xmlns=\""
        + PACKAGE
        + "content-types\"><Default Extension=\"rels\""
        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
        + " PartName=\"/xl/workbook.xml\" ContentType=\""
        + TYPES
        + "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
        + TYPES
        + "worksheet+xml\"/></Types>";
  }

  private static String relation(String kind, String target) {
    return "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\"><Relationship Id=\"rId1\" Type=\""
        + OFFICE
        + "/"
        + kind
        + "\" Target=\""
        + target
        + "\"/></Relationships>";
  }

  private static String cells(List<List<String>> rows) {
    StringBuilder out = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
    int number = 0;
    for (List<String> row : rows) {
      number++;
      out.append("<row r=\"").append(number).append("\">");
      for (int column = 0; column < row.size(); column++) {
        if (!row.get(column).isEmpty()) {
          out.append("<c r=\"").append(Cell.letters(column)).append(number);
          out.append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
          out.append(text(row.get(column))).append("</t></is></c>");
        }
      }
      out.append("</row>");
    }
    return out.append("</sheetData></worksheet>").toString();
  }

  /// Text for XML; characters that XML 1.0 cannot hold are left out.
  private static String text(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(each -> {
          switch (each) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            default -> {
              boolean fits =
                  each == '\t'
                      || each == '\n'
                      || each >= 0x20 && each < 0xd800
                      || each >= 0xe000 && each < 0xfffe
                      || each >= 0x10000;
              if (fits) {
                out.appendCodePoint(each);
              }
            }
          }
        });
    return out.toString();
  }
}
