package org.parley.core.engine;

import java.util.Arrays;
import java.util.List;
import org.parley.core.engine.block.Block;
import org.parley.core.engine.diagram.Diagram;
import org.parley.core.engine.space.Space;
import org.parley.core.fact.Sheet;

/// Reads sheets in the plainest manner: one cell for each variable, or that nothing is known of it.
final class Cells {

  /// Nothing is known of the variable.
  static final int OPEN = -1;

  /// What a sheet comes to in this manner.
  enum Reading {
    /// Every variable has its cell.
    SETTLED,
    /// Some variables are open.
    PARTLY_OPEN,
    /// Something is stated that cannot be said so plainly.
    NOT_PLAIN
  }

  private final Block[] blocks;
  private final int[] first;
  private final int[] blockOf;

  Cells(Space space) {
    List<Block> all = space.blocks();
    this.blocks = all.toArray(Block[]::new);
    this.first = space.firstVariables();
    this.blockOf = new int[variables()];
    for (int block = 0; block < blocks.length; block++) {
      Arrays.fill(blockOf, first[block], first[block + 1], block);
    }
  }

  int variables() {
    return first[blocks.length];
  }

  /// Writes the cell of each variable.
  Reading read(Sheet sheet, int[] cells) {
    Reading reading = Reading.SETTLED;
    for (int block = 0; block < blocks.length; block++) {
      if (!blocks[block].settle(sheet, cells, first[block])) {
        if (!blocks[block].saysNothing(sheet)) {
          return Reading.NOT_PLAIN;
        }
        for (int variable = first[block]; variable < first[block + 1]; variable++) {
          cells[variable] = OPEN;
        }
        reading = Reading.PARTLY_OPEN;
      }
    }
    return reading;
  }

  /// Walks a diagram and asks the sheet only for what lies on the way.
  ///
  /// @return the value at the end, whatever else is not known; or [#OPEN] where something on the
  ///   way is not stated plainly
  int walk(Diagram diagram, Sheet sheet) {
    int[] cells = new int[blockOf.length];
    int at = diagram.root();
    while (at >= 0) {
      int variable = diagram.variable(at);
      int block = blockOf[variable];
      if (!blocks[block].settle(sheet, cells, first[block])) {
        return OPEN;
      }
      at = diagram.child(at, cells[variable]);
    }
    return ~at;
  }
}
