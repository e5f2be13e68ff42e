package org.parley.core.plain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Levels;

/// Order and combination of grades.
final class Grades {

  private Grades() {}

  /// Levels mildest first, then out-of-scope, then unsaid; each once.
  static List<Grade> sorted(Collection<Grade> grades) {
    return grades.stream().distinct().sorted(Comparator.comparingInt(Grades::order)).toList();
  }

  private static int order(Grade grade) {
    return switch (grade) {
      case Grade.Level(int rank, _) -> rank;
      case Grade.OutOfScope() -> Integer.MAX_VALUE - 1;
      case Grade.Unsaid() -> Integer.MAX_VALUE;
    };
  }

  /// Out-of-scope gives way to anything; unsaid gives way only to the gravest level of the scale.
  static Grade graver(Grade one, Grade other, Levels levels) {
    return switch (one) {
      case Grade.OutOfScope() -> other;
      case Grade.Unsaid() -> other.equals(levels.gravest()) ? other : one;
      case Grade.Level(int rank, _) ->
          switch (other) {
            case Grade.OutOfScope() -> one;
            case Grade.Unsaid() -> one.equals(levels.gravest()) ? one : other;
            case Grade.Level(int otherRank, _) -> rank >= otherRank ? one : other;
          };
    };
  }
}
