package org.parley.core.engine.diagram;

import java.util.Arrays;

/// A table of sums for cells that are packed: one byte holds the cells of as many neighbouring
/// variables as it can tell apart. Immutable.
public final class PackedTable {

  private static final int BYTE = 256;

  private final int[] byteOf;
  private final int[] stride;
  private final int bytes;

  /// One stretch of 256 for each byte: what its cells add together.
  private final int[] addends;

  private final byte[] values;

  PackedTable(SumTable table, int[] sizes) {
    this.byteOf = new int[sizes.length];
    this.stride = new int[sizes.length];
    int used = 1;
    int at = 0;
    for (int variable = 0; variable < sizes.length; variable++) {
      if (used * sizes[variable] > BYTE) {
        at++;
        used = 1;
      }
      byteOf[variable] = at;
      stride[variable] = used;
      used *= sizes[variable];
    }
    this.bytes = at + 1;
    this.addends = new int[bytes * BYTE];
    for (int variable = 0; variable < sizes.length; variable++) {
      for (int one = 0; one < BYTE; one++) {
        int cell = one / stride[variable] % sizes[variable];
        addends[byteOf[variable] * BYTE + one] += table.addend(variable, cell);
      }
    }
    byte[] all = new byte[table.largest() + 1];
    for (int sum = 0; sum < all.length; sum++) {
      all[sum] = (byte) table.valueOf(sum);
    }
    this.values = bytes == 1 ? direct(all) : all;
  }

  /// Whether the cells of a variable can be packed at all.
  public static boolean takes(int[] sizes) {
    return Arrays.stream(sizes).allMatch(size -> size <= BYTE);
  }

  /// With one byte there is nothing to add.
  private byte[] direct(byte[] all) {
    byte[] direct = new byte[BYTE];
    for (int one = 0; one < BYTE; one++) {
      direct[one] = addends[one] < all.length ? all[addends[one]] : (byte) SumTable.NONE;
    }
    return direct;
  }

  /// How many bytes the cells take.
  public int bytes() {
    return bytes;
  }

  /// Packs one cell of each variable.
  public void pack(int[] cells, byte[] into) {
    Arrays.fill(into, 0, bytes, (byte) 0);
    for (int variable = 0; variable < cells.length; variable++) {
      into[byteOf[variable]] += (byte) (cells[variable] * stride[variable]);
    }
  }

  /// The value for packed cells, or [SumTable#NONE].
  public int valueAt(byte[] packed) {
    if (bytes == 1) {
      return values[packed[0] & 0xFF];
    }
    int sum = 0;
    for (int at = 0; at < bytes; at++) {
      sum += addends[(at << 8) + (packed[at] & 0xFF)];
    }
    return sum < values.length ? values[sum] : SumTable.NONE;
  }
}
