package org.parley.core.scale;

import java.time.Period;
import java.util.Optional;
import org.parley.core.fact.FactKey;
import org.parley.core.terms.Citation;

/// When several incidents count as one.
///
/// @param within calendar months or days, from awareness to awareness
/// @param sameBy the fact whose key they share
/// @param atLeast how many, at least two
/// @param unless whom the rule does not bind
/// @param meets what the incidents must meet together, where the source names only part of the rule
public record Recurrence(
    Period within,
    FactKey sameBy,
    int atLeast,
    Optional<Condition> unless,
    Optional<Condition> meets,
    Optional<Citation> cite) {}
