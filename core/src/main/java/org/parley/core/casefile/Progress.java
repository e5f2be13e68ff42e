package org.parley.core.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.casefile.deed.Author;
import org.parley.core.casefile.deed.FinalReport;
import org.parley.core.casefile.deed.Triage;

/// How far a case has come, and how it came there.
///
/// @param outcome of triage, once judged
/// @param finalReport of the last closure with one
public record Progress(
    Stage stage, List<Move> moves, Optional<Triage> outcome, Optional<FinalReport> finalReport) {

  /// A step from stage to stage.
  public record Move(Stage to, Optional<String> words, Author by, Instant at) {}

  public Progress {
    moves = List.copyOf(moves);
  }

  static Progress begun(Author by, Instant at) {
    return new Progress(
        Stage.REPORTED,
        List.of(new Move(Stage.REPORTED, Optional.empty(), by, at)),
        Optional.empty(),
        Optional.empty());
  }

  Progress to(Move move) {
    List<Move> more = new ArrayList<>(moves);
    more.add(move);
    return new Progress(move.to(), more, outcome, finalReport);
  }

  Progress judged(Triage triage) {
    return new Progress(stage, moves, Optional.of(triage), finalReport);
  }

  Progress reported(FinalReport report) {
    return new Progress(stage, moves, outcome, Optional.of(report));
  }

  /// Whether it was judged to be an incident of its own.
  public boolean isIncident() {
    return outcome.filter(Triage.New.class::isInstance).isPresent();
  }
}
