package org.parley.duties.casefile;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.parley.core.casefile.CaseDecision;
import org.parley.core.people.Permissions;
import org.parley.duties.port.Books;
import org.parley.formats.casefile.CaseEvents;

/// What the duties about incidents work with.
///
/// @param appraisal reads the level and what is due, for the lists
public record Casework(
    Books books,
    CaseDecision decision,
    CaseEvents events,
    Permissions permissions,
    Appraisal appraisal,
    InstantSource clock) {

  /// The moment by this node's clock, in whole milliseconds.
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// The same tools on other books: those inside a change that is already open.
  public Casework on(Books others) {
    return new Casework(others, decision, events, permissions, appraisal, clock);
  }
}
