package org.parley.core.engine.space;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.engine.block.Block;
import org.parley.core.engine.block.CellBlock;
import org.parley.core.engine.block.Exchange;
import org.parley.core.engine.block.Facts;
import org.parley.core.engine.block.SetBlock;
import org.parley.core.engine.formula.Atom;
import org.parley.core.engine.formula.Formula;
import org.parley.core.fact.FactKey;

/// All that a scale can tell apart: independent blocks of facts, each seen through variables of a
/// few cells.
///
/// The variables of a block stand together, and blocks stand in the order in which the scale first
/// asks for them.
public final class Space {

  private final List<Block> blocks;
  private final int[] firstVariable;
  private final int[] sizes;
  private final Map<FactKey, Integer> blockOf = new HashMap<>();

  private Space(List<Block> blocks) {
    this.blocks = List.copyOf(blocks);
    this.firstVariable = new int[blocks.size() + 1];
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      for (int size : blocks.get(i).sizes()) {
        all.add(size);
      }
      firstVariable[i + 1] = all.size();
      for (FactKey key : blocks.get(i).keys()) {
        blockOf.put(key, i);
      }
    }
    this.sizes = all.stream().mapToInt(Integer::intValue).toArray();
  }

  /// Forms the space in which all the given conditions can be told from each other.
  ///
  /// @param reasons takes the reasons where that cannot be done exactly; the space is then of no
  ///   use
  public static Space of(
      List<Formula> conditions, Facts facts, Exchange exchange, List<String> reasons) {
    Set<Atom> atoms = new LinkedHashSet<>();
    conditions.forEach(condition -> Formula.collect(condition, atoms));
    Space space = new Space(new BlockBuilder(facts, exchange, atoms, reasons).build());
    if (!reasons.isEmpty()) {
      return space;
    }
    Map<CellBlock<?>, Set<Formula>> local = new LinkedHashMap<>();
    for (Formula condition : conditions) {
      space.gather(condition, local);
    }
    local.forEach((block, tests) -> block.formCells(List.copyOf(tests)));
    return new Space(space.blocks);
  }

  public List<Block> blocks() {
    return blocks;
  }

  /// The number of each block's first variable, and at the end the number of variables.
  public int[] firstVariables() {
    return firstVariable.clone();
  }

  /// The number of the block that a fact belongs to.
  private int blockOf(FactKey key) {
    return Optional.ofNullable(blockOf.get(key)).orElseThrow();
  }

  /// How many cells each variable has.
  public int[] sizes() {
    return sizes.clone();
  }

  /// The condition through the variables. It must be one of those that the space was formed for.
  public Seen see(Formula condition) {
    Optional<CellBlock<?>> home = home(condition);
    if (home.isPresent()) {
      CellBlock<?> block = home.get();
      int variable = firstVariable[blockOf(block.keys().getFirst())];
      return new Seen.In(variable, block.cellsOf(condition));
    }
    return switch (condition) {
      case Formula.Constant(boolean holds) -> new Seen.Constant(holds);
      case Formula.Not(Formula part) -> new Seen.Not(see(part));
      case Formula.Leaf(Atom atom) -> seeSet(atom);
      case Formula.Count count ->
          new Seen.Count(bundled(count).stream().map(this::see).toList(), atLeast(count));
    };
  }

  private void gather(Formula condition, Map<CellBlock<?>, Set<Formula>> local) {
    Optional<CellBlock<?>> home = home(condition);
    if (home.isPresent()) {
      local.computeIfAbsent(home.get(), _ -> new LinkedHashSet<>()).add(condition);
      return;
    }
    switch (condition) {
      case Formula.Constant _, Formula.Leaf _ -> {}
      case Formula.Not(Formula part) -> gather(part, local);
      case Formula.Count count -> bundled(count).forEach(part -> gather(part, local));
    }
  }

  /// The one block of cells that the condition is about, if it is about one alone.
  private Optional<CellBlock<?>> home(Formula condition) {
    Set<Atom> atoms = new LinkedHashSet<>();
    Formula.collect(condition, atoms);
    Set<Integer> about = new LinkedHashSet<>();
    atoms.forEach(atom -> atom.keys().forEach(key -> about.add(blockOf(key))));
    return about.size() == 1 && blocks.get(about.iterator().next()) instanceof CellBlock<?> block
        ? Optional.of(block)
        : Optional.empty();
  }

  /// The parts of an "any" or "all" with those about the same block put together, so that the block
  /// need not tell them apart.
  private List<Formula> bundled(Formula.Count count) {
    boolean all = count.atLeast() == count.parts().size();
    if (!all && count.atLeast() != 1) {
      return count.parts();
    }
    Map<Object, Set<Formula>> byHome = new LinkedHashMap<>();
    for (Formula part : count.parts()) {
      Object home = home(part).<Object>map(block -> block).orElse(part);
      byHome.computeIfAbsent(home, _ -> new LinkedHashSet<>()).add(part);
    }
    return byHome.values().stream()
        .map(List::copyOf)
        .map(parts -> all ? Formula.all(parts) : Formula.any(parts))
        .toList();
  }

  private int atLeast(Formula.Count count) {
    return count.atLeast() == count.parts().size() ? bundled(count).size() : count.atLeast();
  }

  private Seen seeSet(Atom atom) {
    int number = blockOf(atom.keys().getFirst());
    SetBlock block = (SetBlock) blocks.get(number);
    return switch (atom) {
      case Atom.HasAny(_, long mask) -> new Seen.Count(bundles(number, block, mask, false), 1);
      case Atom.HasAll(_, long mask) -> {
        List<Seen> parts = bundles(number, block, mask, true);
        yield new Seen.Count(parts, parts.size());
      }
      case Atom.Applies _ -> new Seen.In(firstVariable[number], cells(SetBlock.APPLICABLE));
      case Atom.Within _, Atom.Among _ ->
          throw new IllegalArgumentException("no test for a set of options: " + atom);
    };
  }

  private List<Seen> bundles(int number, SetBlock block, long mask, boolean all) {
    List<Seen> parts = new ArrayList<>();
    for (int i = 0; i < block.bundles().size(); i++) {
      SetBlock.Bundle bundle = block.bundles().get(i);
      if ((bundle.mask() & mask) != 0) {
        BitSet cells = all ? cells(bundle.threefold() ? 2 : 1) : cells(1, 2);
        cells.clear(bundle.threefold() ? 3 : 2, Integer.MAX_VALUE);
        parts.add(new Seen.In(firstVariable[number] + block.variableOf(i), cells));
      }
    }
    return parts;
  }

  private static BitSet cells(int... which) {
    BitSet cells = new BitSet();
    for (int cell : which) {
      cells.set(cell);
    }
    return cells;
  }
}
