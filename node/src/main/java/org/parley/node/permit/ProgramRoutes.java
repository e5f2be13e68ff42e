package org.parley.node.permit;

import static org.parley.node.permit.IncidentRoutes.either;
import static org.parley.node.permit.Routes.may;
import static org.parley.node.permit.Routes.onThing;

import java.util.List;
import org.parley.core.people.Action;

/// The ways in for programs, as `openapi.yaml` lays them down. What a program reads it takes away.
final class ProgramRoutes {

  private static final String ALL = "/api/v1/incidents";
  private static final String ONE = ALL + "/{id}";

  static final List<Route> TABLE =
      List.of(
          onThing("GET", ALL, Action.LIST_INCIDENTS),
          onThing("GET", ONE, Action.EXPORT_INCIDENT),
          onThing("GET", ONE + "/classifications", Action.EXPORT_INCIDENT),
          onThing("GET", ONE + "/marking", Action.EXPORT_INCIDENT),
          onThing("GET", ONE + "/files", Action.EXPORT_INCIDENT),
          onThing("GET", ONE + "/files/{file}", Action.EXPORT_INCIDENT),
          may("POST", ALL, Action.REPORT_INCIDENT),
          either(ONE + "/facts", Action.ADD_TO_REPORT, Action.STATE_FACTS),
          either(ONE + "/withdrawals", Action.ADD_TO_REPORT, Action.STATE_FACTS),
          either(ONE + "/notes", Action.ADD_TO_REPORT, Action.NOTE_ON_INCIDENT),
          onThing("POST", ONE + "/adoptions", Action.ADOPT_STATEMENT),
          onThing("POST", ONE + "/triage", Action.TRIAGE_INCIDENT),
          onThing("POST", ONE + "/stages", Action.NOTE_ON_INCIDENT),
          onThing("POST", ONE + "/closure", Action.CLOSE_INCIDENT),
          onThing("POST", ONE + "/reopening", Action.CLOSE_INCIDENT),
          onThing("POST", ONE + "/marking", Action.MARK_INCIDENT),
          onThing("POST", ONE + "/fact-markings", Action.MARK_INCIDENT),
          onThing("POST", ONE + "/files", Action.ATTACH_FILE));

  private ProgramRoutes() {}
}
