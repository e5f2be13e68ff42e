package org.parley.formats.pocket;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.parley.core.engine.diagram.Diagram;
import org.parley.core.engine.diagram.SumTable;
import org.parley.core.engine.pocket.Gauge;
import org.parley.core.engine.pocket.PocketScale;
import org.parley.core.fact.Value;
import org.parley.core.scale.Grade;

/// Writes one scale in its pocket form: its levels, how each variable is read, and how the grade
/// follows.
final class PocketWriter {

  static final int NO_BASELINE = 0;
  static final int OPTION = 1;
  static final int NUMBER = 2;
  static final int OPTIONS = 3;
  static final int MONEY = 4;

  static final int BY_SUM = 0;
  static final int BY_WALK = 1;

  private final DataOutputStream out;

  private PocketWriter(DataOutputStream out) {
    this.out = out;
  }

  static byte[] bytes(PocketScale scale) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(all)) {
      new PocketWriter(out).write(scale);
    }
    return all.toByteArray();
  }

  private void write(PocketScale scale) throws IOException {
    out.writeByte(scale.levels().count());
    for (Grade.Level level : scale.levels().mildestFirst()) {
      out.writeUTF(level.name());
    }
    Gauge[] gauges = scale.gauges();
    out.writeInt(gauges.length);
    for (Gauge gauge : gauges) {
      write(gauge);
    }
    Optional<SumTable> sums = scale.sums();
    if (sums.isPresent()) {
      out.writeByte(BY_SUM);
      write(sums.get());
    } else {
      out.writeByte(BY_WALK);
      write(scale.diagram());
    }
  }

  private void write(Gauge gauge) throws IOException {
    out.writeByte(gauge.kind().ordinal());
    out.writeUTF(gauge.key().fact().text());
    out.writeUTF(gauge.key().region());
    out.writeByte(gauge.key().mode().ordinal());
    if (gauge.baseline().isPresent()) {
      write(gauge.baseline().get());
    } else {
      out.writeByte(NO_BASELINE);
    }
    out.writeInt(gauge.cells().length);
    for (int cell : gauge.cells()) {
      out.writeInt(cell);
    }
    out.writeInt(gauge.cuts().length);
    for (long cut : gauge.cuts()) {
      out.writeLong(cut);
    }
    out.writeUTF(gauge.currency());
    out.writeLong(gauge.mask());
  }

  private void write(Value baseline) throws IOException {
    switch (baseline) {
      case Value.Option(int index) -> {
        out.writeByte(OPTION);
        out.writeLong(index);
      }
      case Value.Number(long units) -> {
        out.writeByte(NUMBER);
        out.writeLong(units);
      }
      case Value.Options(long mask) -> {
        out.writeByte(OPTIONS);
        out.writeLong(mask);
      }
      case Value.Money(long units, String currency) -> {
        out.writeByte(MONEY);
        out.writeLong(units);
        out.writeUTF(currency);
      }
      case Value.Share _, Value.Codes _, Value.Key _, Value.Text _ ->
          throw new IllegalArgumentException("no gauge reads " + baseline);
    }
  }

  private void write(SumTable table) throws IOException {
    for (int variable = 0; variable < table.variables(); variable++) {
      int[] addends = table.addends(variable);
      out.writeInt(addends.length);
      for (int addend : addends) {
        out.writeInt(addend);
      }
    }
    out.writeInt(table.largest() + 1);
    for (int sum = 0; sum <= table.largest(); sum++) {
      out.writeByte(table.valueOf(sum));
    }
  }

  private void write(Diagram diagram) throws IOException {
    out.writeInt(diagram.root());
    out.writeInt(diagram.nodes());
    for (int node = 0; node < diagram.nodes(); node++) {
      out.writeInt(diagram.variable(node));
      out.writeInt(diagram.cells(node));
      for (int cell = 0; cell < diagram.cells(node); cell++) {
        out.writeInt(diagram.child(node, cell));
      }
    }
  }
}
