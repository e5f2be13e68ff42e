package org.parley.core.engine.block;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.parley.core.engine.pocket.Gauge;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.outcome.Region;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Test;

/// One set of options, seen through one variable for each bundle of options that no test tells
/// apart: does the set have none, some or all of them?
///
/// Options come and go independently of each other, and so do the bundles; only "not applicable"
/// ties them, which is why a scale that asks whether the set applies gets a variable for that.
public final class SetBlock implements Block {

  public static final int NOT_APPLICABLE = 0;
  public static final int APPLICABLE = 1;

  private final Known known;
  private final boolean asksWhetherItApplies;
  private final List<Bundle> bundles;

  /// Options that no test tells apart.
  ///
  /// @param threefold whether "some" and "all" are different cells
  public record Bundle(long mask, boolean threefold) {
    /// Whether the set has all options of the bundle in that cell.
    public boolean hasAll(int cell) {
      return cell == (threefold ? 2 : 1);
    }
  }

  public SetBlock(Known known, boolean asksWhetherItApplies, List<Long> anyOf, List<Long> allOf) {
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

  public List<Bundle> bundles() {
    return bundles;
  }

  /// Whether the first variable says if the set applies.
  public boolean asksWhetherItApplies() {
    return asksWhetherItApplies;
  }

  /// The place of a bundle's variable within the block.
  public int variableOf(int bundle) {
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
  public List<Prospect> answers(Sheet sheet, Outlook outlook) {
    List<Prospect> answers = new ArrayList<>();
    List<BitSet[]> ways = ways(sheet);
    for (int i = 0; i < bundles.size(); i++) {
      int variable = variableOf(i);
      BitSet open = new BitSet();
      ways.forEach(way -> open.or(way[variable]));
      if (open.cardinality() > 1 && outlook.matters(variable)) {
        tell(bundles.get(i), open, variable, outlook, answers);
      }
    }
    return answers;
  }

  @Override
  public List<FactKey> open(Sheet sheet) {
    return known.isSettled(sheet) ? List.of() : keys();
  }

  @Override
  public List<Prospect> changes(Sheet sheet, Outlook outlook) {
    List<Prospect> changes = new ArrayList<>();
    List<BitSet[]> ways = ways(sheet);
    if (!known.isKnown(sheet) || ways.size() > 1 || applies(ways.getFirst()).isEmpty()) {
      return changes;
    }
    for (int i = 0; i < bundles.size(); i++) {
      BitSet others = new BitSet();
      others.set(0, bundles.get(i).threefold() ? 3 : 2);
      others.andNot(ways.getFirst()[variableOf(i)]);
      tell(bundles.get(i), others, variableOf(i), outlook, changes);
    }
    changes.removeIf(change -> change.grades() == outlook.grades());
    return changes;
  }

  /// The way itself, unless in it the set does not apply.
  private Optional<BitSet[]> applies(BitSet[] way) {
    return asksWhetherItApplies && !way[0].get(APPLICABLE) ? Optional.empty() : Optional.of(way);
  }

  private void tell(
      Bundle bundle, BitSet cells, int variable, Outlook outlook, List<Prospect> told) {
    cells.stream()
        .forEach(
            cell -> told.add(new Prospect(region(bundle, cell), outlook.gradesAt(variable, cell))));
  }

  private Region region(Bundle bundle, int cell) {
    if (!bundle.threefold() || cell == 0) {
      return new Region.SetHas(known.key(), bundle.mask(), cell > 0);
    }
    List<String> names = known.fact().type().optionNames();
    List<String> operands =
        IntStream.range(0, names.size())
            .filter(place -> (bundle.mask() >> place & 1) == 1)
            .mapToObj(names::get)
            .toList();
    Quantity set = new Quantity.Plain(known.key());
    Region.Claim all =
        new Region.Claim(set, new Test.HasAll(operands, bundle.mask()), bundle.hasAll(cell));
    Region.Claim any = new Region.Claim(set, new Test.HasAny(operands, bundle.mask()), true);
    return new Region.Claims(bundle.hasAll(cell) ? List.of(all) : List.of(any, all));
  }

  @Override
  public List<Gauge> gauges() {
    List<Gauge> gauges = new ArrayList<>();
    if (asksWhetherItApplies) {
      gauges.add(gauge(Gauge.Kind.SET, 0));
    }
    for (Bundle bundle : bundles) {
      Gauge.Kind kind = bundle.threefold() ? Gauge.Kind.SOME_OR_ALL : Gauge.Kind.SOME;
      gauges.add(gauge(kind, bundle.mask()));
    }
    return gauges;
  }

  private Gauge gauge(Gauge.Kind kind, long mask) {
    return Gauge.ofSet(kind, known.key(), known.fact().baseline(), mask);
  }

  @Override
  public boolean changesFollowFromCells() {
    return true;
  }
}
