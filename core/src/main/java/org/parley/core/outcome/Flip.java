package org.parley.core.outcome;

import java.util.List;
import org.parley.core.scale.Grade;

/// A change to one fact alone that would change the possible grades.
///
/// @param region what the fact would have to be
/// @param gives the grades that would be possible then
public record Flip(Region region, List<Grade> gives) {}
