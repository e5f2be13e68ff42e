package org.parley.bench.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Generated incidents for a weighted scale in which some categories, chosen at random, are not
/// known.
///
/// @param codes the place of the option, or -1
/// @param facts the same by name, without those not known
public record PartlyKnown(List<byte[]> codes, List<Map<String, Object>> facts) {

  public static PartlyKnown of(WeightedScale scale, int unknown, long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Category> categories = scale.categories();
    List<byte[]> codes = new ArrayList<>();
    List<Map<String, Object>> facts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] code = new byte[categories.size()];
      for (int c = 0; c < code.length; c++) {
        code[c] = (byte) random.nextInt(categories.get(c).options().size());
      }
      for (int left = unknown; left > 0; ) {
        int c = random.nextInt(code.length);
        if (code[c] >= 0) {
          code[c] = -1;
          left--;
        }
      }
      Map<String, Object> known = new HashMap<>();
      for (int c = 0; c < code.length; c++) {
        if (code[c] >= 0) {
          Category category = categories.get(c);
          known.put(category.name(), category.options().get(code[c]));
        }
      }
      codes.add(code);
      facts.add(known);
    }
    return new PartlyKnown(List.copyOf(codes), List.copyOf(facts));
  }
}
