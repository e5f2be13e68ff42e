package org.parley.core.engine.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.engine.formula.Atom;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.terms.Exact;

/// One fact that is a share: any fraction from 0 to 1, so that every stretch between two different
/// bounds has a value in it.
public final class ShareBlock extends CellBlock<ShareBlock.Shares> {

  /// What a share may be: closed ranges of fractions.
  public record Shares(boolean mayNotApply, List<Range> ranges) {}

  public record Range(Exact low, Exact high) {}

  private final Known known;
  private final Axis axis;

  public ShareBlock(Known known, Axis axis) {
    super(List.of(known.key()));
    this.known = known;
    this.axis = axis;
  }

  @Override
  Shares read(Sheet sheet) {
    boolean mayNotApply = false;
    List<Range> ranges = new ArrayList<>();
    for (Stated stated : known.on(sheet)) {
      switch (stated) {
        case Stated.NotApplicable _ -> mayNotApply = true;
        case Stated.Unknown _ -> ranges.add(new Range(Exact.ZERO, Exact.ONE));
        case Stated.Exactly(Value value) -> ranges.add(new Range(exact(value), exact(value)));
        case Stated.OneOf(List<Value> values) ->
            values.forEach(value -> ranges.add(new Range(exact(value), exact(value))));
        case Stated.Between(Optional<Value> low, Optional<Value> high) ->
            ranges.add(
                new Range(
                    low.map(this::exact).orElse(Exact.ZERO),
                    high.map(this::exact).orElse(Exact.ONE)));
        case Stated.SetBetween _, Stated.CodesBetween _ -> throw known.misfit(stated);
      }
    }
    return new Shares(mayNotApply, ranges);
  }

  private Exact exact(Value value) {
    if (value instanceof Value.Share(long part, long of)) {
      return Exact.of(part, of);
    }
    throw known.misfit(value);
  }

  @Override
  List<int[]> stands() {
    return combinations(axis.positions());
  }

  @Override
  boolean isPossible(int[] stand, Shares read) {
    return stand[0] == Axis.NO_VALUE
        ? read.mayNotApply()
        : read.ranges().stream().anyMatch(range -> meets(stand[0], range));
  }

  /// Positions grow with the value, and every stretch between two cuts has fractions in it: so a
  /// range meets all stretches from that of its lower end to that of its upper end.
  private boolean meets(int position, Range range) {
    return axis.positionOf(range.low()) <= position && position <= axis.positionOf(range.high());
  }

  @Override
  boolean passes(Atom atom, int[] stand) {
    return switch (atom) {
      case Atom.Within within -> axis.passes(within, stand[0]);
      case Atom.Applies _ -> stand[0] != Axis.NO_VALUE;
      case Atom.Among _, Atom.HasAny _, Atom.HasAll _ ->
          throw new IllegalArgumentException("no test for a share: " + atom);
    };
  }

  @Override
  List<Known> facts() {
    return List.of(known);
  }
}
