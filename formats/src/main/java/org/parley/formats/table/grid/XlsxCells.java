package org.parley.formats.table.grid;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;

/// Reads the cells of one sheet.
final class XlsxCells {

  /// Spreadsheets keep fifteen digits; what stands behind them is dust of binary fractions.
  private static final MathContext DIGITS = new MathContext(15);

  private static final int LAST_ROW = 1_048_576;
  private static final int LAST_COLUMN = 16_384;
  private static final BigDecimal DAY_SECONDS = BigDecimal.valueOf(86_400);

  private final List<String> texts;
  private final XlsxStyles styles;
  private final boolean from1904;
  private final String where;
  private final Issues issues;
  private int total;

  XlsxCells(List<String> texts, XlsxStyles styles, boolean from1904, String where, Issues issues) {
    this.texts = texts;
    this.styles = styles;
    this.from1904 = from1904;
    this.where = where;
    this.issues = issues;
  }

  List<GridRow> rows(byte[] part) throws XMLStreamException {
    List<GridRow> rows = new ArrayList<>();
    XMLStreamReader in = Xml.open(part);
    while (Xml.nextElement(in)) {
      if (in.getLocalName().equals("row")) {
        int number = number(Xml.attribute(in, "r"), lastNumber(rows) + 1);
        rows.add(new GridRow(number, cells(in, number)));
      } else if (in.getLocalName().equals("mergeCell")) {
        issues.add(
            IssueCode.AMBIGUOUS,
            Place.of(where + "!" + Xml.attribute(in, "ref")),
            "these cells are merged; only the first holds what stands there");
      }
    }
    return rows;
  }

  private static int lastNumber(List<GridRow> rows) {
    return rows.isEmpty() ? 0 : rows.getLast().number();
  }

  private static int number(String text, int otherwise) {
    return text.matches("[1-9][0-9]{0,6}") ? Math.min(Integer.parseInt(text), LAST_ROW) : otherwise;
  }

  private List<Cell> cells(XMLStreamReader in, int row) throws XMLStreamException {
    List<Cell> cells = new ArrayList<>();
    while (in.hasNext()) {
      int event = in.next();
      if (event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("row")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals("c")) {
        int column = column(Xml.attribute(in, "r"), cells.size());
        while (cells.size() < column) {
          cells.add(new Cell(Cell.Kind.EMPTY, "", Cell.letters(cells.size()) + row));
        }
        Cell cell = cell(in, Cell.letters(column) + row);
        if (cells.size() == column && count()) {
          cells.add(cell);
        }
      }
    }
    return cells;
  }

  private boolean count() {
    total++;
    if (total == Grids.MOST_CELLS) {
      issues.add(
          IssueCode.DOCUMENT_TOO_LARGE,
          Place.of(where),
          "the table has more than " + Grids.MOST_CELLS + " cells");
    }
    return total < Grids.MOST_CELLS;
  }

  private static int column(String reference, int otherwise) {
    int column = 0;
    for (int i = 0; i < reference.length() && Character.isUpperCase(reference.charAt(i)); i++) {
      column = Math.min(column * 26 + reference.charAt(i) - 'A' + 1, LAST_COLUMN);
    }
    return column == 0 ? otherwise : column - 1;
  }

  private Cell cell(XMLStreamReader in, String place) throws XMLStreamException {
    String type = Xml.attribute(in, "t");
    String style = Xml.attribute(in, "s");
    if (type.equals("inlineStr")) {
      return text(Xml.texts(in, "c"), place);
    }
    Optional<String> value = value(in, place);
    if (value.isEmpty()) {
      return new Cell(Cell.Kind.EMPTY, "", place);
    }
    return switch (type) {
      case "s" -> text(shared(value.get(), place), place);
      case "str" -> text(value.get(), place);
      case "b" -> new Cell(Cell.Kind.TRUTH, value.get().equals("1") ? "true" : "false", place);
      case "e" -> new Cell(Cell.Kind.ERROR, value.get(), place);
      case "d" -> new Cell(Cell.Kind.DATE, value.get(), place);
      default -> numeric(value.get(), styles.showsDate(style), place);
    };
  }

  private static Cell text(String text, String place) {
    return new Cell(text.isEmpty() ? Cell.Kind.EMPTY : Cell.Kind.TEXT, text, place);
  }

  /// The kept value of the cell; a formula without one is told.
  private Optional<String> value(XMLStreamReader in, String place) throws XMLStreamException {
    Optional<String> value = Optional.empty();
    boolean formula = false;
    while (in.hasNext()) {
      int event = in.next();
      if (event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("c")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals("v")) {
        value = Optional.of(in.getElementText());
      } else if (event == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals("f")) {
        formula = true;
      }
    }
    if (formula && value.isEmpty()) {
      issues.add(
          IssueCode.NOT_UNDERSTOOD,
          Place.of(where + "!" + place),
          "a formula stands here whose result the file does not keep; formulas are not computed");
    }
    return value;
  }

  private String shared(String index, String place) {
    if (index.matches("[0-9]{1,9}") && Integer.parseInt(index) < texts.size()) {
      return texts.get(Integer.parseInt(index));
    }
    issues.add(
        IssueCode.NOT_UNDERSTOOD,
        Place.of(where + "!" + place),
        "the text of this cell is not in the file");
    return "";
  }

  private Cell numeric(String text, boolean date, String place) {
    if (!text.matches("-?[0-9.]{1,40}([eE][+-]?[0-9]{1,3})?")
        || text.matches(".*\\..*\\..*|[.]|-[.]")) {
      return text(text, place);
    }
    BigDecimal number = new BigDecimal(text).round(DIGITS);
    if (!date) {
      return new Cell(Cell.Kind.NUMBER, plain(number), place);
    }
    return date(number)
        .map(iso -> new Cell(Cell.Kind.DATE, iso, place))
        .orElseGet(() -> new Cell(Cell.Kind.NUMBER, plain(number), place));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0
        ? "0"
        : number.scale() > 40 || number.scale() < -40
            ? number.toString()
            : number.stripTrailingZeros().toPlainString();
  }

  /// The date that a number of days stands for: days after 1899-12-30, or after 1904-01-01. Numbers
  /// below 61 are left alone in the first system, which counts a 29 February 1900 that never was;
  /// so is a time of day without a date.
  private Optional<String> date(BigDecimal days) {
    if (days.compareTo(BigDecimal.valueOf(from1904 ? 1 : 61)) < 0
        || days.compareTo(BigDecimal.valueOf(2_958_465)) > 0) {
      return Optional.empty();
    }
    LocalDateTime start =
        from1904 ? LocalDateTime.of(1904, 1, 1, 0, 0) : LocalDateTime.of(1899, 12, 30, 0, 0);
    long seconds = days.multiply(DAY_SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    LocalDateTime moment = start.plusSeconds(seconds);
    return Optional.of(
        seconds % 86_400 == 0
            ? moment.toLocalDate().toString()
            : moment.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
  }
}
