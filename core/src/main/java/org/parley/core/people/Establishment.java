package org.parley.core.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.core.terms.ScaleId;

/// What a node was set up as.
///
/// @param realm never changes: records of the world and of exercises do not mix
/// @param state the State whose node it is
/// @param authority the authority that runs it, in its own words
/// @param languages the languages it offers, its own first
/// @param scale the State's own scale, if it has one that the node knows
/// @param at when it was set up
public record Establishment(
    Realm realm,
    Party state,
    String authority,
    List<String> languages,
    Optional<ScaleId> scale,
    Instant at) {

  public Establishment {
    languages = List.copyOf(languages);
  }
}
