package org.parley.node.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.parley.core.people.Establishment;
import org.parley.core.terms.Realm;

/// What every page says of the node.
///
/// @param realm the world, or an exercise that every page names
/// @param establishment what the node was set up as; empty before
/// @param languages the languages offered, the first is the node's own
/// @param zone the zone for those who chose none
/// @param tour whether the node is part of a demo, which has a page of what to try
public record Site(
    Realm realm,
    Optional<Establishment> establishment,
    List<String> languages,
    ZoneId zone,
    boolean tour) {

  public Site {
    languages = List.copyOf(languages);
  }

  /// The authority that runs the node, in its own words.
  public Optional<String> authority() {
    return establishment.map(Establishment::authority);
  }

  public boolean exercise() {
    return switch (realm) {
      case Realm.Real() -> false;
      case Realm.Exercise(_) -> true;
    };
  }

  public String exerciseName() {
    return switch (realm) {
      case Realm.Real() -> "";
      case Realm.Exercise(String name) -> name;
    };
  }
}
