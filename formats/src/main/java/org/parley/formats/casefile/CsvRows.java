package org.parley.formats.casefile;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tables as CSV (RFC 4180) that no spreadsheet takes for formulas.
public final class CsvRows {

  private static final String STARTS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

  private static final Pattern BLANKS = Pattern.compile("^[\\s\\p{Z}]+");

  private CsvRows() {}

  /// A whole table in UTF-8, with a byte order mark so that spreadsheets read it as such.
  public static String table(List<List<String>> rows) {
    return "\uFEFF" + rows.stream().map(CsvRows::row).collect(Collectors.joining());
  }

  static String row(List<String> cells) {
    return cells.stream().map(CsvRows::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /// A cell in quotes; one that a spreadsheet would compute begins with an apostrophe, which shows
  /// that it is text.
  static String cell(String text) {
    String start = BLANKS.matcher(text).replaceFirst("");
    boolean formula =
        !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0
            || !start.isEmpty() && STARTS_A_FORMULA.indexOf(start.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
