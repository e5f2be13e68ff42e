package org.parley.node.permit;

import static org.parley.node.permit.Routes.may;
import static org.parley.node.permit.Routes.onThing;

import java.util.List;
import org.parley.core.people.Action;

/// The ways in that lead to incidents. Whether on this one, the duty asks that does it; here stands
/// who may do so on any.
final class IncidentRoutes {

  private static final String ONE = "/incidents/{id}";

  static final List<Route> TABLE =
      List.of(
          may("GET", "/report", Action.REPORT_INCIDENT),
          may("POST", "/report", Action.REPORT_INCIDENT),
          may("POST", "/report/pointer", Action.REPORT_INCIDENT),
          may("GET", "/report/form.yaml", Action.REPORT_INCIDENT),
          may("GET", "/report/file", Action.REPORT_INCIDENT),
          may("POST", "/report/file", Action.REPORT_INCIDENT),
          onThing("GET", "/incidents", Action.LIST_INCIDENTS),
          onThing("GET", "/incidents.csv", Action.EXPORT_INCIDENT),
          onThing("GET", "/incidents.json", Action.EXPORT_INCIDENT),
          onThing("GET", "/incidents.pdf", Action.EXPORT_INCIDENT),
          onThing("POST", "/incidents/views", Action.LIST_INCIDENTS),
          onThing("POST", "/incidents/views/drop", Action.LIST_INCIDENTS),
          onThing("GET", "/incidents/together", Action.LIST_INCIDENTS),
          onThing("POST", "/incidents/together/mark", Action.MARK_INCIDENT),
          onThing("POST", "/incidents/together/task", Action.GIVE_TASK),
          onThing("POST", "/incidents/together/show", Action.SHOW_TO_OFFICE),
          onThing("POST", "/incidents/together/export", Action.EXPORT_INCIDENT),
          onThing("GET", ONE, Action.READ_INCIDENT),
          onThing("GET", ONE + "/more", Action.READ_INCIDENT),
          onThing("GET", ONE + "/scales", Action.READ_INCIDENT),
          onThing("POST", ONE + "/scales", Action.READ_INCIDENT),
          onThing("GET", ONE + "/summary", Action.READ_INCIDENT),
          onThing("GET", ONE + "/due.ics", Action.EXPORT_INCIDENT),
          onThing("GET", ONE + "/incident.json", Action.EXPORT_INCIDENT),
          onThing("GET", ONE + "/incident.yaml", Action.EXPORT_INCIDENT),
          onThing("GET", ONE + "/facts.csv", Action.EXPORT_INCIDENT),
          either(ONE + "/facts", Action.ADD_TO_REPORT, Action.STATE_FACTS),
          either(ONE + "/withdraw", Action.ADD_TO_REPORT, Action.STATE_FACTS),
          either(ONE + "/note", Action.ADD_TO_REPORT, Action.NOTE_ON_INCIDENT),
          onThing("POST", ONE + "/adopt", Action.ADOPT_STATEMENT),
          onThing("GET", ONE + "/triage", Action.TRIAGE_INCIDENT),
          onThing("POST", ONE + "/triage", Action.TRIAGE_INCIDENT),
          onThing("POST", ONE + "/under-way", Action.NOTE_ON_INCIDENT),
          onThing("POST", ONE + "/contained", Action.NOTE_ON_INCIDENT),
          onThing("POST", ONE + "/recovered", Action.NOTE_ON_INCIDENT),
          onThing("POST", ONE + "/close", Action.CLOSE_INCIDENT),
          onThing("POST", ONE + "/reopen", Action.CLOSE_INCIDENT),
          onThing("POST", ONE + "/title", Action.NOTE_ON_INCIDENT),
          onThing("POST", ONE + "/outlook", Action.NOTE_ON_INCIDENT),
          onThing("POST", ONE + "/origin", Action.NOTE_ON_INCIDENT),
          onThing("POST", ONE + "/relate", Action.RELATE_INCIDENTS),
          onThing("POST", ONE + "/unrelate", Action.RELATE_INCIDENTS),
          onThing("POST", ONE + "/campaign", Action.RELATE_INCIDENTS),
          onThing("POST", ONE + "/leave-campaign", Action.RELATE_INCIDENTS),
          onThing("POST", ONE + "/task", Action.GIVE_TASK),
          onThing("POST", ONE + "/task-done", Action.NOTE_ON_INCIDENT),
          onThing("POST", ONE + "/task-dropped", Action.GIVE_TASK),
          onThing("POST", ONE + "/hand-over", Action.HAND_OVER),
          onThing("POST", ONE + "/take-over", Action.HAND_OVER),
          onThing("POST", ONE + "/called", Action.NOTE_ON_INCIDENT),
          onThing("POST", ONE + "/made", Action.NOTE_ON_INCIDENT),
          onThing("POST", ONE + "/mark", Action.MARK_INCIDENT),
          onThing("POST", ONE + "/mark-fact", Action.MARK_INCIDENT),
          onThing("POST", ONE + "/show", Action.SHOW_TO_OFFICE),
          onThing("POST", ONE + "/stop-showing", Action.SHOW_TO_OFFICE),
          onThing("POST", ONE + "/files", Action.ATTACH_FILE),
          onThing("GET", ONE + "/files/{file}", Action.READ_INCIDENT),
          onThing("POST", ONE + "/files/{file}/release", Action.RELEASE_ATTACHMENT),
          onThing("POST", ONE + "/files/{file}/reject", Action.RELEASE_ATTACHMENT));

  private IncidentRoutes() {}

  static Route either(String pattern, Action one, Action other) {
    return new Route("POST", pattern, new Access.MayEitherOnThing(one, other));
  }
}
