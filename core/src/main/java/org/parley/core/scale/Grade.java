package org.parley.core.scale;

/// What a scale can answer: one of its levels, that it does not speak about this incident, or that
/// its source leaves the case open.
public sealed interface Grade {

  /// A severity level.
  ///
  /// @param rank its place on its own scale, 0 the mildest; means nothing on another scale
  /// @param name its key, such as `very-high`
  record Level(int rank, String name) implements Grade {
    public boolean isGraverThan(Level other) {
      return rank > other.rank;
    }
  }

  /// The scale does not speak about this incident.
  record OutOfScope() implements Grade {}

  /// The source leaves this case open, and says or shows so.
  record Unsaid() implements Grade {}

  OutOfScope OUT_OF_SCOPE = new OutOfScope();
  Unsaid UNSAID = new Unsaid();

  /// The word for it in files and results.
  default String word() {
    return switch (this) {
      case Level(_, String name) -> name;
      case OutOfScope() -> "out-of-scope";
      case Unsaid() -> "unsaid";
    };
  }
}
