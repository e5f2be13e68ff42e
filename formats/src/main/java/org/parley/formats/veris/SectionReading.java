package org.parley.formats.veris;

import java.util.List;
import org.parley.formats.tree.Tree;

/// Reads what a section says by being there.
final class SectionReading implements Reading {

  private final List<Row> rows;

  SectionReading(List<Tree> rows, Facts facts) {
    this.rows = rows.stream().map(row -> Row.read(row, facts)).toList();
  }

  @Override
  public void read(RecordView record, Findings findings) {
    for (Row row : rows) {
      row.of().stream()
          .sorted()
          .filter(record::has)
          .forEach(section -> {
            record.useSection(section);
            row.hints().forEach(hint -> findings.hint(hint, section));
          });
    }
  }
}
