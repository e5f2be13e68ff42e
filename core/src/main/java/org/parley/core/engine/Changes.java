package org.parley.core.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.core.engine.block.Block;
import org.parley.core.engine.block.Outlook;
import org.parley.core.engine.block.Prospect;
import org.parley.core.engine.diagram.SumTable;
import org.parley.core.engine.drawing.Drawing;
import org.parley.core.engine.drawing.GradeCodes;
import org.parley.core.engine.formula.Atom;
import org.parley.core.engine.pocket.Gauge;
import org.parley.core.fact.Sheet;
import org.parley.core.outcome.Flip;
import org.parley.core.outcome.Region;

/// Single-fact changes in the quick way, for sheets of which all gauges tell: the grade is looked
/// up again for every other cell of every variable, and what a block makes of the same grades is
/// kept.
///
/// Whole answers of a scale of few combinations have a place for each. In a scale of sums what a
/// block makes has one for its own cells and each sum, as both say what grade any other cell would
/// give.
///
/// What is kept can be forgotten at any time and is the same whoever makes it, so that threads may
/// overwrite each other.
final class Changes {

  /// As many answers are kept for each block as this many bits count.
  private static final int KEPT_BITS = 10;

  /// An answer lies in one of so many places. A weighted scale puts some 400 questions to a block
  /// in turn; with one place for each, every third would push another out, and making an answer
  /// takes a hundred times as long as finding it.
  private static final int PLACES = 4;

  /// A scale of more combinations has no place for each.
  private static final int MOST_COMBINATIONS = 1 << 12;

  /// The most places by sum, and the most answers that lie in them.
  private static final int MOST_BY_SUM = 1 << 18;

  private static final int MOST_MADE = 1 << 13;

  private final Drawing drawing;
  private final GradeCodes codes;
  private final Gauge[] gauges;
  private final @Nullable SumTable sums;
  private final Block[] blocks;
  private final int[] first;
  private final int[] sizes;
  private final @Nullable Kept[][] kept;

  /// For each variable what one cell further counts, in `whole` or in `bySum`.
  private final int[] strides;

  /// By combination; empty where they are too many.
  private final @Nullable Whole[] whole;

  /// For each block its first place in `bySum`, and the end; none where sums are not used.
  private final int[] rows;

  private final int[] blockOf;

  /// By place and sum; made when first asked for.
  private Flip @Nullable [] @Nullable [] bySum;

  private int made;

  /// What a block made of its cells and of the grades that each of them gives.
  private record Kept(byte[] question, Flip[] flips) {}

  /// What all blocks made.
  private record Whole(List<Flip> flips) {}

  Changes(Drawing drawing, GradeCodes codes, Gauge[] gauges, @Nullable SumTable sums) {
    this.drawing = drawing;
    this.codes = codes;
    this.gauges = gauges;
    this.sums = sums;
    this.blocks = drawing.space().blocks().toArray(Block[]::new);
    this.first = drawing.space().firstVariables();
    this.sizes = drawing.space().sizes();
    this.kept = new @Nullable Kept[blocks.length][1 << KEPT_BITS];
    boolean follows = Arrays.stream(blocks).allMatch(Block::changesFollowFromCells);
    long combinations = strided(0, sizes.length, new int[sizes.length]);
    boolean few = follows && combinations <= MOST_COMBINATIONS;
    this.strides = new int[sizes.length];
    this.blockOf = new int[sizes.length];
    this.whole = new @Nullable Whole[few ? (int) strided(0, sizes.length, strides) : 0];
    this.rows = few || !follows || sums == null ? new int[0] : rows(sums.largest() + 1);
  }

  /// Lays out places for the combinations of neighbouring variables.
  ///
  /// @return how many there are, or some number above all limits
  private long strided(int from, int to, int[] into) {
    long places = 1;
    for (int variable = from; variable < to; variable++) {
      into[variable] = (int) places;
      places = Math.min(places * sizes[variable], Integer.MAX_VALUE);
    }
    return places;
  }

  /// The first place of each block, and at the end how many places there are.
  private int[] rows(int sumsInAll) {
    int[] from = new int[blocks.length + 1];
    long all = 0;
    for (int block = 0; block < blocks.length; block++) {
      from[block] = (int) all;
      all += strided(first[block], first[block + 1], strides) * sumsInAll;
      if (all > MOST_BY_SUM) {
        return new int[0];
      }
      for (int variable = first[block]; variable < first[block + 1]; variable++) {
        strides[variable] *= sumsInAll;
        blockOf[variable] = block;
      }
    }
    from[blocks.length] = (int) all;
    return from;
  }

  /// All changes, as [Inquiry#flips()] gives them; null where a gauge does not tell its cell.
  @Nullable List<Flip> flips(Sheet sheet) {
    List<Flip> found = rows.length == 0 || sums == null ? null : found(sheet, sums);
    return found == null ? told(sheet) : found;
  }

  /// What lies ready for each block; null where something does not.
  private @Nullable List<Flip> found(Sheet sheet, SumTable table) {
    int[] place = rows.clone();
    int sum = 0;
    for (int variable = 0; variable < blockOf.length; variable++) {
      int cell = gauges[variable].cell(sheet);
      if (cell < 0) {
        return null;
      }
      place[blockOf[variable]] += cell * strides[variable];
      sum += table.addend(variable, cell);
    }
    Flip @Nullable [] @Nullable [] all = bySum;
    if (all == null || sum > table.largest()) {
      return null;
    }
    int count = 0;
    for (int block = 0; block < place.length - 1; block++) {
      Flip[] some = all[place[block] + sum];
      if (some == null) {
        return null;
      }
      count += some.length;
    }
    Flip[] flips = new Flip[count];
    for (int block = 0, at = 0; at < count; block++) {
      Flip[] some = all[place[block] + sum];
      for (int i = 0; some != null && i < some.length; i++) {
        flips[at++] = some[i];
      }
    }
    return List.of(flips);
  }

