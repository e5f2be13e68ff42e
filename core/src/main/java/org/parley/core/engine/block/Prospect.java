package org.parley.core.engine.block;

import org.parley.core.outcome.Region;

/// What would be possible if facts were in a region.
///
/// @param grades the grades, as a mask
public record Prospect(Region region, long grades) {}
