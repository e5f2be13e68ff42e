package org.parley.core.journal;

import java.util.List;

/// What a log's owner shows a witness: how the log stands, that it grew out of what the witness saw
/// of it before, and how other logs stood when the owner last saw them, so that a log that shows
/// two histories to two witnesses is found out when the two talk.
///
/// @param checkpoint signed by the log
/// @param growth from the size that the witness has cosigned last, as far as the owner knows; from
///   0 where it has cosigned none
/// @param seen checkpoints of other logs, each signed by its log
public record CheckpointOffer(
    SignedNote checkpoint, ConsistencyProof growth, List<SignedNote> seen) {

  /// More than a network has logs.
  public static final int MOST_SEEN = 400;

  public CheckpointOffer {
    seen = List.copyOf(seen);
  }
}
