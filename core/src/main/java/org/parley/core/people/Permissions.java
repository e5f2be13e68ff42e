package org.parley.core.people;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// The one table of who may do what to which things. What the table does not allow is refused.
public final class Permissions {

  private final Map<Role, Map<Action, Set<Relation>>> table = new EnumMap<>(Role.class);

  /// @param table for each role the actions it may take, and on things that stand how to it
  public Permissions(Map<Role, Map<Action, Set<Relation>>> table) {
    table.forEach((role, actions) -> {
      Map<Action, Set<Relation>> copy = new EnumMap<>(Action.class);
      actions.forEach((action, relations) -> {
        if (!relations.isEmpty()) {
          copy.put(action, EnumSet.copyOf(relations));
        }
      });
      this.table.put(role, copy);
    });
  }

  public boolean allow(Role role, Action action, Relation relation) {
    return table.getOrDefault(role, Map.of()).getOrDefault(action, Set.of()).contains(relation);
  }

  /// Whether any of the actor's roles may, and the program that acts in the actor's place.
  public boolean allow(Actor actor, Action action, Relation relation) {
    return actor.reaches(action)
        && actor.roles().stream().anyMatch(role -> allow(role, action, relation));
  }

  /// The relations in which the actor may take this action at all: what a list may be searched for.
  public Set<Relation> relations(Actor actor, Action action) {
    Set<Relation> relations = EnumSet.noneOf(Relation.class);
    if (!actor.reaches(action)) {
      return relations;
    }
    actor
        .roles()
        .forEach(role ->
            relations.addAll(table.getOrDefault(role, Map.of()).getOrDefault(action, Set.of())));
    return relations;
  }
}
