package org.parley.node.permit;

import static org.parley.node.permit.Routes.onOwn;

import java.util.List;
import org.parley.core.people.Action;

/// The ways in that lead to the network: the sixteen measures, and the directory.
final class NetworkRoutes {

  private static final String MEASURE = "/measures/{number}";

  static final List<Route> TABLE =
      List.of(
          new Route("GET", "/measures", new Access.Anyone()),
          new Route("GET", MEASURE, new Access.Anyone()),
          onOwn("POST", MEASURE, Action.SPEAK_UNDER_MEASURE),
          onOwn("POST", MEASURE + "/take-back", Action.SPEAK_UNDER_MEASURE));

  private NetworkRoutes() {}
}
