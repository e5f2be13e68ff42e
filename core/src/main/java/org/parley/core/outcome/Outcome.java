package org.parley.core.outcome;

import java.util.List;
import java.util.Optional;
import org.parley.core.scale.Grade;
import org.parley.core.terms.Citation;
import org.parley.core.terms.Exact;

/// Which grades are possible on what is known: exactly those that some way to fill in the unknown
/// gives.
public sealed interface Outcome {

  /// Every grade that is possible: levels mildest first, then out-of-scope, then unsaid.
  List<Grade> possible();

  /// Whatever the unknown facts are, it is this level.
  ///
  /// @param score the exact score, where the scale has one and it too is settled
  record Settled(Grade.Level level, Optional<Exact> score) implements Outcome {
    @Override
    public List<Grade> possible() {
      return List.of(level);
    }
  }

  /// Several grades are possible.
  ///
  /// @param possible at least two
  /// @param questions what is not known and could still move it, the most telling first
  record Bounded(List<Grade> possible, List<OpenQuestion> questions) implements Outcome {

    /// The mildest level that is possible; empty where only out-of-scope and unsaid are.
    public Optional<Grade.Level> mildest() {
      return levels().stream().findFirst();
    }

    /// The gravest level that is possible.
    public Optional<Grade.Level> gravest() {
      return levels().stream().reduce((first, second) -> second);
    }

    private List<Grade.Level> levels() {
      return possible.stream()
          .filter(Grade.Level.class::isInstance)
          .map(Grade.Level.class::cast)
          .toList();
    }
  }

  /// The scale does not speak about this incident.
  record OutOfScope(Optional<Citation> cite) implements Outcome {
    @Override
    public List<Grade> possible() {
      return List.of(Grade.OUT_OF_SCOPE);
    }
  }

  /// The source leaves this case open.
  record Unsaid(Optional<Citation> cite) implements Outcome {
    @Override
    public List<Grade> possible() {
      return List.of(Grade.UNSAID);
    }
  }

  /// The scale cannot be applied: a score asks for a fact that was stated as not applicable.
  ///
  /// @param criteria names of the criteria concerned
  record Refused(List<String> criteria) implements Outcome {
    @Override
    public List<Grade> possible() {
      return List.of();
    }
  }
}
