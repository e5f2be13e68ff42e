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
}
