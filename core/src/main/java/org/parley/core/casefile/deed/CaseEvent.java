package org.parley.core.casefile.deed;

import java.time.Instant;
import java.util.List;
import org.parley.core.exchange.Kept;

/// A deed that has taken effect. Deeds and events share their words: what was done is what
/// happened, with who did it and when it was recorded.
///
/// @param at when this node recorded it, UTC
/// @param rest what a later edition wrote and nobody here understands, kept
public record CaseEvent(CaseId id, Deed deed, Author by, Instant at, List<Kept> rest) {

  public CaseEvent {
    rest = List.copyOf(rest);
  }

  public CaseEvent(CaseId id, Deed deed, Author by, Instant at) {
    this(id, deed, by, at, List.of());
  }
}
