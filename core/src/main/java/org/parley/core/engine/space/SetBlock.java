package org.parley.core.engine.space;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;

/// One set of options, seen through one variable for each bundle of options that no test tells
/// apart: does the set have none, some or all of them?
///
/// Options come and go independently of each other, and so do the bundles; only "not applicable"
/// ties them, which is why a scale that asks whether the set applies gets a variable for that.
final class SetBlock implements Block {

  static final int NOT_APPLICABLE = 0;
  static final int APPLICABLE = 1;

  private final Known known;
  private final boolean asksWhetherItApplies;
  private final List<Bundle> bundles;

  /// Options that no test tells apart.
  ///
  /// @param threefold whether "some" and "all" are different cells
  record Bundle(long mask, boolean threefold) {
    boolean hasAll(int cell) {
      return cell == (threefold ? 2 : 1);
    }
  }

  SetBlock(Known known, boolean asksWhetherItApplies, List<Long> anyOf, List<Long> allOf) {
    this.known = known;
    this.asksWhetherItApplies = asksWhetherItApplies;
    Map<List<Boolean>, Long> bySignature = new LinkedHashMap<>();
    for (int option = 0; option < known.fact().type().optionNames().size(); option++) {
      long bit = 1L << option;
      List<Boolean> signature = new ArrayList<>();
      anyOf.forEach(mask -> signature.add((mask & bit) != 0));
      allOf.forEach(mask -> signature.add((mask & bit) != 0));
      if (signature.contains(true)) {
        bySignature.merge(signature, bit, (one, other) -> one | other);
      }
    }
    this.bundles =
        bySignature.values().stream()
            .map(mask ->
                new Bundle(
                    mask,
                    Long.bitCount(mask) > 1 && allOf.stream().anyMatch(all -> (all & mask) != 0)))
            .toList();
  }

  @Override
  public List<FactKey> keys() {
    return List.of(known.key());
  }

  List<Bundle> bundles() {
    return bundles;
  }

  /// Whether the first variable says if the set applies.
  boolean asksWhetherItApplies() {
    return asksWhetherItApplies;
  }

  /// The place of a bundle's variable within the block.
  int variableOf(int bundle) {
    return bundle + (asksWhetherItApplies ? 1 : 0);
  }

  @Override
  public int[] sizes() {
    int[] sizes = new int[variableOf(bundles.size())];
    if (asksWhetherItApplies) {
      sizes[0] = 2;
    }
    for (int i = 0; i < bundles.size(); i++) {
      sizes[variableOf(i)] = bundles.get(i).threefold() ? 3 : 2;
    }
    return sizes;
  }

  @Override
  public List<BitSet[]> ways(Sheet sheet) {
    List<BitSet[]> ways = new ArrayList<>();
    for (Stated stated : known.on(sheet)) {
      switch (stated) {
        case Stated.NotApplicable _ -> ways.add(way(NOT_APPLICABLE, 0, 0));
        case Stated.Unknown _ -> ways.add(way(APPLICABLE, 0, -1L));
        case Stated.Exactly(Value value) -> ways.add(way(APPLICABLE, mask(value), 0));
        case Stated.OneOf(List<Value> values) ->
            values.forEach(value -> ways.add(way(APPLICABLE, mask(value), 0)));
        case Stated.SetBetween(long includes, long mayInclude) ->
            ways.add(way(APPLICABLE, includes, mayInclude));
        case Stated.Between _, Stated.CodesBetween _ -> throw known.misfit(stated);
      }
    }
    return ways;
  }

  private long mask(Value value) {
    if (value instanceof Value.Options(long mask)) {
      return mask;
    }
    throw known.misfit(value);
  }

  private BitSet[] way(int applies, long includes, long mayInclude) {
    BitSet[] way = new BitSet[variableOf(bundles.size())];
    if (asksWhetherItApplies) {
      way[0] = new BitSet();
      way[0].set(applies);
    }
    for (int i = 0; i < bundles.size(); i++) {
      Bundle bundle = bundles.get(i);
      long has = includes & bundle.mask();
      long could = (includes | mayInclude) & bundle.mask();
      BitSet cells = new BitSet();
      cells.set(0, has == 0);
      cells.set(1, could != 0 && !(bundle.threefold() && has == bundle.mask()));
      cells.set(2, bundle.threefold() && could == bundle.mask());
      way[variableOf(i)] = cells;
    }
    return way;
  }

  @Override
  public boolean settle(Sheet sheet, int[] cells, int first) {
    List<Stated> said = known.on(sheet);
    if (said.size() != 1
        || !(said.getFirst() instanceof Stated.Exactly(Value.Options(long mask)))) {
      return false;
    }
    if (asksWhetherItApplies) {
      cells[first] = APPLICABLE;
    }
    for (int i = 0; i < bundles.size(); i++) {
      Bundle bundle = bundles.get(i);
      long has = mask & bundle.mask();
      cells[first + variableOf(i)] =
          has == 0 ? 0 : bundle.threefold() && has == bundle.mask() ? 2 : 1;
    }
    return true;
  }
}
