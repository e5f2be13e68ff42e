package org.parley.core.scale;

import java.util.List;
import java.util.Optional;

/// The severity levels of a scale, mildest first.
public record Levels(List<Grade.Level> mildestFirst) {

  public static Levels of(List<String> names) {
    Grade.Level[] levels = new Grade.Level[names.size()];
    for (int rank = 0; rank < levels.length; rank++) {
      levels[rank] = new Grade.Level(rank, names.get(rank));
    }
    return new Levels(List.of(levels));
  }

  public int count() {
    return mildestFirst.size();
  }

  public Grade.Level at(int rank) {
    return mildestFirst.get(rank);
  }

  public Grade.Level gravest() {
    return mildestFirst.getLast();
  }

  public Optional<Grade.Level> find(String name) {
    return mildestFirst.stream().filter(level -> level.name().equals(name)).findFirst();
  }

  /// A level, or one of the two answers that are none.
  public Optional<Grade> findGrade(String word) {
    return switch (word) {
      case "out-of-scope" -> Optional.of(Grade.OUT_OF_SCOPE);
      case "unsaid" -> Optional.of(Grade.UNSAID);
      default -> find(word).map(level -> level);
    };
  }

  /// The graver of two grades: out-of-scope gives way to anything, unsaid only to the gravest
  /// level.
  public Grade graver(Grade one, Grade other) {
    return switch (one) {
      case Grade.OutOfScope() -> other;
      case Grade.Unsaid() -> other.equals(gravest()) ? other : one;
      case Grade.Level level ->
          switch (other) {
            case Grade.OutOfScope() -> level;
            case Grade.Unsaid() -> level.equals(gravest()) ? level : other;
            case Grade.Level second -> second.isGraverThan(level) ? second : level;
          };
    };
  }
}
