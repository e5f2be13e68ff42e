package org.parley.formats.table.grid;

import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Checked.Refused;
import org.parley.core.issue.Checked.Sound;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;

/// Opens a file as a table: a spreadsheet (xlsx) by its first bytes, anything else as CSV.
public final class Grids {

  /// The largest file that is read, in bytes.
  public static final int LARGEST = 64 << 20;

  /// The most cells that are read.
  static final int MOST_CELLS = 5_000_000;

  private Grids() {}

  /// How a file is to be read where it does not say so itself.
  ///
  /// @param sheet the sheet of a spreadsheet; without it the first that is not hidden
  /// @param delimiter between the cells of a CSV file; without it the one that fits best
  /// @param encoding of a CSV file: `utf-8`, `utf-16` or `windows-1252`; without it the first of
  ///   these that fits
  public record Wishes(
      Optional<String> sheet, Optional<Character> delimiter, Optional<String> encoding) {

    public static final Wishes NONE =
        new Wishes(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// @param document the name of the file, for places
  /// @return the table with notes on what is ambiguous about the file; refused where it is none
  public static Checked<Grid> open(byte[] bytes, String document, Wishes wishes) {
    Issues issues = new Issues();
    Optional<Grid> grid = Optional.empty();
    if (bytes.length > LARGEST) {
      issues.add(
          IssueCode.DOCUMENT_TOO_LARGE,
          Place.of(document),
          "the file has " + bytes.length + " bytes; " + LARGEST + " is most",
          "split it, or save fewer columns");
    } else if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K') {
      grid = new XlsxReader(bytes, document, issues).read(wishes.sheet());
    } else if (bytes.length > 3 && bytes[0] == (byte) 0xd0 && bytes[1] == (byte) 0xcf) {
      issues.add(
          IssueCode.DOCUMENT_UNREADABLE,
          Place.of(document),
          "this is a spreadsheet in the old binary form, or one with a password",
          "save it as xlsx without a password, or as CSV");
    } else {
      grid = new CsvReader(document, issues).read(bytes, wishes);
    }
    if (grid.isPresent() && grid.get().rows().stream().allMatch(GridRow::isBlank)) {
      issues.add(IssueCode.EMPTY_DOCUMENT, Place.of(document), "the table holds nothing");
    }
    return grid.isPresent() && !issues.hasErrors()
        ? new Sound<>(grid.get(), issues.list())
        : new Refused<>(List.copyOf(issues.list()));
  }
}
