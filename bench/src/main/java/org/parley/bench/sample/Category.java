package org.parley.bench.sample;

import java.util.List;

/// A category of a weighted scale.
///
/// @param options mildest first
/// @param scores one per option, 0 to 100
public record Category(String name, int weight, List<String> options, List<Integer> scores) {

  public Category {
    if (options.size() != scores.size()) {
      throw new IllegalArgumentException(name + " needs one score per option");
    }
  }
}
