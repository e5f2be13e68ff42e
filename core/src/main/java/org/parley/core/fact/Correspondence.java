package org.parley.core.fact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How the types of one list read on another, drawn by somebody who compared the two.
///
/// @param from name of the list that is read
/// @param to name of the list it is read on
/// @param lines one for each type of `from`
public record Correspondence(String from, String to, List<Line> lines) {

  /// How one type reads.
  ///
  /// @param to types of the other list; none where there is no such type
  /// @param why lets the reader judge the line
  public record Line(String type, Relation relation, List<String> to, String why) {}

  /// How two types lie to each other.
  public enum Relation {
    /// Both speak of the same thing.
    EXACT,
    /// Mostly the same thing.
    CLOSE,
    /// The other list's type is the wider one.
    BROADER,
    /// The other list's types are parts of this one.
    NARROWER,
    /// The other list has no such type.
    NONE;

    public static Optional<Relation> parse(String word) {
      for (Relation relation : values()) {
        if (relation.word().equals(word)) {
          return Optional.of(relation);
        }
      }
      return Optional.empty();
    }

    /// The word that files use.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
