package org.parley.core.engine;

import org.jspecify.annotations.Nullable;
import org.parley.core.engine.pocket.Gauge;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;

/// All questions below a node of a [Walk], looked up at once.
///
/// @param strides what one cell further means in `values`, for each gauge
/// @param thresholds the same questions where each is whether a number reaches one threshold; else
///   null
record Leap(Gauge[] gauges, int[] strides, int[] values, @Nullable Thresholds thresholds) {

  static Leap of(Gauge[] gauges, int[] strides, int[] values) {
    return new Leap(gauges, strides, values, Thresholds.of(gauges, strides));
  }

  /// The value, or [Walk#UNTOLD] where one of the gauges does not tell its cell.
  int value(Sheet sheet) {
    int place = thresholds == null ? Walk.UNTOLD : thresholds.place(sheet);
    return place == Walk.UNTOLD ? gauged(sheet) : values[place];
  }

  private int gauged(Sheet sheet) {
    int place = 0;
    int told = 0;
    for (int i = 0; i < gauges.length; i++) {
      int cell = gauges[i].cell(sheet);
      told |= cell;
      place += cell * strides[i];
    }
    return told < 0 ? Walk.UNTOLD : values[place];
  }

  /// Questions of one kind need not be told apart one by one.
  ///
  /// @param from where each threshold is reached, in quanta of its fact
  /// @param below what it adds to the place where it is not reached
  /// @param reached what it adds where it is
  private record Thresholds(FactKey[] keys, long[] from, int[] below, int[] reached) {

    static @Nullable Thresholds of(Gauge[] gauges, int[] strides) {
      int count = gauges.length;
      FactKey[] keys = new FactKey[count];
      long[] from = new long[count];
      int[] below = new int[count];
      int[] reached = new int[count];
      for (int i = 0; i < count; i++) {
        Gauge gauge = gauges[i];
        boolean simple = gauge.kind() == Gauge.Kind.NUMBER && gauge.cuts().length == 1;
        if (!simple || Math.min(gauge.cells()[0], gauge.cells()[1]) < 0) {
          return null;
        }
        keys[i] = gauge.key();
        from[i] = gauge.cuts()[0];
        below[i] = gauge.cells()[0] * strides[i];
        reached[i] = gauge.cells()[1] * strides[i];
      }
      return new Thresholds(keys, from, below, reached);
    }

    int place(Sheet sheet) {
      int place = 0;
      long told = 0;
      for (int i = 0; i < keys.length; i++) {
        long units = sheet.number(keys[i]);
        told |= units;
        place += units >= from[i] ? reached[i] : below[i];
      }
      return told < 0 ? Walk.UNTOLD : place;
    }
  }
}
