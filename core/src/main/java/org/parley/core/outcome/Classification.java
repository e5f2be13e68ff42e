package org.parley.core.outcome;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.parley.core.scale.Grade;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.Source;
import org.parley.core.terms.Digest;

/// What one scale edition says of one sheet, with all that is needed to check it again.
///
/// @param edition the edition applied; its digest is its identity
/// @param catalogue the SHA-256 of the fact catalogue used
/// @param outcome the possible grades
/// @param dimensions for a rule of several dimensions, the possible grades of each
/// @param ruling what the issuer's own rule for the unknown gives
/// @param trace the reasons
/// @param unsure the sources that bear on this result and are not official, surest first
public record Classification(
    ScaleEdition edition,
    Digest catalogue,
    Outcome outcome,
    SequencedMap<String, List<Grade>> dimensions,
    IssuerRuling ruling,
    Trace trace,
    List<Source> unsure) {

  public Optional<Grade.Level> settledLevel() {
    return outcome instanceof Outcome.Settled(Grade.Level level, _)
        ? Optional.of(level)
        : Optional.empty();
  }
}
