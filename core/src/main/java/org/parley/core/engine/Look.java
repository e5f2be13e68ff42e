package org.parley.core.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.parley.core.engine.block.Block;
import org.parley.core.engine.diagram.Diagram;
import org.parley.core.engine.drawing.Drawing;
import org.parley.core.engine.drawing.Verdict;
import org.parley.core.fact.Sheet;

/// A sheet as the variables of a scale see it.
final class Look {

  private final Drawing drawing;
  private final List<List<BitSet[]>> ways = new ArrayList<>();

  Look(Drawing drawing, Sheet sheet) {
    this.drawing = drawing;
    for (Block block : drawing.space().blocks()) {
      ways.add(block.ways(sheet));
    }
  }

  List<List<BitSet[]>> ways() {
    return ways;
  }

  /// The possible grades, as a mask.
  long grades() {
    return through(drawing.grades());
  }

  long through(Diagram part) {
    return part.mask(ways, drawing.space().firstVariables());
  }

  Stream<Verdict> verdicts() {
    return drawing.verdicts().values(ways, drawing.space().firstVariables()).stream()
        .mapToObj(drawing.terms()::get);
  }
}
