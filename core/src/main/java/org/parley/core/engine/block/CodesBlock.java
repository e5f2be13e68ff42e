package org.parley.core.engine.block;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.parley.core.engine.formula.Atom;
import org.parley.core.engine.formula.Measure;
import org.parley.core.engine.line.Ranges;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.scale.Quantity;
import org.parley.core.terms.Exact;

/// One set of codes, seen by how many it has, in all and among one group.
public final class CodesBlock extends CellBlock<CodesBlock.Counts> {

  /// What the counts may be.
  public record Counts(boolean mayNotApply, List<Count> counts) {}

  /// Codes of the group and other codes, each from a least to a most.
  public record Count(int groupLow, int groupHigh, int otherLow, int otherHigh) {}

  private final Known known;
  private final Set<String> group;
  private final Axis all;
  private final Axis among;

  /// @param group the members of the group; none where the scale only counts all codes
  public CodesBlock(Known known, Set<String> group, Axis all, Axis among) {
    super(List.of(known.key()));
    this.known = known;
    this.group = Set.copyOf(group);
    this.all = all;
    this.among = among;
  }

  @Override
  Counts read(Sheet sheet) {
    boolean mayNotApply = false;
    List<Count> counts = new ArrayList<>();
    for (Stated stated : known.on(sheet)) {
      switch (stated) {
        case Stated.NotApplicable _ -> mayNotApply = true;
        case Stated.Unknown _ -> counts.add(count(Set.of(), true));
        case Stated.Exactly(Value value) -> counts.add(count(codes(value), false));
        case Stated.OneOf(List<Value> values) ->
            values.forEach(value -> counts.add(count(codes(value), false)));
        case Stated.CodesBetween(var includes, boolean more) -> counts.add(count(includes, more));
        case Stated.SetBetween _, Stated.Between _ -> throw known.misfit(stated);
      }
    }
    return new Counts(mayNotApply, counts);
  }

  private Collection<String> codes(Value value) {
    if (value instanceof Value.Codes(var codes)) {
      return codes;
    }
    throw known.misfit(value);
  }

  private Count count(Collection<String> includes, boolean more) {
    int inGroup = (int) includes.stream().filter(group::contains).count();
    int others = includes.size() - inGroup;
    return more
        ? new Count(
            inGroup, group.size(), others, Math.max(others, Quantity.CodeCount.MOST - group.size()))
        : new Count(inGroup, inGroup, others, others);
  }

  @Override
  List<int[]> stands() {
    Counts anything =
        new Counts(true, List.of(new Count(0, group.size(), 0, Quantity.CodeCount.MOST)));
    return combinations(all.positions(), among.positions()).stream()
        .filter(stand -> isPossible(stand, anything))
        .toList();
  }

  @Override
  boolean isPossible(int[] stand, Counts read) {
    if (stand[0] == Axis.NO_VALUE || stand[1] == Axis.NO_VALUE) {
      return stand[0] == stand[1] && read.mayNotApply();
    }
    Ranges total = all.units(stand[0], Exact.ONE);
    Ranges part = among.units(stand[1], Exact.ONE);
    for (Count count : read.counts()) {
      Ranges inGroup = Ranges.of(count.groupLow(), count.groupHigh()).and(part);
      if (!inGroup.isEmpty()
          && total.meets(inGroup.min() + count.otherLow(), inGroup.max() + count.otherHigh())) {
        return true;
      }
    }
    return false;
  }

  @Override
  boolean passes(Atom atom, int[] stand) {
    if (atom instanceof Atom.Within within && within.measure() instanceof Measure.OfCodes codes) {
      return codes.members().isEmpty()
          ? all.passes(within, stand[0])
          : among.passes(within, stand[1]);
    }
    throw new IllegalArgumentException("no test for codes: " + atom);
  }

  @Override
  List<Known> facts() {
    return List.of(known);
  }
}
