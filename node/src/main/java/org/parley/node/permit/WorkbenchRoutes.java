package org.parley.node.permit;

import static org.parley.node.permit.Routes.may;
import static org.parley.node.permit.Routes.onThing;

import java.util.List;
import org.parley.core.people.Action;

/// The ways in that lead to drafts of scales. Whether to this one, the duty asks that opens it.
final class WorkbenchRoutes {

  private static final String ONE = "/workbench/{id}";

  static final List<Route> TABLE =
      List.of(
          either("GET", "/workbench"),
          may("GET", "/workbench/new", Action.DRAFT_SCALE),
          may("POST", "/workbench/new", Action.DRAFT_SCALE),
          either("GET", ONE),
          either("GET", ONE + "/cases"),
          either("GET", ONE + "/labels"),
          either("GET", ONE + "/plan"),
          either("GET", ONE + "/notes"),
          either("GET", ONE + "/rehearsal"),
          either("GET", ONE + "/differences"),
          either("GET", ONE + "/history"),
          either("GET", ONE + "/adopt"),
          either("GET", ONE + "/scale.zip"),
          either("GET", ONE + "/annex.docx"),
          onThing("POST", ONE + "/source", Action.DRAFT_SCALE),
          onThing("POST", ONE + "/check", Action.DRAFT_SCALE),
          onThing("POST", ONE + "/form", Action.DRAFT_SCALE),
          onThing("POST", ONE + "/levels", Action.DRAFT_SCALE),
          onThing("POST", ONE + "/parts", Action.DRAFT_SCALE),
          onThing("POST", ONE + "/case", Action.DRAFT_SCALE),
          onThing("POST", ONE + "/labels", Action.DRAFT_SCALE),
          onThing("POST", ONE + "/restore", Action.DRAFT_SCALE),
          onThing("POST", ONE + "/discard", Action.DRAFT_SCALE),
          onThing("POST", ONE + "/take-up", Action.DRAFT_SCALE),
          onThing("POST", ONE + "/propose", Action.DRAFT_SCALE),
          either("POST", ONE + "/give-back"),
          onThing("POST", ONE + "/adopt", Action.ADOPT_SCALE));

  private WorkbenchRoutes() {}

  private static Route either(String method, String pattern) {
    return new Route(
        method, pattern, new Access.MayEitherOnThing(Action.DRAFT_SCALE, Action.ADOPT_SCALE));
  }
}
