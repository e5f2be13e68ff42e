package org.parley.core.engine.block;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.parley.core.engine.formula.Atom;
import org.parley.core.engine.pocket.Gauge;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.outcome.Region;

/// One yes-no, ordered or choice fact. Its line has position 0 for "not applicable", then one for
/// each option in order.
public final class OptionBlock extends CellBlock<BitSet> {

  private final Known known;
  private final int options;

  public OptionBlock(Known known) {
    super(List.of(known.key()));
    this.known = known;
    this.options = known.fact().type().optionNames().size();
  }

  @Override
  BitSet read(Sheet sheet) {
    BitSet positions = new BitSet();
    for (Stated stated : known.on(sheet)) {
      switch (stated) {
        case Stated.NotApplicable _ -> positions.set(0);
        case Stated.Unknown _ -> positions.set(1, options + 1);
        case Stated.Exactly(Value value) -> positions.set(position(value));
        case Stated.OneOf(List<Value> values) -> values.forEach(v -> positions.set(position(v)));
        case Stated.Between(Optional<Value> low, Optional<Value> high) ->
            positions.set(
                low.map(this::position).orElse(1), high.map(this::position).orElse(options) + 1);
        case Stated.SetBetween _, Stated.CodesBetween _ -> throw known.misfit(stated);
      }
    }
    return positions;
  }

  private int position(Value value) {
    if (value instanceof Value.Option(int index) && index >= 0 && index < options) {
      return index + 1;
    }
    throw known.misfit(value);
  }

  @Override
  List<int[]> stands() {
    return combinations(options + 1);
  }

  @Override
  boolean isPossible(int[] stand, BitSet read) {
    return read.get(stand[0]);
  }

  @Override
  boolean passes(Atom atom, int[] stand) {
    return switch (atom) {
      case Atom.Among(_, var places) -> places.contains(stand[0] - 1);
      case Atom.Applies _ -> stand[0] > 0;
      case Atom.Within _, Atom.HasAny _, Atom.HasAll _ ->
          throw new IllegalArgumentException("no test for options: " + atom);
    };
  }

  /// Options that lead to the same grades are told together.
  @Override
  List<Prospect> tell(List<ClaimTree.Weighed> stands, Outlook outlook) {
    SequencedMap<Long, List<Integer>> places = new LinkedHashMap<>();
    for (ClaimTree.Weighed one : stands) {
      if (one.stand()[0] > 0) {
        places.computeIfAbsent(one.grades(), _ -> new ArrayList<>()).add(one.stand()[0] - 1);
      }
    }
    return places.entrySet().stream()
        .map(entry ->
            new Prospect(
                new Region.OptionsOf(known.key(), entry.getValue().stream().sorted().toList()),
                entry.getKey()))
        .toList();
  }

  @Override
  List<Known> facts() {
    return List.of(known);
  }

  @Override
  boolean saysNothing(Sheet sheet) {
    return known.isOpen(sheet);
  }

  @Override
  Gauge gauge() {
    int[] cellOf = new int[options];
    for (int cell = 0; cell < cells(); cell++) {
      for (int[] stand : standsOf(cell)) {
        if (stand[0] > 0) {
          cellOf[stand[0] - 1] = cell;
        }
      }
    }
    return Gauge.ofOption(known.key(), known.fact().baseline(), cellOf);
  }

  @Override
  public boolean changesFollowFromCells() {
    return true;
  }
}
