package org.parley.core.people;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A part of what somebody may do that they can hand to a program. It opens nothing by itself: what
/// the person may not do, their program may not do either.
public enum Scope {
  READ_INCIDENTS(
      EnumSet.of(Action.LIST_INCIDENTS, Action.READ_INCIDENT, Action.EXPORT_INCIDENT),
      EnumSet.noneOf(Action.class)),
  REPORT_INCIDENTS(EnumSet.of(Action.REPORT_INCIDENT), EnumSet.noneOf(Action.class)),
  /// State facts, note what happens and move an incident from stage to stage. Each such deed is
  /// compared with what the program last read, so it needs to see the incident.
  REVISE_INCIDENTS(
      EnumSet.of(
          Action.ADD_TO_REPORT,
          Action.STATE_FACTS,
          Action.ADOPT_STATEMENT,
          Action.NOTE_ON_INCIDENT,
          Action.TRIAGE_INCIDENT,
          Action.CLOSE_INCIDENT),
      EnumSet.of(Action.READ_INCIDENT)),
  /// Attach files. What is in quarantine is released by people alone.
  ATTACH_FILES(EnumSet.of(Action.ATTACH_FILE), EnumSet.of(Action.READ_INCIDENT)),
  /// Mark incidents and single facts: apart from the others, because it decides who may have them.
  MARK_INCIDENTS(EnumSet.of(Action.MARK_INCIDENT), EnumSet.of(Action.READ_INCIDENT));

  private final Set<Action> essence;
  private final Set<Action> besides;

  /// @param essence what it is for: somebody who may do none of it is not offered the scope
  /// @param besides what is needed for that
  Scope(Set<Action> essence, Set<Action> besides) {
    this.essence = essence;
    this.besides = besides;
  }

  public Set<Action> actions() {
    Set<Action> all = EnumSet.copyOf(essence);
    all.addAll(besides);
    return all;
  }

  /// Whether it can be handed on by somebody: it must hold something that they may do themselves.
  public boolean isOffered(Permissions permissions, Actor actor) {
    return essence.stream().anyMatch(action -> !permissions.relations(actor, action).isEmpty());
  }

  /// The scope as files and addresses write it: `read-incidents`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Scope> parse(String word) {
    for (Scope scope : values()) {
      if (scope.word().equals(word)) {
        return Optional.of(scope);
      }
    }
    return Optional.empty();
  }
}
