package org.parley.bench.sample;

import java.util.List;

/// A matrix of impact by scope; names and cells are invented.
public final class MatrixScale {

  public static final List<String> IMPACTS =
      List.of("none", "minor", "considerable", "serious", "grave");
  public static final List<String> SCOPES =
      List.of("person", "entity", "sector", "region", "country", "abroad");

  /// The rank of the level for each impact and scope.
  public static final List<List<Integer>> CELLS =
      List.of(
          List.of(0, 0, 0, 1, 1, 2),
          List.of(0, 1, 1, 2, 2, 3),
          List.of(1, 1, 2, 3, 3, 4),
          List.of(1, 2, 3, 3, 4, 5),
          List.of(2, 3, 4, 4, 5, 5));

  private MatrixScale() {}
}
