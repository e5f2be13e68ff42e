package org.parley.bench.hand;

import java.util.List;
import org.parley.bench.sample.Category;
import org.parley.bench.sample.WeightedScale;

/// The exact set of levels of a weighted scale by trying every way to fill in the unknown, as one
/// would write it by hand: the products are looked up, the sum is carried along.
public final class ByEnumeration {

  /// The code of a category that is not known.
  public static final byte UNKNOWN = -1;

  private final int[][] products;
  private final int[] cuts;

  public ByEnumeration(WeightedScale scale) {
    List<Category> categories = scale.categories();
    products = new int[categories.size()][];
    for (int i = 0; i < products.length; i++) {
      int weight = categories.get(i).weight();
      products[i] = categories.get(i).scores().stream().mapToInt(score -> weight * score).toArray();
    }
    cuts = scale.sumCuts().stream().mapToInt(Integer::intValue).toArray();
  }

  /// The ranks of all possible levels, as a mask.
  public int levels(byte[] code) {
    return levels(code, 0, 0);
  }

  private int levels(byte[] code, int category, int sum) {
    if (category == code.length) {
      int rank = 0;
      while (rank < cuts.length && sum >= cuts[rank]) {
        rank++;
      }
      return 1 << rank;
    }
    int[] own = products[category];
    if (code[category] != UNKNOWN) {
      return levels(code, category + 1, sum + own[code[category]]);
    }
    int levels = 0;
    for (int product : own) {
      levels |= levels(code, category + 1, sum + product);
    }
    return levels;
  }
}
