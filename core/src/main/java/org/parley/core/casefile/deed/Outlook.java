package org.parley.core.casefile.deed;

import java.util.Locale;
import java.util.Optional;

/// How somebody expects the incident to go on.
///
/// @param words what is expected, and on what ground
public record Outlook(Course course, String words) {

  public enum Course {
    BETTER,
    SAME,
    WORSE,
    NOT_KNOWN;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Course> parse(String word) {
      for (Course course : values()) {
        if (course.word().equals(word)) {
          return Optional.of(course);
        }
      }
      return Optional.empty();
    }
  }
}
