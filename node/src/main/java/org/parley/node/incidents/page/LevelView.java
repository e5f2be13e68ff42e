package org.parley.node.incidents.page;

import java.util.ArrayList;
import java.util.List;
import org.parley.core.scale.Grade;
import org.parley.desk.voice.Paint;
import org.parley.desk.voice.ScaleVoice;

/// A range of levels as dots and words.
///
/// @param words the possible grades, or that there are none
public record LevelView(List<Dot> dots, String words) {

  /// @param step of colour, 0 to 5
  public record Dot(int step, boolean possible) {}

  public LevelView {
    dots = List.copyOf(dots);
  }

  public static LevelView of(ScaleVoice voice, List<Grade> possible) {
    List<Grade.Level> levels = voice.edition().levels().mildestFirst();
    List<Dot> dots = new ArrayList<>();
    for (Grade.Level level : levels) {
      dots.add(new Dot(step(level.rank(), levels.size()), possible.contains(level)));
    }
    return new LevelView(dots, voice.grades(possible, Paint.PLAIN));
  }

  /// A range that only the ranks are known of, as lists keep it.
  public static LevelView of(ScaleVoice voice, int mildest, int gravest) {
    List<Grade> possible = new ArrayList<>();
    for (Grade.Level level : voice.edition().levels().mildestFirst()) {
      if (level.rank() >= mildest && level.rank() <= gravest) {
        possible.add(level);
      }
    }
    return of(voice, possible);
  }

  private static int step(int rank, int count) {
    return count <= 1 ? 0 : Math.round(rank * 5f / (count - 1));
  }
}
