package org.parley.core.engine;

import java.util.List;
import org.parley.core.engine.diagram.PackedTable;
import org.parley.core.engine.diagram.SumTable;
import org.parley.core.engine.pocket.Gauge;
import org.parley.core.fact.Sheet;
import org.parley.core.scale.Grade;

/// A scale for those who grade the same incidents again and again, or very many of them: the facts
/// of an incident as a few bytes.
///
/// The bytes mean something to this scale alone and are not for keeping. Immutable.
public final class CodedScale {

  private final Gauge[] gauges;
  private final PackedTable table;
  private final List<List<Grade>> meanings;

  CodedScale(Gauge[] gauges, PackedTable table, List<List<Grade>> meanings) {
    this.gauges = gauges;
    this.table = table;
    this.meanings = meanings;
  }

  /// How many bytes the facts of an incident take.
  public int length() {
    return table.bytes();
  }

  /// Writes the facts of a sheet.
  ///
  /// @param code takes [#length()] bytes
  /// @return whether everything that the scale asks is stated plainly and the scale can be applied;
  ///   otherwise the bytes mean nothing
  public boolean write(Sheet sheet, byte[] code) {
    int[] cells = new int[gauges.length];
    for (int variable = 0; variable < cells.length; variable++) {
      cells[variable] = gauges[variable].cell(sheet);
      if (cells[variable] < 0) {
        return false;
      }
    }
    table.pack(cells, code);
    return table.valueAt(code) != SumTable.NONE;
  }

  /// The rank of the level; for answers that are no level a number above all ranks.
  ///
  /// @param code as [#write(Sheet, byte[])] has written it
  public int gradeOf(byte[] code) {
    return table.valueAt(code);
  }

  /// What a number of [#gradeOf(byte[])] means: a grade, or none where the scale cannot be applied.
  public List<Grade> meaning(int grade) {
    return meanings.get(grade);
  }
}
