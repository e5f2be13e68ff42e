package org.parley.formats.table.grid;

import java.util.List;

/// One row of a table.
///
/// @param number as spreadsheets show it, from 1
/// @param cells from the first column on; a short row has fewer than others
public record GridRow(int number, List<Cell> cells) {

  public GridRow {
    cells = List.copyOf(cells);
  }

  /// The cell of a column counted from 0, also where the row is too short for it.
  public Cell cell(int column) {
    return column < cells.size()
        ? cells.get(column)
        : new Cell(Cell.Kind.MISSING, "", Cell.letters(column) + number);
  }

  public boolean isBlank() {
    return cells.stream().allMatch(Cell::isBlank);
  }
}
