package org.parley.core.engine.block;

import java.util.BitSet;
import java.util.List;
import org.parley.core.engine.pocket.Gauge;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;

/// Facts that depend on each other and on no others, seen through one or several variables.
///
/// A variable has a few cells; within one cell no test of the scale tells any two values apart.
public interface Block {

  /// The facts that the scale asks for.
  List<FactKey> keys();

  /// How many cells each variable of the block has.
  int[] sizes();

  /// The ways in which the variables could stand by what the sheet says: in each, every variable
  /// may be in any of its cells, whatever the others are. All ways together are exactly what is
  /// possible.
  List<BitSet[]> ways(Sheet sheet);

  /// For each variable how it is read from a sheet that states facts exactly. What a gauge tells is
  /// what [#ways(Sheet)] tells.
  List<Gauge> gauges();

  /// What answers to the open questions of the block would leave possible; none where nothing about
  /// the block is open that matters.
  List<Prospect> answers(Sheet sheet, Outlook outlook);

  /// The facts of the block that the sheet does not settle.
  List<FactKey> open(Sheet sheet);

  /// The changes to one known fact alone that would change the possible grades.
  List<Prospect> changes(Sheet sheet, Outlook outlook);

  /// Whether the changes follow from the cells of the block and the grades that they would give,
  /// whatever else the sheet says; only asked where all gauges of the block tell.
  boolean changesFollowFromCells();
}
