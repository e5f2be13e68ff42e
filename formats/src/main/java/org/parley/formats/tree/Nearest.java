package org.parley.formats.tree;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds the known word that somebody probably meant.
public final class Nearest {

  private static final int LONGEST = 60;

  private Nearest() {}

  /// The known word that differs least, if it differs in at most a third of its letters.
  public static Optional<String> to(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String best = "";
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      int steps = steps(bare(word), bare(candidate));
      if (steps < least && steps <= Math.max(1, candidate.length() / 3)) {
        least = steps;
        best = candidate;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /// `did you mean "x"?`, else all that is known, as far as that is few.
  public static Optional<String> remedy(String word, Collection<String> known) {
    Optional<String> meant = to(word, known).map("did you mean \"%s\"?"::formatted);
    return meant.or(() ->
        known.isEmpty() || known.size() > 12
            ? Optional.empty()
            : Optional.of("known here: " + String.join(", ", known)));
  }

  private static String bare(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }

  /// How many letters must be put in, left out, changed or swapped with their neighbour.
  private static int steps(String from, String to) {
    int[][] least = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          least[i][j] = i + j;
          continue;
        }
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        least[i][j] =
            Math.min(Math.min(least[i - 1][j], least[i][j - 1]) + 1, least[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + 1);
        }
      }
    }
    return least[from.length()][to.length()];
  }
}
