package org.parley.formats.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Constraint;
import org.parley.core.fact.FactId;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Statement;
import org.parley.core.fact.Statement.Origin;
import org.parley.core.incident.Incident;
import org.parley.core.incident.Revision;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.terms.Realm;
import org.parley.formats.parley.fact.Ends;
import org.parley.formats.table.grid.Cell;
import org.parley.formats.table.grid.Grid;
import org.parley.formats.table.grid.GridRow;

/// Reads the rows of one register, one after the other.
final class RowReader {

  private static final int LONGEST_ID = 200;

  private final Grid grid;
  private final TableMapping mapping;
  private final Map<Integer, ColumnRule> rules;
  private final Map<String, Integer> columns;
  private final Optional<Integer> idColumn;
  private final Catalogue catalogue;
  private final CellReader cells;
  private final Map<String, Integer> ids = new HashMap<>();

  /// @param rules what the columns are, by their place
  /// @param columns the places of columns, by header and letter
  RowReader(
      Grid grid,
      TableMapping mapping,
      Map<Integer, ColumnRule> rules,
      Map<String, Integer> columns,
      Optional<Integer> idColumn,
      Catalogue catalogue) {
    this.grid = grid;
    this.mapping = mapping;
    this.rules = rules;
    this.columns = columns;
    this.idColumn = idColumn;
    this.catalogue = catalogue;
    this.cells = new CellReader(mapping.habits());
  }

  RegisterRow read(GridRow row) {
    Issues report = new Issues();
    List<Statement> statements = new ArrayList<>(mapping.always());
    rules.forEach((column, rule) -> {
      Cell cell = row.cell(column);
      if (rule.fact().isPresent()) {
        read(row, cell, rule, rule.fact().get(), report).ifPresent(statements::add);
      } else if (!cell.isBlank()) {
        report.add(
            IssueCode.KEPT_AS_IS,
            place(cell),
            rule.column() + ": " + rule.kept().orElse("not read"));
      }
    });
    tellUnread(row, report);
    String id = id(row, report);
    List<Statement> possible = inThisWorld(statements, report, row);
    Revision only =
        new Revision(
            1, Optional.empty(), Optional.empty(), Optional.empty(), possible, Optional.empty());
    Incident incident =
        new Incident(id, Optional.empty(), new Realm.Real(), grid.source(), List.of(only));
    return new RegisterRow(row.number(), incident, report.list());
  }

  private Optional<Statement> read(
      GridRow row, Cell cell, ColumnRule rule, ColumnRule.Target target, Issues report) {
    Optional<String> beside =
        rule.form()
            .currencyFrom()
            .map(name -> columns.getOrDefault(RegisterReader.name(name), -1))
            .filter(column -> column >= 0)
            .map(column -> row.cell(column).text().strip())
            .filter(text -> !text.isEmpty());
    String what = rule.column() + ": ";
    return switch (cells.read(cell, target, rule.form(), beside)) {
      case Says.This(Stated stated) -> Optional.of(statement(target, stated, cell, rule));
      case Says.Partly(Stated stated, IssueCode code, String message) -> {
        report.add(code, place(cell), what + message);
        yield Optional.of(statement(target, stated, cell, rule));
      }
      case Says.Nothing() -> Optional.empty();
      case Says.Unclear(IssueCode code, String message) -> {
        report.add(code, place(cell), what + message);
        Stated unknown = new Stated.Unknown("the cell is not clear: " + message);
        yield Optional.of(statement(target, unknown, cell, rule));
      }
    };
  }

  private Statement statement(ColumnRule.Target target, Stated stated, Cell cell, ColumnRule rule) {
    String source = grid.sheet() + "!" + cell.place() + ", column \"" + rule.column() + "\"";
    return new Statement(target.key(), stated, Origin.from(source));
  }

  private Place place(Cell cell) {
    String sheet = grid.sheet().equals(grid.document()) ? "" : grid.sheet() + "!";
    return Place.of(grid.document() + "!" + sheet + cell.place());
  }

  /// Cells beyond the columns that have a header.
  private void tellUnread(GridRow row, Issues report) {
    for (int i = 0; i < row.cells().size(); i++) {
      boolean named = columns.containsKey("@" + Cell.letters(i).toLowerCase(Locale.ROOT));
      if (!named && !row.cell(i).isBlank()) {
        report.add(
            IssueCode.NOT_UNDERSTOOD,
            place(row.cell(i)),
            "the cell stands in no column with a header");
      }
    }
  }

  /// The id in the row, or where it has none a name made from the file and the row.
  private String id(GridRow row, Issues report) {
    String made = "row-" + row.number() + "-of-" + grid.source().brief();
    if (idColumn.isEmpty()) {
      return made;
    }
    Cell cell = row.cell(idColumn.get());
    String text = cell.text().strip();
    if (text.isEmpty() || text.length() > LONGEST_ID || text.matches(".*\\p{Cc}.*")) {
      report.add(
          IssueCode.NOT_UNDERSTOOD, place(cell), "the row has no usable id; it is called " + made);
      return made;
    }
    Integer before = ids.putIfAbsent(text.toLowerCase(Locale.ROOT), row.number());
    if (before != null) {
      report.add(
          IssueCode.AMBIGUOUS,
          place(cell),
          "row " + before + " has the same id; both are kept",
          "let a person decide whether they are one incident");
    }
    return text;
  }

  /// The statements without pairs that cannot both be true, such as an end before the beginning:
  /// both become unknown, and the report says why.
  private List<Statement> inThisWorld(List<Statement> statements, Issues report, GridRow row) {
    List<Statement> kept = new ArrayList<>(statements);
    for (Constraint constraint : catalogue.constraints()) {
      for (Statement small : statements) {
        for (Statement large : statements) {
          if (broken(constraint, small, large)) {
            String why = why(constraint);
            report.add(
                IssueCode.CONTRADICTION,
                Place.of(grid.document() + "!row " + row.number()),
                why + "; both are left unknown",
                "look at the row in the register");
            kept.replaceAll(one -> one == small || one == large ? unknown(one, why) : one);
          }
        }
      }
    }
    return List.copyOf(kept);
  }

  private static boolean broken(Constraint constraint, Statement small, Statement large) {
    FactKey key = small.key();
    boolean pair =
        key.fact().equals(constraint.smaller())
            && large.key().fact().equals(constraint.larger())
            && key.region().equals(large.key().region())
            && key.mode() == large.key().mode();
    Optional<Long> least = Ends.least(small.stated());
    Optional<Long> most = Ends.most(large.stated());
    return pair && least.isPresent() && most.isPresent() && least.get() > most.get();
  }

  private static String why(Constraint constraint) {
    FactId small = constraint.smaller();
    FactId large = constraint.larger();
    return switch (constraint) {
      case Constraint.NotAbove _ -> small + " is above " + large;
      case Constraint.NotBefore _ -> large + " lies before " + small;
    };
  }

  private static Statement unknown(Statement statement, String why) {
    return new Statement(statement.key(), new Stated.Unknown(why), statement.origin());
  }
}
