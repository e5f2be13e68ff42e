package org.parley.node.permit;

import static org.parley.node.permit.Routes.may;

import java.util.List;
import org.parley.core.people.Action;

/// The ways in that lead to registers being brought in. Whether a register is theirs, the duty
/// asks.
final class RegisterRoutes {

  private static final String ALL = "/registers";
  private static final String ONE = ALL + "/{id}";

  static final List<Route> TABLE =
      List.of(
          may("GET", ALL, Action.IMPORT_REGISTER),
          may("POST", ALL, Action.IMPORT_REGISTER),
          may("GET", ONE, Action.IMPORT_REGISTER),
          may("POST", ONE + "/columns", Action.IMPORT_REGISTER),
          may("GET", ONE + "/mapping.yaml", Action.IMPORT_REGISTER),
          may("POST", ONE + "/mapping", Action.IMPORT_REGISTER),
          may("GET", ONE + "/preview", Action.IMPORT_REGISTER),
          may("POST", ONE + "/take", Action.IMPORT_REGISTER),
          may("GET", ONE + "/done", Action.IMPORT_REGISTER),
          may("POST", ONE + "/cancel", Action.IMPORT_REGISTER));

  private RegisterRoutes() {}
}
