package org.parley.node.permit;

import java.util.List;
import org.parley.core.people.Action;

/// The one table of ways in. A way in without a row does not exist for anybody.
public final class Routes {

  public static final List<Route> TABLE =
      List.of(
          // Open to anybody
          anyone("GET", "/"),
          anyone("POST", "/language"),
          anyone("GET", "/static/{digest}/{name}"),
          anyone("GET", "/calculator"),
          anyone("GET", "/calculator/scales"),
          anyone("POST", "/calculator"),
          anyone("GET", "/scales"),
          anyone("GET", "/scales/{issuer}/{scale}/{edition}"),
          anyone("GET", "/scales/{issuer}/{scale}/{edition}/scale.yaml"),
          anyone("GET", "/api/v1/scales"),
          anyone("GET", "/api/v1/openapi.yaml"),
          anyone("POST", "/api/v1/classifications"),
          anyone("GET", "/care/health"),
          anyone("GET", "/care/metrics"),
          anyone("ANY", "/error"));

  private Routes() {}

  private static Route anyone(String method, String pattern) {
    return new Route(method, pattern, new Access.Anyone());
  }

  static Route may(String method, String pattern, Action action) {
    return new Route(method, pattern, new Access.May(action));
  }

  static Route onThing(String method, String pattern, Action action) {
    return new Route(method, pattern, new Access.MayOnThing(action));
  }
}
