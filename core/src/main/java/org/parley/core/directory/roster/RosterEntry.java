package org.parley.core.directory.roster;

import java.time.Instant;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;

/// A link of a network's roster: one change, behind all that came before.
///
/// @param network as its charter names it
/// @param realm as its charter has it
/// @param number counted from 1
/// @param previous digest of the exact bytes of the link before; for the first that of the first
///   charter
/// @param reference the document by which it was asked for, such as a note verbale and its number;
///   may be empty
public record RosterEntry(
    String network,
    Realm realm,
    long number,
    Digest previous,
    Instant at,
    RosterChange change,
    String reference) {}
