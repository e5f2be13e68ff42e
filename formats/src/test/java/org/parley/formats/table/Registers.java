package org.parley.formats.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Fact;
import org.parley.core.fact.Mode;
import org.parley.core.fact.Statement;
import org.parley.core.fact.Statement.Origin;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.Issues;
import org.parley.formats.parley.Parsed;
import org.parley.formats.parley.Shipped;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.formats.parley.fact.StatedWriter;
import org.parley.formats.table.grid.Grid;
import org.parley.formats.table.grid.Grids;
import org.parley.formats.tree.Limits;

/** Reads small registers in tests and shows what their rows say as incident files would. */
final class Registers {
  static final Catalogue CATALOGUE = Shipped.catalogue();

  private Registers() {}

  static Checked<TableMapping> mapping(String yaml) {
    Issues issues = new Issues();
    Parsed parsed =
        Parsed.of(yaml.getBytes(StandardCharsets.UTF_8), "m.yaml", Limits.DOCUMENT, issues)
            .orElseThrow(() -> new IllegalStateException(issues.list().toString()));
    return MappingReader.read(parsed, KnownFacts.of(CATALOGUE));
  }

  static Checked<List<RegisterRow>> read(String csv, String mapping) {
    TableMapping read = mapping("mapping: table\n" + mapping).orThrow();
    return RegisterReader.read(grid(csv, read.wishes()), read, CATALOGUE);
  }

  static Grid grid(String csv, Grids.Wishes wishes) {
    return Grids.open(csv.getBytes(StandardCharsets.UTF_8), "r.csv", wishes).orThrow();
  }

  static RegisterRow row(String csv, String mapping) {
    return read(csv, mapping).orThrow().getFirst();
  }

  /** What one cell under one column says, with the settings of the column as flow YAML. */
  static String cell(String text, String rule) {
    return cell(text, rule, "");
  }

  /** The same with further settings of the mapping; where nothing is stated, the report. */
  static String cell(String text, String rule, String more) {
    String quoted = "\"" + text.replace("\"", "\"\"") + "\"";
    RegisterRow row =
        row("Id,Col\n1," + quoted + "\n", "id: Id\n" + more + "columns: {Col: {" + rule + "}}\n");
    String said = String.join(" ", said(row).values());
    String told = String.join(" ", row.report().stream().map(Registers::told).toList());
    return told.isEmpty()
        ? said
        : said.startsWith("{unknown: ") ? told : (said + " " + told).strip();
  }

  static String told(Issue issue) {
    return issue.code() + " " + issue.message();
  }

  static Map<String, String> said(RegisterRow row) {
    Map<String, String> all = new TreeMap<>();
    for (Statement statement : row.incident().latest().statements()) {
      Fact fact = CATALOGUE.find(statement.key().fact()).orElseThrow();
      Statement bare = new Statement(statement.key(), statement.stated(), Origin.NONE);
      String mode = statement.key().mode() == Mode.POTENTIAL ? "~" : "";
      all.put(fact.id() + mode, StatedWriter.written(fact.type(), List.of(bare)));
    }
    return all;
  }
}
