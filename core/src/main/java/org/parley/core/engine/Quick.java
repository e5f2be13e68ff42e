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
import org.parley.core.engine.diagram.PackedTable;
import org.parley.core.engine.diagram.SumSets;
import org.parley.core.engine.diagram.SumTable;
import org.parley.core.engine.drawing.Drawing;
import org.parley.core.engine.drawing.GradeCodes;
import org.parley.core.engine.drawing.Verdict;
import org.parley.core.engine.pocket.Gauge;
import org.parley.core.engine.pocket.PocketScale;
import org.parley.core.fact.Sheet;
import org.parley.core.outcome.Flip;
import org.parley.core.outcome.Outcome;
import org.parley.core.scale.Grade;
import org.parley.core.terms.Exact;

/// The quick way to grades, where one is proved to give what the diagram gives.
///
/// A weighted mean is a table of sums, and the sums also say which grades remain where facts are
/// open. Any other rule is walked from question to question. Facts that are graded again and again
/// are packed into bytes and looked up.
final class Quick {

  private final Drawing drawing;
  private final GradeCodes codes;
  private final Gauge[] gauges;
  private final PocketScale pocket;
  private final @Nullable SumTable sums;
  private final @Nullable SumSets<List<Grade>> sets;
  private final @Nullable Walk grades;
  private final @Nullable Walk verdicts;
  private final Changes changes;

  /// For each sum what it settles, once that was asked for: exact scores are slow to add up.
  /// Threads that make one at once make the same.
  private final @Nullable Outcome[] bySum;

  private final List<List<Grade>> alone;

  Quick(Drawing drawing, GradeCodes codes) {
    this.drawing = drawing;
    this.codes = codes;
    this.gauges =
        drawing.space().blocks().stream()
            .flatMap(block -> block.gauges().stream())
            .toArray(Gauge[]::new);
    this.alone = IntStream.range(0, Long.SIZE).mapToObj(one -> codes.grades(1L << one)).toList();
    Optional<SumTable> found =
        SumTable.ofScores(
            drawing.verdicts(),
            drawing.space().sizes(),
            number -> score(drawing.terms().get(number)),
            number -> codes.of(drawing.terms().get(number)));
    this.sums = found.orElse(null);
    this.sets =
        found
            .flatMap(
                table -> open(drawing).flatMap(cells -> SumSets.of(table, cells, codes::grades)))
            .orElse(null);
    int[] sizes = drawing.space().sizes();
    this.grades = found.isPresent() ? null : new Walk(drawing.grades(), gauges, sizes);
    this.verdicts = found.isPresent() ? null : new Walk(drawing.verdicts(), gauges, sizes);
    this.bySum = new @Nullable Outcome[found.map(table -> table.largest() + 1).orElse(0)];
    this.changes = new Changes(drawing, codes, gauges, sums);
    this.pocket =
        found
            .map(table -> PocketScale.bySum(codes.levels(), gauges, table))
            .orElseGet(() -> PocketScale.byWalk(codes.levels(), gauges, drawing.grades()));
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

  PocketScale pocket() {
    return pocket;
  }

  /// The grades that are possible; null where the sheet asks for the long way.
  @Nullable List<Grade> possible(Sheet sheet) {
    int number = grades == null ? pocket.number(sheet) : grades.value(sheet);
    if (number != PocketScale.UNTOLD) {
      return alone.get(number);
    }
    return sets == null ? null : sets.valuesAt(variable -> gauges[variable].cell(sheet));
  }

  /// What the scale says of a sheet of which all that matters is known; null where the sheet asks
  /// for the long way.
  @Nullable Outcome settled(Sheet sheet) {
    if (sums != null) {
      return summed(sums, sheet);
    }
    int number = verdicts == null ? Walk.UNTOLD : verdicts.value(sheet);
    return number == Walk.UNTOLD ? null : outcome(drawing.terms().get(number));
  }

  private @Nullable Outcome summed(SumTable table, Sheet sheet) {
    int sum = pocket.sum(sheet);
    int number = sum == PocketScale.UNTOLD ? SumTable.NONE : table.valueOf(sum);
    if (number == SumTable.NONE
        || !(codes.grade(number).orElseThrow() instanceof Grade.Level level)) {
      return null;
    }
    Outcome known = bySum[sum];
    if (known == null) {
      known = new Outcome.Settled(level, table.scoreOf(sum));
      bySum[sum] = known;
    }
    return known;
  }

  /// The changes to one known fact alone that would change the grade; null where the sheet asks for
  /// the long way.
  @Nullable List<Flip> flips(Sheet sheet) {
    return changes.flips(sheet);
  }

  private static @Nullable Outcome outcome(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Refused _ -> null;
      case Verdict.Graded(Grade grade, var score, var cite) ->
          switch (grade) {
            case Grade.Level level -> new Outcome.Settled(level, score);
            case Grade.OutOfScope _ -> new Outcome.OutOfScope(cite);
            case Grade.Unsaid _ -> new Outcome.Unsaid(cite);
          };
    };
  }

  Optional<CodedScale> coded() {
    int[] sizes = drawing.space().sizes();
    return PackedTable.takes(sizes)
        ? Optional.ofNullable(sums)
            .or(() -> SumTable.ofAll(drawing.grades(), sizes))
            .map(table -> new CodedScale(gauges, table.packed(sizes), alone))
        : Optional.empty();
  }
}
