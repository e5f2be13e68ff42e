package org.parley.node.permit;

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
          onThing("GET", ONE + "/classifications", Action.EXPORT_INCIDENT));

  private ProgramRoutes() {}
}
