package org.parley.formats.archive;

import java.util.Optional;

/// How a run over an archive ended.
///
/// @param tally all lines that were dealt with, an earlier run's included where it was resumed
/// @param how whether the archive was read to its end
/// @param reason why it was not, if it was not
public record Ended(Tally tally, How how, Optional<String> reason) {

  /// Whether an archive was read to its end.
  public enum How {
    COMPLETE,
    /// The archive itself breaks off or is damaged; everything before that was dealt with.
    CUT,
    /// Somebody asked to stop; the run can be resumed.
    STOPPED
  }
}
