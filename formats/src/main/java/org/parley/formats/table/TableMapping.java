package org.parley.formats.table;

import java.util.List;
import java.util.Optional;
import org.parley.core.fact.Statement;
import org.parley.formats.table.grid.Grids;

/// A mapping: which column of a register is which fact, and how the register writes things.
public final class TableMapping {

  private final Grids.Wishes wishes;
  private final Optional<Integer> header;
  private final Optional<String> id;
  private final Habits habits;
  private final List<ColumnRule> columns;
  private final List<Statement> always;

  TableMapping(
      Grids.Wishes wishes,
      Optional<Integer> header,
      Optional<String> id,
      Habits habits,
      List<ColumnRule> columns,
      List<Statement> always) {
    this.wishes = wishes;
    this.header = header;
    this.id = id;
    this.habits = habits;
    this.columns = List.copyOf(columns);
    this.always = List.copyOf(always);
  }

  /// How the file is to be read, for [Grids#open].
  public Grids.Wishes wishes() {
    return wishes;
  }

  /// The number of the row that names the columns; without it the first that is not blank.
  Optional<Integer> header() {
    return header;
  }

  /// The column of the incident's id, if there is one.
  Optional<String> id() {
    return id;
  }

  Habits habits() {
    return habits;
  }

  List<ColumnRule> columns() {
    return columns;
  }

  /// What holds for every row.
  List<Statement> always() {
    return always;
  }
}
