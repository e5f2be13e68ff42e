package org.parley.core.casefile;

import java.time.Instant;
import org.parley.core.casefile.deed.Author;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.SeriesNumber;
import org.parley.core.terms.Realm;

/// What never changes about a case.
///
/// @param number in the node's series; exercises have series of their own
/// @param holder the office that follows it
/// @param opened by whom: an operator who reported, or an officer
/// @param at when this node recorded the report
public record Head(
    CaseId id, Realm realm, SeriesNumber number, OfficeId holder, Author opened, Instant at) {

  public boolean isReported() {
    return opened.office().isEmpty();
  }
}
