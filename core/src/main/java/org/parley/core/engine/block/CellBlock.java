package org.parley.core.engine.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.core.engine.block.ClaimTree.Weighed;
import org.parley.core.engine.formula.Atom;
import org.parley.core.engine.formula.Formula;
import org.parley.core.engine.pocket.Gauge;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;

/// A block seen through one variable: its cells are the ways in which all tests on it together can
/// turn out.
///
/// A *stand* says for each line of the block at which position it is; several stands that no test
/// of the scale tells apart make one cell.
///
/// @param <R> what is read of the block's facts from a sheet
public abstract class CellBlock<R> implements Block {

  /// The most stands that a block may have; more would mean thousands of coupled thresholds.
  static final int MOST_STANDS = 200_000;

  private final List<FactKey> keys;
  private List<List<int[]>> standsOfCell = List.of();
  private Map<Formula, BitSet> cellsOf = Map.of();
  private List<Atom> atoms = List.of();
  private BitSet unknown = new BitSet();

  public CellBlock(List<FactKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /// What the sheet says of the facts.
  abstract R read(Sheet sheet);

  /// Every stand that some statements could bring about, even statements that break a constraint.
  abstract List<int[]> stands();

  abstract boolean isPossible(int[] stand, R read);

  abstract boolean passes(Atom atom, int[] stand);

  /// Forms the cells, by what the tests on this block can tell apart.
  public final void formCells(List<Formula> tests) {
    Map<BitSet, List<int[]>> byAnswers = new LinkedHashMap<>();
    for (int[] stand : stands()) {
      BitSet answers = new BitSet();
      for (int i = 0; i < tests.size(); i++) {
        answers.set(i, holds(tests.get(i), stand));
      }
      byAnswers.computeIfAbsent(answers, _ -> new ArrayList<>()).add(stand);
    }
    standsOfCell = List.copyOf(byAnswers.values());
    Map<Formula, BitSet> cells = new LinkedHashMap<>();
    List<BitSet> answers = List.copyOf(byAnswers.keySet());
    for (int i = 0; i < tests.size(); i++) {
      BitSet passing = new BitSet();
      for (int cell = 0; cell < answers.size(); cell++) {
        passing.set(cell, answers.get(cell).get(i));
      }
      cells.put(tests.get(i), passing);
    }
    cellsOf = cells;
    Set<Atom> all = new LinkedHashSet<>();
    tests.forEach(test -> Formula.collect(test, all));
    atoms = List.copyOf(all);
    unknown = possible(read(NOTHING_KNOWN));
  }

  private static final Sheet NOTHING_KNOWN = new Sheet(Map.of(), false);

  final boolean holds(Formula test, int[] stand) {
    return switch (test) {
      case Formula.Leaf(Atom atom) -> passes(atom, stand);
      case Formula.Not(Formula part) -> !holds(part, stand);
      case Formula.Constant(boolean holds) -> holds;
      case Formula.Count(List<Formula> parts, int atLeast) -> {
        int holding = 0;
        for (Formula part : parts) {
          holding += holds(part, stand) ? 1 : 0;
        }
        yield holding >= atLeast;
      }
    };
  }

  /// The cells in which a test holds that took part in forming them.
  public final BitSet cellsOf(Formula test) {
    BitSet cells = cellsOf.get(test);
    if (cells == null) {
      throw new IllegalStateException("the cells were formed without " + test);
    }
    return cells;
  }

  final List<int[]> standsOf(int cell) {
    return standsOfCell.get(cell);
  }

  final int cells() {
    return standsOfCell.size();
  }

  /// The cells that are possible.
  final BitSet possible(R read) {
    BitSet possible = new BitSet(cells());
    for (int cell = 0; cell < cells(); cell++) {
      for (int[] stand : standsOfCell.get(cell)) {
        if (isPossible(stand, read)) {
          possible.set(cell);
          break;
        }
      }
    }
    return possible;
  }

  @Override
  public final List<FactKey> keys() {
    return keys;
  }

  @Override
  public final int[] sizes() {
    return new int[] {cells()};
  }

  @Override
  public final List<BitSet[]> ways(Sheet sheet) {
    return List.<BitSet[]>of(new BitSet[] {saysNothing(sheet) ? unknown : possible(read(sheet))});
  }

  /// Whether the sheet says nothing that bears on the block, so that all of it is open. May be
  /// false where that is not told at once.
  boolean saysNothing(Sheet sheet) {
    return false;
  }

  @Override
  public final List<Gauge> gauges() {
    return List.of(gauge());
  }

  /// How the one variable is read; by default not at all.
  Gauge gauge() {
    return Gauge.ofMore(keys.getFirst());
  }

  @Override
  public List<Prospect> answers(Sheet sheet, Outlook outlook) {
    return outlook.matters(0) ? tell(weighed(read(sheet), outlook), outlook) : List.of();
  }

  @Override
  public List<Prospect> changes(Sheet sheet, Outlook outlook) {
    R read = read(sheet);
    BitSet now = possible(read);
    List<Prospect> changes = new ArrayList<>();
    for (FactKey key : keys) {
      if (isKnown(key, sheet)) {
        List<Weighed> stands = new ArrayList<>();
        R released = read(sheet.with(key, RELEASED));
        for (Weighed one : weighed(released, outlook)) {
          boolean isNow = now.get(cellAt(one.stand()));
          stands.add(isNow ? new Weighed(one.stand(), outlook.grades()) : one);
        }
        tell(stands, outlook).stream()
            .filter(prospect -> prospect.grades() != outlook.grades())
            .forEach(changes::add);
      }
    }
    return changes;
  }

  @Override
  public boolean changesFollowFromCells() {
    return false;
  }

  static final Stated RELEASED = new Stated.Unknown("what if");

  @Override
  public final List<FactKey> open(Sheet sheet) {
    return facts().stream()
        .filter(known -> keys.contains(known.key()) && !known.isSettled(sheet))
        .map(Known::key)
        .toList();
  }

  private boolean isKnown(FactKey key, Sheet sheet) {
    return facts().stream().anyMatch(known -> known.key().equals(key) && known.isKnown(sheet));
  }

  /// The facts of the block, perhaps with others that it reads.
  abstract List<Known> facts();

  private List<Weighed> weighed(R read, Outlook outlook) {
    List<Weighed> stands = new ArrayList<>();
    for (int cell = 0; cell < cells(); cell++) {
      List<int[]> ofCell =
          standsOfCell.get(cell).stream().filter(stand -> isPossible(stand, read)).toList();
      if (!ofCell.isEmpty()) {
        long grades = outlook.gradesAt(0, cell);
        ofCell.forEach(stand -> stands.add(new Weighed(stand, grades)));
      }
    }
    return stands;
  }

  /// The regions that lead to different grades, in words as few as may be.
  List<Prospect> tell(List<Weighed> stands, Outlook outlook) {
    return ClaimTree.tell(stands, atoms, this::passes, outlook);
  }

  final int cellAt(int[] stand) {
    for (int cell = 0; cell < cells(); cell++) {
      for (int[] one : standsOfCell.get(cell)) {
        if (Arrays.equals(one, stand)) {
          return cell;
        }
      }
    }
    throw new IllegalArgumentException("no such stand: " + Arrays.toString(stand));
  }

  /// All combinations of positions on lines of the given lengths.
  static List<int[]> combinations(int... lengths) {
    List<int[]> all = new ArrayList<>();
    int[] current = new int[lengths.length];
    while (true) {
      all.add(current.clone());
      int line = lengths.length - 1;
      while (line >= 0 && ++current[line] == lengths[line]) {
        current[line--] = 0;
      }
      if (line < 0) {
        return all;
      }
    }
  }

  @Override
  public String toString() {
    return keys + " " + Arrays.toString(sizes());
  }
}
