package org.parley.core.directory.roster;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.terms.Digest;

/// A link of a roster's chain.
///
/// @param number counted from 1
/// @param previous digest of the exact bytes of the link before; empty for the first
public record RosterEntry(
    String channel, long number, Optional<Digest> previous, Instant at, RosterChange change) {}
