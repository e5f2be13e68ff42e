package org.parley.core.engine.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Levels;

/// Small numbers for what a scale can answer: the ranks of its levels, then out-of-scope, unsaid
/// and refused. Sets of them are masks.
public record GradeCodes(Levels levels) {

  private int outOfScope() {
    return levels.count();
  }

  private int unsaid() {
    return levels.count() + 1;
  }

  private int refused() {
    return levels.count() + 2;
  }

  /// The number of a verdict.
  public int of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Refused _ -> refused();
      case Verdict.Graded(Grade grade, _, _) -> of(grade);
    };
  }

  /// The number of a grade.
  public int of(Grade grade) {
    return switch (grade) {
      case Grade.Level(int rank, _) -> rank;
      case Grade.OutOfScope _ -> outOfScope();
      case Grade.Unsaid _ -> unsaid();
    };
  }

  /// What a number stands for; empty for a refusal.
  public Optional<Grade> grade(int number) {
    if (number < levels.count()) {
      return Optional.of(levels.at(number));
    }
    return number == outOfScope()
        ? Optional.of(Grade.OUT_OF_SCOPE)
        : number == unsaid() ? Optional.of(Grade.UNSAID) : Optional.empty();
  }

  /// The grades of a mask: levels mildest first, then out-of-scope, then unsaid.
  public List<Grade> grades(long mask) {
    List<Grade> grades = new ArrayList<>();
    for (Grade.Level level : levels.mildestFirst()) {
      if ((mask >> level.rank() & 1) == 1) {
        grades.add(level);
      }
    }
    if ((mask >> outOfScope() & 1) == 1) {
      grades.add(Grade.OUT_OF_SCOPE);
    }
    if ((mask >> unsaid() & 1) == 1) {
      grades.add(Grade.UNSAID);
    }
    return List.copyOf(grades);
  }

  /// The mask without refusals.
  public long answered(long mask) {
    return mask & ~(1L << refused());
  }
}
