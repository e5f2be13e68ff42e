package org.parley.core.engine.drawing;

import java.util.Optional;
import org.parley.core.scale.Grade;
import org.parley.core.terms.Citation;
import org.parley.core.terms.Exact;

/// What the rule gives for one way to fill in all facts.
public sealed interface Verdict {

  /// @param score where the rule has one
  /// @param cite why it is out of scope or unsaid
  public record Graded(Grade grade, Optional<Exact> score, Optional<Citation> cite)
      implements Verdict {
    static Graded of(Grade grade, Optional<Citation> cite) {
      return new Graded(
          grade, Optional.empty(), grade instanceof Grade.Level ? Optional.empty() : cite);
    }

    Graded withoutScore() {
      return score.isEmpty() ? this : new Graded(grade, Optional.empty(), cite);
    }
  }

  /// A score asks for a fact that does not apply.
  public record Refused() implements Verdict {}
}
