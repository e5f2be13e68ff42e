package org.parley.core.people;

import java.util.Set;
import java.util.UUID;

/// What a program acts with in somebody's place: it may do no more than these actions, and no more
/// than that person.
///
/// @param token the access token that the program holds
public record Grant(UUID token, Set<Action> actions) {

  public Grant {
    actions = Set.copyOf(actions);
  }
}
