package org.parley.formats.tree;

/// How much of a document is read before it is refused.
///
/// @param bytes the largest document
/// @param depth how many maps and lists may lie inside each other
/// @param values how many scalars, maps and lists there may be, keys not counted
public record Limits(int bytes, int depth, int values) {

  /// For files that people write: 1 MiB, 40 levels, 100,000 values.
  public static final Limits DOCUMENT = new Limits(1 << 20, 40, 100_000);

  public Limits withBytes(int most) {
    return new Limits(most, depth, values);
  }

  public Limits withValues(int most) {
    return new Limits(bytes, depth, most);
  }
}
