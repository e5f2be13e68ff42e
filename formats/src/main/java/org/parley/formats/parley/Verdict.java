package org.parley.formats.parley;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.Issues;

/// Turns what a reader made, and the problems it met, into one answer.
public final class Verdict {

  /// The order in which a person goes through the file.
  private static final Comparator<Issue> BY_PLACE =
      Comparator.comparing((Issue issue) -> issue.place().document())
          .thenComparing(issue -> issue.place().line())
          .thenComparing(issue -> issue.place().column());

  private Verdict() {}

  /// Sound where a value was made and no problem is an error; the problems in the order of the
  /// file.
  public static <T> Checked<T> of(Optional<T> value, Issues issues) {
    List<Issue> sorted = issues.list().stream().sorted(BY_PLACE).toList();
    if (issues.hasErrors()) {
      return new Checked.Refused<>(sorted);
    }
    return value
        .<Checked<T>>map(made -> new Checked.Sound<>(made, sorted))
        .orElseThrow(() -> new IllegalStateException("a reader made nothing and did not say why"));
  }
}
