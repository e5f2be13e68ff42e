package org.parley.desk.voice;

/// Applies the plural rules of a language to whole numbers.
///
/// A rule is a line of data in the form of the Unicode CLDR: relations such as `i % 10 = 2..4`,
/// joined by `and`, those by `or`. `i` and `n` are the number, `v` (digits after the point) is
/// always 0 here.
final class Plural {

  private Plural() {}

  /// Whether a rule covers a number; `always` covers all, `never` none.
  static boolean covers(String rule, long number) {
    for (String alternative : rule.split(" or ")) {
      boolean all = true;
      for (String relation : alternative.split(" and ")) {
        all &= holds(relation.strip(), number);
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(String relation, long number) {
    if (relation.equals("always") || relation.equals("never")) {
      return relation.equals("always");
    }
    boolean negated = relation.contains("!=");
    String[] sides = relation.split("!?=");
    String[] left = sides[0].strip().split(" % ");
    long value = left[0].strip().equals("v") ? 0 : number;
    if (left.length > 1) {
      value %= Long.parseLong(left[1].strip());
    }
    return negated != isIn(sides[1].strip(), value);
  }

  private static boolean isIn(String ranges, long value) {
    for (String range : ranges.split(",")) {
      String[] ends = range.split("\\.\\.");
      long low = Long.parseLong(ends[0].strip());
      long high = Long.parseLong(ends[ends.length - 1].strip());
      if (value >= low && value <= high) {
        return true;
      }
    }
    return false;
  }
}
