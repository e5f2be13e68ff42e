package org.parley.formats.calendar;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/// Something that is due, as a calendar shows it: all of this leaves the node.
///
/// @param uid the same each time the calendar is asked for, and unlike any other
/// @param summary one line
/// @param due to the second
/// @param at where to look
public record DueEntry(String uid, String summary, Instant due, Optional<URI> at) {}
