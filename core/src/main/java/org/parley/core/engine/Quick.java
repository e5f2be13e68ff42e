package org.parley.core.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.core.engine.block.Block;
import org.parley.core.engine.diagram.Diagram;
import org.parley.core.engine.diagram.PackedTable;
import org.parley.core.engine.diagram.SumSets;
import org.parley.core.engine.diagram.SumTable;
import org.parley.core.engine.drawing.Drawing;
import org.parley.core.engine.drawing.GradeCodes;
import org.parley.core.engine.drawing.Verdict;
import org.parley.core.fact.Sheet;
import org.parley.core.scale.Grade;
import org.parley.core.terms.Exact;

/// The quick way to grades, where one is proved to give what the diagram gives.
///
/// A weighted mean is a table of sums, and the sums also say which grades remain where facts are
/// open. Any other rule is walked from question to question. Facts that are graded again and again
/// are packed into bytes and looked up.
final class Quick {

  private final Cells reader;
  private final Diagram diagram;
  private final @Nullable SumTable sums;
  private final @Nullable SumSets sets;
  private final @Nullable PackedTable packed;
  private final List<List<Grade>> alone;
  private final GradeCodes codes;

  Quick(Drawing drawing, GradeCodes codes) {
    this.reader = new Cells(drawing.space());
    this.diagram = drawing.grades();
    this.codes = codes;
    this.alone = IntStream.range(0, Long.SIZE).mapToObj(one -> codes.grades(1L << one)).toList();
    int[] sizes = drawing.space().sizes();
    Optional<SumTable> found =
        SumTable.ofScores(
            drawing.verdicts(),
            sizes,
            number -> score(drawing.terms().get(number)),
            number -> codes.of(drawing.terms().get(number)));
    this.sums = found.orElse(null);
    this.sets =
        found
            .flatMap(table -> open(drawing).flatMap(cells -> SumSets.of(table, cells)))
            .orElse(null);
    this.packed =
        PackedTable.takes(sizes)
            ? found
                .or(() -> SumTable.ofAll(diagram, sizes))
                .map(table -> table.packed(sizes))
                .orElse(null)
            : null;
  }

  private static Optional<Exact> score(Verdict verdict) {
    return verdict instanceof Verdict.Graded(_, Optional<Exact> score, _)
        ? score
        : Optional.empty();
  }

  /// The cells that each variable can be in where nothing is known at all.
  private static Optional<List<BitSet>> open(Drawing drawing) {
    Sheet nothing = new Sheet(Map.of(), false);
    List<BitSet> cells = new ArrayList<>();
    for (Block block : drawing.space().blocks()) {
      List<BitSet[]> ways = block.ways(nothing);
      if (ways.size() != 1) {
        return Optional.empty();
      }
      cells.addAll(Arrays.asList(ways.getFirst()));
    }
    return Optional.of(cells);
  }

  /// The grades that are possible; null where the sheet asks for the long way.
  @Nullable List<Grade> possible(Sheet sheet) {
    if (sums == null) {
      int value = reader.walk(diagram, sheet);
      return value == Cells.OPEN ? null : alone.get(value);
    }
    int[] cells = new int[reader.variables()];
    return switch (reader.read(sheet, cells)) {
      case SETTLED -> {
        int value = sums.valueAt(cells);
        yield value == SumTable.NONE ? null : alone.get(value);
      }
      case PARTLY_OPEN -> sets == null ? null : some(sets.valuesAt(cells));
      case NOT_PLAIN -> null;
    };
  }

  private @Nullable List<Grade> some(long mask) {
    if (mask == 0) {
      return null;
    }
    return Long.bitCount(mask) == 1
        ? alone.get(Long.numberOfTrailingZeros(mask))
        : codes.grades(mask);
  }

  Optional<CodedScale> coded() {
    return Optional.ofNullable(packed).map(table -> new CodedScale(reader, table, alone));
  }
}
