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

  /// What one cell further counts, for each variable: in the place of the whole, or of its block.
  private final int[] strides;

  /// By combination; empty where they are too many.
  private final @Nullable Whole[] whole;

  /// How many places each sum has, by block the first of them; none where sums are not used.
  private final int[] rows;

  /// By place and sum; made when first asked for.
  private @Nullable Kept @Nullable [] bySum;

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

  private int[] rows(int sumsInAll) {
    int[] from = new int[blocks.length + 1];
    long all = 0;
    for (int block = 0; block < blocks.length; block++) {
      from[block] = (int) all;
      all += strided(first[block], first[block + 1], strides);
      if (all * sumsInAll > MOST_BY_SUM) {
        return new int[0];
      }
    }
    from[blocks.length] = (int) all;
    return from;
  }

  /// All changes, as [Inquiry#flips()] gives them; null where a gauge does not tell its cell.
  @Nullable List<Flip> flips(Sheet sheet) {
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
    Flip[][] found = new Flip[blocks.length][];
    int count = 0;
    for (int block = 0; block < blocks.length; block++) {
      Kept told = told(block, cells, sum, sheet);
      if (told == null) {
        return null;
      }
      found[block] = told.flips();
      count += told.flips().length;
    }
    Flip[] flips = new Flip[count];
    int at = 0;
    for (Flip[] some : found) {
      for (Flip flip : some) {
        flips[at++] = flip;
      }
    }
    return List.of(flips);
  }

  /// What one block makes.
  private @Nullable Kept told(int block, int[] cells, int sum, Sheet sheet) {
    if (rows.length == 0 || sums == null || sum > sums.largest()) {
      return asked(block, question(block, cells, sum), sheet);
    }
    int row = rows[block];
    for (int variable = first[block]; variable < first[block + 1]; variable++) {
      row += cells[variable] * strides[variable];
    }
    @Nullable Kept[] all = bySum;
    if (all == null) {
      all = new @Nullable Kept[rows[blocks.length] * (sums.largest() + 1)];
      bySum = all;
    }
    int place = row * (sums.largest() + 1) + sum;
    Kept known = all[place];
    if (known == null) {
      known = asked(block, question(block, cells, sum), sheet);
      all[place] = made <= MOST_MADE ? known : null;
    }
    return known;
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

  private @Nullable Kept asked(int block, byte[] question, Sheet sheet) {
    if (!blocks[block].changesFollowFromCells()) {
      return made(block, question, sheet);
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
        return known;
      }
    }
    Kept fresh = made(block, question, sheet);
    if (fresh != null) {
      kept[block][free] = fresh;
      made++;
    }
    return fresh;
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
