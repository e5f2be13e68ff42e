package org.parley.node.permit;

import static org.parley.node.permit.Routes.onThing;

import java.util.List;
import org.parley.core.people.Action;

/// The ways in that lead to communication checks. Whether this check is the office's, the duty
/// asks.
final class CheckRoutes {

  private static final String ONE = "/checks/{id}";
  private static final String ANSWER = "/checks/answer/{statement}";

  static final List<Route> TABLE =
      List.of(
          onThing("GET", "/checks", Action.KEEP_CHECKS),
          onThing("GET", "/checks/new", Action.KEEP_CHECKS),
          onThing("POST", "/checks/new", Action.KEEP_CHECKS),
          onThing("GET", ONE, Action.KEEP_CHECKS),
          onThing("GET", ONE + "/numbers", Action.KEEP_CHECKS),
          onThing("GET", ONE + "/numbers.csv", Action.KEEP_CHECKS),
          onThing("POST", ONE + "/contact", Action.KEEP_CHECKS),
          onThing("POST", ONE + "/call-off", Action.KEEP_CHECKS),
          onThing("GET", ANSWER, Action.ANSWER_CHECK),
          onThing("POST", ANSWER, Action.ANSWER_CHECK));

  private CheckRoutes() {}
}
