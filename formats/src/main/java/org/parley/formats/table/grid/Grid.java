package org.parley.formats.table.grid;

import java.util.List;
import org.parley.core.terms.Digest;

/// A table as it stands in a file.
///
/// @param document the name of the file
/// @param sheet the name of the sheet; for CSV the name of the file
/// @param source the SHA-256 of the file's bytes
/// @param rows all rows in their order, blank ones included
/// @param written how the file is written, for people: `comma-separated, UTF-8`
public record Grid(
    String document, String sheet, Digest source, List<GridRow> rows, String written) {

  public Grid {
    rows = List.copyOf(rows);
  }
}
