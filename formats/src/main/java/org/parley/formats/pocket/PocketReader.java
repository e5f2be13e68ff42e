package org.parley.formats.pocket;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Optional;
import org.parley.core.engine.diagram.Diagram;
import org.parley.core.engine.diagram.SumTable;
import org.parley.core.engine.pocket.Gauge;
import org.parley.core.engine.pocket.PocketScale;
import org.parley.core.fact.FactId;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Mode;
import org.parley.core.fact.Value;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Levels;

/// Reads what [PocketWriter] wrote.
///
/// Loops and arrays only: lambdas, streams, switches over patterns and regular expressions cost a
/// young program more than all the reading.
final class PocketReader {

  private static final Gauge.Kind[] KINDS = Gauge.Kind.values();

  private final DataInputStream in;

  private PocketReader(DataInputStream in) {
    this.in = in;
  }

  static PocketScale scale(DataInputStream in) throws IOException {
    return new PocketReader(in).scale();
  }

  private PocketScale scale() throws IOException {
    Grade.Level[] levels = new Grade.Level[in.readByte()];
    for (int rank = 0; rank < levels.length; rank++) {
      levels[rank] = new Grade.Level(rank, in.readUTF());
    }
    Levels named = new Levels(java.util.List.of(levels));
    Gauge[] gauges = new Gauge[in.readInt()];
    for (int variable = 0; variable < gauges.length; variable++) {
      gauges[variable] = gauge();
    }
    return in.readByte() == PocketWriter.BY_SUM
        ? PocketScale.bySum(named, gauges, sums(gauges.length))
        : PocketScale.byWalk(named, gauges, diagram());
  }

  private Gauge gauge() throws IOException {
    Gauge.Kind kind = KINDS[in.readByte()];
    FactKey key = FactKey.of(FactId.known(in.readUTF())).in(in.readUTF());
    FactKey ofMode = in.readByte() == 0 ? key : key.as(Mode.POTENTIAL);
    Optional<Value> baseline = baseline();
    int[] cells = numbers();
    long[] cuts = new long[in.readInt()];
    for (int i = 0; i < cuts.length; i++) {
      cuts[i] = in.readLong();
    }
    return new Gauge(kind, ofMode, baseline, cells, cuts, in.readUTF(), in.readLong());
  }

  private Optional<Value> baseline() throws IOException {
    int what = in.readByte();
    if (what == PocketWriter.NO_BASELINE) {
      return Optional.empty();
    }
    long value = in.readLong();
    if (what == PocketWriter.MONEY) {
      return Optional.of(new Value.Money(value, in.readUTF()));
    }
    return Optional.of(
        what == PocketWriter.OPTION
            ? new Value.Option((int) value)
            : what == PocketWriter.NUMBER ? new Value.Number(value) : new Value.Options(value));
  }

  private SumTable sums(int variables) throws IOException {
    int[][] addends = new int[variables][];
    for (int variable = 0; variable < variables; variable++) {
      addends[variable] = numbers();
    }
    byte[] values = new byte[in.readInt()];
    in.readFully(values);
    return new SumTable(addends, values);
  }

  private Diagram diagram() throws IOException {
    int root = in.readInt();
    int[] variables = new int[in.readInt()];
    int[][] children = new int[variables.length][];
    for (int node = 0; node < variables.length; node++) {
      variables[node] = in.readInt();
      children[node] = numbers();
    }
    return Diagram.of(root, variables, children);
  }

  private int[] numbers() throws IOException {
    int[] numbers = new int[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readInt();
    }
    return numbers;
  }
}
