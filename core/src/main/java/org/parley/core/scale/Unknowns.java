package org.parley.core.scale;

import java.util.Optional;
import org.parley.core.terms.Citation;

/// What the issuer says about what is not known.
public record Unknowns(Policy policy, Optional<Citation> cite) {

  public enum Policy {
    /// Take a stated value.
    SUBSTITUTE,
    /// Unknown is not accepted: estimate.
    ESTIMATE,
    /// Leave blank now, state it in the final report.
    LATER,
    /// Do not compute.
    REFUSE,
    /// The source says nothing.
    SILENT
  }
}
