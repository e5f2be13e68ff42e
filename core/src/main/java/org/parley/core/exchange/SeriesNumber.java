package org.parley.core.exchange;

import java.util.Optional;
import org.parley.core.terms.Realm;

/// The number of a statement in the series of the office that sends it: `17`, in an exercise
/// `EX-17`. Each office counts from 1, and each exercise apart.
public record SeriesNumber(boolean exercise, long count) {

  private static final String EXERCISE = "EX-";

  public SeriesNumber {
    if (count < 1 || count > 999_999_999L) {
      throw new IllegalArgumentException("a series counts from 1 to 999999999");
    }
  }

  public static SeriesNumber of(Realm realm, long count) {
    return new SeriesNumber(realm instanceof Realm.Exercise, count);
  }

  public static Optional<SeriesNumber> parse(String text) {
    boolean exercise = text.startsWith(EXERCISE);
    String digits = exercise ? text.substring(EXERCISE.length()) : text;
    return digits.matches("[1-9][0-9]{0,8}")
        ? Optional.of(new SeriesNumber(exercise, Long.parseLong(digits)))
        : Optional.empty();
  }

  /// Whether the number is of the series for this realm.
  public boolean fits(Realm realm) {
    return exercise == realm instanceof Realm.Exercise;
  }

  @Override
  public String toString() {
    return exercise ? EXERCISE + count : Long.toString(count);
  }
}
