package org.parley.formats.archive;

import org.parley.core.terms.Digest;

/// How far a run has come: all lines up to here are dealt with.
///
/// @param tally what was done with the lines so far
/// @param prefix the SHA-256 of the unpacked archive up to here
public record Checkpoint(Tally tally, Digest prefix) {}
