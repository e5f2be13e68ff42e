package org.parley.cli.care.copy;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Octets;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;
import org.parley.store.care.Cell;
import org.parley.store.care.Column;
import org.parley.store.care.TableShape;
import tools.jackson.core.JsonGenerator;

/// A row as a line of JSON: an object with a property for each column; octets in Base64.
///
/// @param part the name under which mistakes are told
record RowLine(TableShape table, String part) {

  /// The longest line: an attachment of the largest size, in Base64, and room.
  static final int LONGEST = 64 << 20;

  private static final Limits LIMITS = new Limits(LONGEST, 2, 100);

  Octets write(List<Cell> row) {
    return JsonBytes.write(json -> {
      for (int at = 0; at < row.size(); at++) {
        write(json, table.columns().get(at).name(), row.get(at));
      }
    });
  }

  private static void write(JsonGenerator json, String name, Cell cell) {
    switch (cell) {
      case Cell.Text(String text) -> json.writeStringProperty(name, text);
      case Cell.Whole(long number) -> json.writeNumberProperty(name, number);
      case Cell.Truth(boolean truth) -> json.writeBooleanProperty(name, truth);
      case Cell.Bytes(Octets octets) ->
          json.writeStringProperty(name, Base64.getEncoder().encodeToString(octets.toArray()));
      case Cell.Nothing() -> json.writeNullProperty(name);
    }
  }

  List<Cell> read(byte[] line) throws Refusal {
    Issues issues = new Issues();
    Optional<Tree> tree = Trees.readJson(line, part, LIMITS, issues);
    if (issues.hasErrors() || !(tree.orElse(null) instanceof Tree.Mapping row)) {
      throw wrong(
          issues.list().stream().findFirst().map(Issue::message).orElse("a line is no row"));
    }
    if (row.entries().size() != table.columns().size()) {
      throw wrong("a row has other columns than the table");
    }
    List<Cell> cells = new ArrayList<>(table.columns().size());
    for (Column column : table.columns()) {
      Tree value =
          row.find(column.name())
              .orElseThrow(() -> wrong("a row has no column \"" + column.name() + "\""));
      cells.add(
          cell(column.kind(), value)
              .orElseThrow(() -> wrong("the column \"" + column.name() + "\" has another kind")));
    }
    return cells;
  }

  private static Optional<Cell> cell(Column.Kind kind, Tree value) {
    if (value instanceof Tree.Nothing) {
      return Optional.of(new Cell.Nothing());
    }
    if (!(value instanceof Tree.Text(String text, Tree.Kind written, _))) {
      return Optional.empty();
    }
    try {
      return switch (kind) {
        case TEXT ->
            written == Tree.Kind.QUOTED ? Optional.of(new Cell.Text(text)) : Optional.empty();
        case WHOLE ->
            written == Tree.Kind.NUMBER
                ? Optional.of(new Cell.Whole(Long.parseLong(text)))
                : Optional.empty();
        case TRUTH ->
            written == Tree.Kind.TRUTH
                ? Optional.of(new Cell.Truth(text.equals("true")))
                : Optional.empty();
        case BYTES -> Optional.of(new Cell.Bytes(Octets.of(Base64.getDecoder().decode(text))));
      };
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Refusal wrong(String message) {
    return new Refusal(
        IssueCode.COPY_NOT_WHOLE, part, message, "Use another copy; this one was not written so.");
  }
}
