package org.parley.core.exchange.clarify;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import org.parley.core.exchange.Ties;

/// What one office answered to a request.
///
/// @param words to each point, by its number
public record Reply(Spoken spoken, Ties.Extent extent, SortedMap<Integer, Word> words) {

  static Reply of(Spoken spoken, Ties.Extent extent) {
    return new Reply(spoken, extent, Point.words(spoken));
  }

  /// What is said to a point, with its translations.
  public Optional<Part> part(Point point) {
    return Optional.ofNullable(Point.parts(spoken).get(point.number()));
  }

  public Optional<Word> word(Point point) {
    return Optional.ofNullable(words.get(point.number()));
  }

  /// By when its office says more.
  public Optional<Instant> nextNews() {
    return spoken.moment("next-news");
  }

  /// What its office says to a proposed time.
  public Clock to(Instant proposed) {
    return nextNews()
        .map(by -> by.equals(proposed) ? Clock.ACCEPTED : Clock.ANOTHER)
        .orElse(Clock.LEFT);
  }

  /// What became of a proposed time, which binds nobody.
  public enum Clock {
    ACCEPTED,
    /// Another time was proposed.
    ANOTHER,
    /// Nothing was said to it.
    LEFT
  }
}
