package org.parley.core.plain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.parley.core.scale.Grade;

/// Order of grades.
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
}
