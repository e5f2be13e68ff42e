package org.parley.formats.table.grid;

/// One cell of a table.
///
/// @param kind what the file says that it is
/// @param text what stands in it: for a date `2026-03-02` or `2026-03-02T04:10:00`, for a truth
///   value `true` or `false`, for an error its code
/// @param place column letters and row number as spreadsheets show them, such as `C12`
public record Cell(Kind kind, String text, String place) {

  /// What a file says that a cell is. A CSV file knows only text and nothing.
  public enum Kind {
    TEXT,
    /// A number as the spreadsheet keeps it.
    NUMBER,
    /// A date or a date and time, in no zone.
    DATE,
    TRUTH,
    /// The result of a formula that failed.
    ERROR,
    /// There, with nothing in it.
    EMPTY,
    /// Not there: the row ends before its column.
    MISSING
  }

  /// Whether nothing stands in the cell, blanks apart.
  public boolean isBlank() {
    return kind == Kind.EMPTY || kind == Kind.MISSING || text.isBlank();
  }

  /// The letters of a column, counted from 0: A, B, … Z, AA.
  public static String letters(int column) {
    String letters = "";
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters = (char) ('A' + rest % 26) + letters;
    }
    return letters;
  }
}
