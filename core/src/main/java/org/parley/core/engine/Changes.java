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
/// What is kept can be forgotten at any time and is the same whoever makes it, so that threads may
/// overwrite each other.
final class Changes {

  /// As many answers are kept for each block as this many bits count.
  private static final int KEPT_BITS = 10;

  /// An answer lies in one of so many places. A weighted scale puts some 400 questions to a block
  /// in turn; with one place for each, every third would push another out, and making an answer
  /// takes a hundred times as long as finding it.
  private static final int PLACES = 4;

  private final Drawing drawing;
  private final GradeCodes codes;
  private final Gauge[] gauges;
  private final @Nullable SumTable sums;
  private final Block[] blocks;
  private final int[] first;
  private final int[] sizes;
  private final @Nullable Kept[][] kept;

  /// What a block made of its cells and of the grades that each of them gives.
  private record Kept(byte[] question, List<Flip> flips) {}

  Changes(Drawing drawing, GradeCodes codes, Gauge[] gauges, @Nullable SumTable sums) {
    this.drawing = drawing;
    this.codes = codes;
    this.gauges = gauges;
    this.sums = sums;
    this.blocks = drawing.space().blocks().toArray(Block[]::new);
    this.first = drawing.space().firstVariables();
    this.sizes = drawing.space().sizes();
    this.kept = new @Nullable Kept[blocks.length][1 << KEPT_BITS];
  }

  /// All changes, as [Inquiry#flips()] gives them; null where a gauge does not tell its cell.
  @Nullable List<Flip> flips(Sheet sheet) {
    int[] cells = new int[gauges.length];
    int sum = 0;
    for (int variable = 0; variable < cells.length; variable++) {
      cells[variable] = gauges[variable].cell(sheet);
      if (cells[variable] < 0) {
        return null;
      }
      sum += sums == null ? 0 : sums.addend(variable, cells[variable]);
    }
    List<Flip> flips = new ArrayList<>();
    for (int block = 0; block < blocks.length; block++) {
      List<Flip> ofBlock = flips(block, question(block, cells, sum), sheet);
      if (ofBlock == null) {
        return null;
      }
      flips.addAll(ofBlock);
    }
    return List.copyOf(flips);
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

  private @Nullable List<Flip> flips(int block, byte[] question, Sheet sheet) {
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
        return known.flips();
      }
    }
    List<Flip> flips = made(block, question, sheet);
    if (flips != null) {
      kept[block][free] = new Kept(question, flips);
    }
    return flips;
  }

  /// Null where a grade matters that the sums do not know.
  private @Nullable List<Flip> made(int block, byte[] question, Sheet sheet) {
    List<Flip> flips = new ArrayList<>();
    Answered answered = new Answered(block, question);
    for (Prospect change : blocks[block].changes(sheet, answered)) {
      flips.add(new Flip(change.region(), codes.grades(change.grades())));
    }
    return answered.untold ? null : List.copyOf(flips);
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
