package org.parley.formats.table.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Which styles of a spreadsheet show numbers as dates: the file itself keeps dates as numbers.
final class XlsxStyles {

  private final List<Boolean> dates = new ArrayList<>();

  /// No styles at all: no number is a date.
  static final XlsxStyles NONE = new XlsxStyles();

  private XlsxStyles() {}

  static XlsxStyles read(byte[] part) throws XMLStreamException {
    XlsxStyles styles = new XlsxStyles();
    Map<String, String> formats = new HashMap<>();
    XMLStreamReader in = Xml.open(part);
    boolean inCells = false;
    while (Xml.nextElement(in)) {
      switch (in.getLocalName()) {
        case "numFmt" ->
            formats.put(Xml.attribute(in, "numFmtId"), Xml.attribute(in, "formatCode"));
        case "cellXfs" -> inCells = true;
        case "cellStyles", "dxfs" -> inCells = false;
        case "xf" -> {
          if (inCells) {
            styles.dates.add(isDate(Xml.attribute(in, "numFmtId"), formats));
          }
        }
        default -> inCells = inCells && !in.getLocalName().equals("tableStyles");
      }
    }
    return styles;
  }

  boolean showsDate(String style) {
    if (!style.matches("[0-9]{1,6}")) {
      return false;
    }
    int index = Integer.parseInt(style);
    return index < dates.size() && dates.get(index);
  }

  /// Built-in formats 14 to 22 and 45 to 47 show dates and times, 27 to 36 and 50 to 58 in East
  /// Asian forms; own formats do where their code has letters for day, month, year or hour.
  private static boolean isDate(String id, Map<String, String> formats) {
    String code = formats.get(id);
    if (code == null) {
      int number = id.matches("[0-9]{1,4}") ? Integer.parseInt(id) : 0;
      return number >= 14 && number <= 22
          || number >= 45 && number <= 47
          || number >= 27 && number <= 36
          || number >= 50 && number <= 58;
    }
    String bare = code.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+\\]|m+\\]|s+\\])[^]]*]", "");
    return bare.toLowerCase(java.util.Locale.ROOT).matches("(?s).*[dmyhs].*")
        && !bare.toLowerCase(java.util.Locale.ROOT).contains("general");
  }
}
