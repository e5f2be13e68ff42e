package org.parley.formats.table.grid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;

/// Reads one sheet of a spreadsheet in Office Open XML (ISO/IEC 29500), values only: formulas are
/// not computed, the result that the file keeps is taken.
final class XlsxReader {

  /// @param hidden whether the spreadsheet does not show it
  /// @param part the part that holds the cells
  private record SheetName(String name, boolean hidden, String part) {}

  private final byte[] bytes;
  private final String document;
  private final Issues issues;

  XlsxReader(byte[] bytes, String document, Issues issues) {
    this.bytes = bytes;
    this.document = document;
    this.issues = issues;
  }

  Optional<Grid> read(Optional<String> wanted) {
    try {
      ZipParts parts = ZipParts.of(bytes);
      Optional<byte[]> book = parts.find("xl/workbook.xml");
      if (book.isEmpty()) {
        return unreadable("there is no workbook in it");
      }
      Map<String, String> targets = targets(parts);
      List<SheetName> sheets = new ArrayList<>();
      boolean from1904 = readBook(book.get(), targets, sheets);
      Optional<SheetName> sheet = choose(sheets, wanted);
      if (sheet.isEmpty()) {
        return Optional.empty();
      }
      Optional<byte[]> cells = parts.find(sheet.get().part());
      if (cells.isEmpty()) {
        return unreadable("the sheet " + sheet.get().name() + " is not in it");
      }
      return Optional.of(grid(parts, sheet.get(), cells.get(), from1904));
    } catch (IOException damaged) {
      return unreadable("it cannot be unpacked: " + damaged.getMessage());
    } catch (XMLStreamException damaged) {
      return unreadable("its XML is damaged");
    }
  }

  private Grid grid(ZipParts parts, SheetName sheet, byte[] cells, boolean from1904)
      throws XMLStreamException {
    List<String> texts = new ArrayList<>();
    Optional<byte[]> shared = parts.find("xl/sharedStrings.xml");
    if (shared.isPresent()) {
      XMLStreamReader in = Xml.open(shared.get());
      while (Xml.nextElement(in)) {
        if (in.getLocalName().equals("si")) {
          texts.add(Xml.texts(in, "si"));
        }
      }
    }
    Optional<byte[]> styles = parts.find("xl/styles.xml");
    XlsxStyles read = styles.isPresent() ? XlsxStyles.read(styles.get()) : XlsxStyles.NONE;
    String where = document + "!" + sheet.name();
    XlsxCells reader = new XlsxCells(texts, read, from1904, where, issues);
    return new Grid(document, sheet.name(), Digest.of(bytes), reader.rows(cells), "spreadsheet");
  }

  private Optional<SheetName> choose(List<SheetName> sheets, Optional<String> wanted) {
    List<String> names = sheets.stream().map(SheetName::name).toList();
    if (wanted.isPresent()) {
      Optional<SheetName> found =
          sheets.stream().filter(sheet -> sheet.name().equals(wanted.get())).findFirst();
      if (found.isEmpty()) {
        issues.add(
            IssueCode.UNKNOWN_NAME,
            Place.of(document),
            "the spreadsheet has no sheet \"" + wanted.get() + "\"",
            "its sheets are: " + String.join(", ", names));
      }
      return found;
    }
    List<SheetName> shown = sheets.stream().filter(sheet -> !sheet.hidden()).toList();
    if (shown.isEmpty()) {
      return unreadable("it has no sheet that is shown");
    }
    if (shown.size() > 1) {
      issues.add(
          IssueCode.AMBIGUOUS,
          Place.of(document),
          "the spreadsheet has several sheets; taken is " + shown.getFirst().name(),
          "say which one: " + String.join(", ", names));
    }
    return Optional.of(shown.getFirst());
  }

  private static Map<String, String> targets(ZipParts parts) throws XMLStreamException {
    Map<String, String> targets = new HashMap<>();
    Optional<byte[]> part = parts.find("xl/_rels/workbook.xml.rels");
    if (part.isPresent()) {
      XMLStreamReader in = Xml.open(part.get());
      while (Xml.nextElement(in)) {
        String target = Xml.attribute(in, "Target");
        targets.put(
            Xml.attribute(in, "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
      }
    }
    return targets;
  }

  /// Reads the names of the sheets, and whether days are counted from 1904.
  private static boolean readBook(byte[] book, Map<String, String> targets, List<SheetName> sheets)
      throws XMLStreamException {
    boolean from1904 = false;
    XMLStreamReader in = Xml.open(book);
    while (Xml.nextElement(in)) {
      if (in.getLocalName().equals("workbookPr")) {
        from1904 = List.of("1", "true").contains(Xml.attribute(in, "date1904"));
      } else if (in.getLocalName().equals("sheet")) {
        sheets.add(
            new SheetName(
                Xml.attribute(in, "name"),
                Xml.attribute(in, "state").contains("idden"),
                targets.getOrDefault(Xml.attribute(in, "id"), "")));
      }
    }
    return from1904;
  }

  private <T> Optional<T> unreadable(String why) {
    issues.add(
        IssueCode.DOCUMENT_UNREADABLE,
        Place.of(document),
        "the spreadsheet cannot be read: " + why,
        "open it in a spreadsheet program and save it again as xlsx, or as CSV");
    return Optional.empty();
  }
}
