package org.parley.formats.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.parley.core.fact.Catalogue;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Checked.Refused;
import org.parley.core.issue.Checked.Sound;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.formats.table.grid.Cell;
import org.parley.formats.table.grid.Grid;
import org.parley.formats.table.grid.GridRow;
import org.parley.formats.tree.Nearest;

/// Reads a register as incidents, one a row, by a mapping.
public final class RegisterReader {

  private final Grid grid;
  private final TableMapping mapping;
  private final Catalogue catalogue;
  private final Issues issues = new Issues();

  private RegisterReader(Grid grid, TableMapping mapping, Catalogue catalogue) {
    this.grid = grid;
    this.mapping = mapping;
    this.catalogue = catalogue;
  }

  /// The rows that hold something, each as an incident with its loss report. Refused where the
  /// mapping speaks of columns that the register does not have; the issues of the whole tell which
  /// columns are not read.
  public static Checked<List<RegisterRow>> read(
      Grid grid, TableMapping mapping, Catalogue catalogue) {
    return new RegisterReader(grid, mapping, catalogue).rows();
  }

  private Checked<List<RegisterRow>> rows() {
    Optional<GridRow> header = header(grid, mapping.header());
    if (header.isEmpty()) {
      issues.add(
          IssueCode.EMPTY_DOCUMENT,
          Place.of(grid.document()),
          "there is no row that names the columns",
          "say in the mapping which row does: `file: {header: 3}`");
      return new Refused<>(issues.list());
    }
    Map<String, Integer> columns = columns(header.get());
    Map<Integer, ColumnRule> rules = new TreeMap<>();
    Set<Integer> read = new HashSet<>();
    for (ColumnRule rule : mapping.columns()) {
      column(columns, rule.column()).ifPresent(column -> rules.put(column, rule));
      rule.form().currencyFrom().ifPresent(name -> column(columns, name).ifPresent(read::add));
    }
    Optional<Integer> id = mapping.id().flatMap(name -> column(columns, name));
    if (issues.hasErrors()) {
      return new Refused<>(issues.list());
    }
    read.addAll(rules.keySet());
    id.ifPresent(read::add);
    tellUnread(header.get(), read);
    RowReader reader = new RowReader(grid, mapping, rules, columns, id, catalogue);
    List<RegisterRow> rows = new ArrayList<>();
    for (GridRow row : grid.rows()) {
      if (row.number() > header.get().number() && !row.isBlank()) {
        rows.add(reader.read(row));
      }
    }
    return new Sound<>(rows, issues.list());
  }

  /// The row that names the columns.
  static Optional<GridRow> header(Grid grid, Optional<Integer> number) {
    return grid.rows().stream()
        .filter(row -> !row.isBlank())
        .filter(row -> number.isEmpty() || row.number() == number.get())
        .findFirst();
  }

  /// A header as it is compared: blanks made one, capitals left out.
  static String name(String header) {
    return header.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /// The columns by header and by letter; headers that stand twice have none.
  private static Map<String, Integer> columns(GridRow header) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < header.cells().size(); i++) {
      Cell cell = header.cells().get(i);
      if (!cell.isBlank()) {
        columns.merge(name(cell.text()), i, (_, _) -> -1);
      }
      columns.put("@" + Cell.letters(i).toLowerCase(Locale.ROOT), i);
    }
    return columns;
  }

  private Optional<Integer> column(Map<String, Integer> columns, String wanted) {
    Integer column = columns.get(name(wanted));
    if (column == null) {
      List<String> headers =
          columns.keySet().stream().filter(name -> !name.startsWith("@")).sorted().toList();
      issues.add(
          new Issue(
              IssueCode.UNKNOWN_NAME,
              Place.of(grid.document()),
              "the register has no column \"" + wanted + "\"",
              Nearest.remedy(name(wanted), headers)));
      return Optional.empty();
    }
    if (column < 0) {
      issues.add(
          IssueCode.UNKNOWN_NAME,
          Place.of(grid.document()),
          "several columns are called \"" + wanted + "\"",
          "name it by its letters, such as \"@C\"");
      return Optional.empty();
    }
    return Optional.of(column);
  }

  private void tellUnread(GridRow header, Set<Integer> read) {
    List<String> unread = new ArrayList<>();
    for (int i = 0; i < header.cells().size(); i++) {
      Cell cell = header.cells().get(i);
      if (!cell.isBlank() && !read.contains(i)) {
        unread.add(NumberCell.shown(cell.text()));
      }
    }
    if (!unread.isEmpty()) {
      issues.add(
          IssueCode.KEPT_AS_IS,
          Place.of(grid.document()),
          "the mapping does not speak of these columns: " + String.join(", ", unread));
    }
  }
}
