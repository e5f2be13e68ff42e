package org.parley.core.people;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.core.terms.Digest;

/// What a program signs in with in somebody's place. The node keeps the digest of it; the text is
/// shown once, to its owner.
///
/// @param id names it in the record and on pages
/// @param token the digest of what the program holds
/// @param account whose place the program takes
/// @param name what the owner calls it
/// @param scopes what the program may do at most
public record AccessToken(
    UUID id, Digest token, UUID account, String name, Set<Scope> scopes, Life life) {

  public AccessToken {
    scopes = Set.copyOf(scopes);
  }

  /// @param until from when on it is refused
  /// @param seen when it was last used, to the minute; empty where it never was
  public record Life(Instant made, Instant until, Optional<Instant> seen) {}

  public boolean isOver(Instant now) {
    return !now.isBefore(life.until());
  }

  public AccessToken seen(Instant now) {
    return new AccessToken(
        id, token, account, name, scopes, new Life(life.made(), life.until(), Optional.of(now)));
  }

  public Grant grant() {
    Set<Action> actions = EnumSet.noneOf(Action.class);
    scopes.forEach(scope -> actions.addAll(scope.actions()));
    return new Grant(id, actions);
  }
}