  private @Nullable List<Flip> told(Sheet sheet) {
    int[] cells = new int[gauges.length];
    int sum = 0;
    int place = 0;
    for (int variable = 0; variable < cells.length; variable++) {
      int cell = gauges[variable].cell(sheet);
      if (cell < 0) {
        return null;
      }
      cells[variable] = cell;
      place += cell * strides[variable];
      sum += sums == null ? 0 : sums.addend(variable, cell);
    }
    if (whole.length == 0) {
      return told(cells, sum, sheet);
    }
    Whole known = whole[place];
    if (known == null) {
      List<Flip> flips = told(cells, sum, sheet);
      if (flips == null) {
        return null;
      }
      known = new Whole(flips);
      whole[place] = known;
    }
    return known.flips();
  }

  private @Nullable List<Flip> told(int[] cells, int sum, Sheet sheet) {
    List<Flip> flips = new ArrayList<>();
    for (int block = 0; block < blocks.length; block++) {
      Flip[] some = asked(block, question(block, cells, sum), sheet);
      if (some == null) {
        return null;
      }
      flips.addAll(Arrays.asList(some));
      keep(block, cells, sum, some);
    }
    return List.copyOf(flips);
  }

  /// Lays out what a block made, as long as there is room.
  private void keep(int block, int[] cells, int sum, Flip[] flips) {
    if (rows.length == 0 || sums == null || sum > sums.largest() || made > MOST_MADE) {
      return;
    }
    Flip @Nullable [] @Nullable [] all = bySum;
    if (all == null) {
      all = new Flip @Nullable [rows[blocks.length]][];
      bySum = all;
    }
    int place = rows[block] + sum;
    for (int variable = first[block]; variable < first[block + 1]; variable++) {
      place += cells[variable] * strides[variable];
    }
    all[place] = flips;
  }

  /// For each variable of a block its cell, and the number of the grade that each cell would give,
  /// or [SumTable#NONE] where the sums do not know it, as where the rule refuses.
  private byte[] question(int block, int[] cells, int sum) {
    int length = 0;
    for (int variable = first[block]; variable < first[block + 1]; variable++) {
      length += 1 + sizes[variable];
    }
    byte[] question = new byte[length];
    int at = 0;
    for (int variable = first[block]; variable < first[block + 1]; variable++) {
      int now = cells[variable];
      question[at++] = (byte) now;
      for (int cell = 0; cell < sizes[variable]; cell++) {
        question[at++] = (byte) number(variable, cell, cells, sum);
      }
    }
    return question;
  }

  private int number(int variable, int cell, int[] cells, int sum) {
    int now = cells[variable];
    if (sums != null) {
      return sums.valueOf(sum - sums.addend(variable, now) + sums.addend(variable, cell));
    }
    cells[variable] = cell;
    int number = drawing.grades().valueAt(cells);
    cells[variable] = now;
    return number;
  }

  private Flip @Nullable [] asked(int block, byte[] question, Sheet sheet) {
    if (!blocks[block].changesFollowFromCells()) {
      Kept fresh = made(block, question, sheet);
      return fresh == null ? null : fresh.flips();
    }
    int place = Arrays.hashCode(question) * 0x9E37_79B9 >>> Integer.SIZE - KEPT_BITS;
    int free = place;
    for (int other = 0; other < PLACES; other++) {
      Kept known = kept[block][place ^ other];
      if (known == null) {
        free = place ^ other;
        break;
      }
      if (Arrays.equals(known.question(), question)) {
        return known.flips();
      }
    }
    Kept fresh = made(block, question, sheet);
    if (fresh == null) {
      return null;
    }
    kept[block][free] = fresh;
    made++;
    return fresh.flips();
  }

  /// Null where a grade matters that the sums do not know.
  private @Nullable Kept made(int block, byte[] question, Sheet sheet) {
    List<Flip> flips = new ArrayList<>();
    Answered answered = new Answered(block, question);
    for (Prospect change : blocks[block].changes(sheet, answered)) {
      flips.add(new Flip(change.region(), codes.grades(change.grades())));
    }
    return answered.untold ? null : new Kept(question, flips.toArray(Flip[]::new));
  }

  /// What is known beyond a block, from the grades that its cells give.
  private final class Answered implements Outlook {

    private final int block;
    private final byte[] question;
    private boolean untold;

    Answered(int block, byte[] question) {
      this.block = block;
      this.question = question;
    }

    @Override
    public long grades() {
      return gradesAt(0, question[0]);
    }

    @Override
    public long gradesAt(int variable, int cell) {
      int at = 0;
      for (int before = 0; before < variable; before++) {
        at += 1 + sizes[first[block] + before];
      }
      int number = question[at + 1 + cell];
      untold |= number == SumTable.NONE;
      return number == SumTable.NONE ? 0 : codes.answered(1L << number);
    }

    /// Nothing is open.
    @Override
    public boolean matters(int variable) {
      return false;
    }

    @Override
    public Region.Claim claim(Atom atom, boolean passes) {
      return drawing.claim(atom, passes);
    }
  }
}
