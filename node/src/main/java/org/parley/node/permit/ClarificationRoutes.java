package org.parley.node.permit;

import static org.parley.node.permit.Routes.onThing;

import java.util.List;
import org.parley.core.people.Action;

/// The ways in that lead to clarifications, which are read and written as messages are. Whether to
/// this one, the operation asks.
final class ClarificationRoutes {

  private static final String ONE = "/clarifications/{id}";

  static final List<Route> TABLE =
      List.of(
          onThing("GET", "/clarifications", Action.LIST_MESSAGES),
          onThing("GET", ONE, Action.READ_MESSAGE),
          onThing("POST", ONE + "/answer", Action.WRITE_MESSAGE),
          onThing("POST", ONE + "/clock", Action.WRITE_MESSAGE),
          onThing("POST", ONE + "/record", Action.WRITE_MESSAGE),
          onThing("POST", ONE + "/confirm", Action.WRITE_MESSAGE),
          onThing("POST", ONE + "/close", Action.WRITE_MESSAGE),
          onThing("POST", ONE + "/confirm-close", Action.WRITE_MESSAGE));

  private ClarificationRoutes() {}
}
