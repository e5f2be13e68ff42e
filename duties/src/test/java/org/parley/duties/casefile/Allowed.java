package org.parley.duties.casefile;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.core.people.Action;
import org.parley.core.people.Permissions;
import org.parley.core.people.Relation;
import org.parley.core.people.Role;

/// A table of permissions for tests.
final class Allowed {

  private Allowed() {}

  static Permissions table() {
    Map<Role, Map<Action, Set<Relation>>> table = new EnumMap<>(Role.class);
    Map<Action, Set<Relation>> operator = new EnumMap<>(Action.class);
    operator.put(Action.REPORT_INCIDENT, EnumSet.of(Relation.NOTHING));
    for (Action each :
        List.of(
            Action.LIST_INCIDENTS,
            Action.READ_INCIDENT,
            Action.ADD_TO_REPORT,
            Action.ATTACH_FILE,
            Action.EXPORT_INCIDENT)) {
      operator.put(each, EnumSet.of(Relation.OWN));
    }
    Map<Action, Set<Relation>> officer = new EnumMap<>(Action.class);
    for (Action each : Action.values()) {
      officer.put(each, EnumSet.of(Relation.OFFICE, Relation.NOTHING));
    }
    officer.put(Action.LIST_INCIDENTS, EnumSet.of(Relation.OFFICE, Relation.SHOWN));
    officer.put(Action.READ_INCIDENT, EnumSet.of(Relation.OFFICE, Relation.SHOWN));
    table.put(Role.OPERATOR, operator);
    table.put(Role.TECHNICAL_OFFICER, officer);
    table.put(Role.POLICY_OFFICER, officer);
    return new Permissions(table);
  }
}
