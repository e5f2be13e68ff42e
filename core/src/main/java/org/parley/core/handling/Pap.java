package org.parley.core.handling;

import java.util.Optional;

/// What may be done with information, after the Permissible Actions Protocol, mildest first. It
/// keeps one State from burning what another is watching.
public enum Pap {
  /// Anything.
  CLEAR,
  /// Also what the other side can notice, such as blocking.
  GREEN,
  /// Only what goes through third parties and cannot be traced to the information.
  AMBER,
  /// Nothing that can be noticed at all.
  RED;

  /// Reads a level, with or without `PAP:`; `WHITE` is the older name of `CLEAR`.
  public static Optional<Pap> parse(String text) {
    String word = text.startsWith("PAP:") ? text.substring("PAP:".length()) : text;
    if (word.equals("WHITE")) {
      return Optional.of(CLEAR);
    }
    for (Pap level : values()) {
      if (level.name().equals(word)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  public boolean isAtLeast(Pap other) {
    return compareTo(other) >= 0;
  }

  public Pap or(Pap other) {
    return isAtLeast(other) ? this : other;
  }
}
