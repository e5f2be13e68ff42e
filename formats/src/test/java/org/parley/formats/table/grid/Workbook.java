package org.parley.formats.table.grid;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small spreadsheets for tests, part by part. */
public final class Workbook {
  private final Map<String, String> parts = new LinkedHashMap<>();

  /** One sheet called Incidents whose rows are the XML given. */
  public Workbook(String rows) {
    part("xl/workbook.xml", book("", "<sheet name=\"Incidents\" sheetId=\"1\" r:id=\"rId1\"/>"));
    part(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
            + "<Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>");
    part("xl/worksheets/sheet1.xml", sheet(rows));
    part(
        "xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy;@\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"0.00&quot; days&quot;\"/></numFmts>"
            + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
            + "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"22\"/>"
            + "</cellXfs></styleSheet>");
    part(
        "xl/sharedStrings.xml",
        "<sst><si><t>Hours down</t></si><si><r><t>Big </t></r><r><t>bank</t></r>"
            + "<rPh><t>guide</t></rPh></si><si><t xml:space=\"preserve\"> x\ny </t></si></sst>");
  }

  public static String book(String properties, String sheets) {
    return "<workbook xmlns:r=\"urn:r\"><workbookPr"
        + properties
        + "/><sheets>"
        + sheets
        + "</sheets></workbook>";
  }

  public static String sheet(String rows) {
    return "<?xml version=\"1.0\"?><worksheet><sheetData>" + rows + "</sheetData></worksheet>";
  }

  public Workbook part(String name, String text) {
    parts.put(name, text);
    return this;
  }

  public byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return bytes.toByteArray();
  }
}
