package org.parley.core.engine.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.core.terms.Exact;

class SumTableTest {

  private static final int REFUSED = 1_000_000;

  /// A drawn sum: the values of the diagram are the sums themselves, or REFUSED where the first
  /// variable is in its last cell.
  private record Drawn(int[] sizes, int[][] addends, Diagram diagram) {

    static Drawn random(SplittableRandom random, boolean refusing) {
      int[] sizes = new int[2 + random.nextInt(5)];
      int[][] addends = new int[sizes.length][];
      for (int v = 0; v < sizes.length; v++) {
        sizes[v] = 2 + random.nextInt(4);
        addends[v] = new int[sizes[v]];
        for (int cell = 0; cell < sizes[v]; cell++) {
          addends[v][cell] = 3 * random.nextInt(random.nextInt(4) == 0 ? 60 : 12);
        }
      }
      Forest forest = new Forest(sizes);
      int sum = Forest.constant(0);
      for (int v = 0; v < sizes.length; v++) {
        int[] below = new int[sizes[v]];
        for (int cell = 0; cell < sizes[v]; cell++) {
          boolean refuses = refusing && v == 0 && cell == sizes[v] - 1;
          below[cell] = Forest.constant(refuses ? REFUSED : addends[v][cell]);
        }
        sum =
            forest.combine(
                sum,
                forest.node(v, below),
                (one, other) -> one >= REFUSED || other >= REFUSED ? REFUSED : one + other,
                Forest.NONE);
      }
      return new Drawn(sizes, addends, Diagram.of(forest, sum));
    }

    Optional<SumTable> table(int band) {
      return SumTable.ofScores(
          diagram,
          sizes,
          value -> value == REFUSED ? Optional.empty() : Optional.of(Exact.of(value, 7)),
          value -> value == REFUSED ? 63 : Math.min(5, value / band));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void sumsAreFoundAndGiveWhatTheDiagramGives(boolean refusing) {
    for (long seed = 0; seed < 200; seed++) {
      Drawn drawn = Drawn.random(new SplittableRandom(seed), refusing);
      if (drawn.diagram().nodes() == 0) {
        continue;
      }
      SumTable table = drawn.table(40).orElseThrow();

      for (int[] cells : combinations(drawn.sizes())) {
        int value = drawn.diagram().valueAt(cells);
        int expected = value == REFUSED ? SumTable.NONE : Math.min(5, value / 40);
        assertThat(table.valueAt(cells)).as("seed %s", seed).isEqualTo(expected);
        PackedTable packed = table.packed(drawn.sizes());
        byte[] bytes = new byte[packed.bytes()];
        packed.pack(cells, bytes);
        assertThat(packed.valueAt(bytes)).isEqualTo(expected);
      }
    }
  }

  @Test
  void setsOfValuesAreExactWhereTheyAreGiven() {
    int given = 0;
    int asked = 0;
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Drawn drawn = Drawn.random(random, false);
      if (drawn.diagram().nodes() == 0) {
        continue;
      }
      SumTable table = drawn.table(20 + random.nextInt(60)).orElseThrow();
      List<BitSet> open = new ArrayList<>();
      for (int size : drawn.sizes()) {
        BitSet all = new BitSet();
        all.set(0, size);
        open.add(all);
      }
      SumSets<Long> sets = SumSets.of(table, open, Long::valueOf).orElseThrow();
      for (int round = 0; round < 20; round++) {
        int[] cells = new int[drawn.sizes().length];
        for (int v = 0; v < cells.length; v++) {
          cells[v] = random.nextInt(2) == 0 ? -1 : random.nextInt(drawn.sizes()[v]);
        }
        asked++;
        Long quick = sets.valuesAt(v -> cells[v]);
        if (quick != null) {
          given++;
          assertThat(quick).as("seed %s", seed).isEqualTo(byTrying(table, drawn.sizes(), cells));
        }
      }
    }
    assertThat(given).isGreaterThan(asked / 2).isLessThan(asked);
  }

  @Test
  void aProductIsNoSum() {
    Forest forest = new Forest(new int[] {3, 3});
    int one = forest.node(0, new int[] {~1, ~2, ~3});
    int other = forest.node(1, new int[] {~1, ~2, ~3});
    int product = forest.combine(one, other, (left, right) -> left * right, Forest.NONE);
    Diagram diagram = Diagram.of(forest, product);
    int[] sizes = {3, 3};

    assertThat(SumTable.ofScores(diagram, sizes, v -> Optional.of(Exact.of(v)), v -> v)).isEmpty();
    assertThat(SumTable.ofAll(diagram, sizes).orElseThrow().valueAt(new int[] {2, 1})).isEqualTo(6);
  }

  private static long byTrying(SumTable table, int[] sizes, int[] known) {
    long values = 0;
    for (int[] cells : combinations(sizes)) {
      boolean fits = true;
      for (int v = 0; v < cells.length; v++) {
        fits &= known[v] < 0 || known[v] == cells[v];
      }
      if (fits) {
        values |= 1L << table.valueAt(cells);
      }
    }
    return values;
  }

  private static List<int[]> combinations(int[] sizes) {
    List<int[]> all = new ArrayList<>();
    int[] current = new int[sizes.length];
    while (true) {
      all.add(current.clone());
      int v = 0;
      while (v < sizes.length && ++current[v] == sizes[v]) {
        current[v++] = 0;
      }
      if (v == sizes.length) {
        return all;
      }
    }
  }
}
