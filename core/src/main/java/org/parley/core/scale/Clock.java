package org.parley.core.scale;

import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import org.parley.core.terms.Citation;

/// A reporting clock: which report is due at which levels, within what time of what.
///
/// @param within exact time, where the source gives hours or days; P20D counts days of 24 hours
/// @param months calendar months, where the source gives months
/// @param when for which incidents it runs; for all where nothing is said
public record Clock(
    String report,
    Set<Grade.Level> levels,
    Duration within,
    Period months,
    String from,
    Optional<Condition> when,
    Optional<Citation> cite) {}
