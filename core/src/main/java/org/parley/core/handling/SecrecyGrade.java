package org.parley.core.handling;

import java.util.Comparator;
import java.util.Optional;
import org.parley.core.terms.Party;

/// A national secrecy grade in its State's own words, with the State: the same words mean different
/// things in different States, so the two are never separated and never translated.
///
/// @param words exactly as the State writes them, 1 to 200 characters
public record SecrecyGrade(Party state, String words) implements Comparable<SecrecyGrade> {

  private static final Comparator<SecrecyGrade> ORDER =
      Comparator.comparing(SecrecyGrade::state).thenComparing(SecrecyGrade::words);

  public SecrecyGrade {
    if (words.isBlank() || words.length() > Marking.LONGEST) {
      throw new IllegalArgumentException("a secrecy grade has 1 to 200 characters");
    }
  }

  /// Reads the State's code, a blank, and the words; empty where the text has another form.
  public static Optional<SecrecyGrade> parse(String text) {
    String[] parts = text.strip().split(" ", 2);
    return parts.length == 2 && !parts[1].isBlank() && parts[1].length() <= Marking.LONGEST
        ? Party.parse(parts[0])
            .filter(Party::isState)
            .map(state -> new SecrecyGrade(state, parts[1].strip()))
        : Optional.empty();
  }

  @Override
  public int compareTo(SecrecyGrade other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return state + " " + words;
  }
}
