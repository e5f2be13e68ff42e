package org.parley.node.permit;

import java.util.List;
import java.util.stream.Stream;
import org.parley.core.people.Action;

/// The one table of ways in. A way in without a row does not exist for anybody.
public final class Routes {

  private static final List<Route> OWN =
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
          anyone("ANY", "/error"),
          // Only where the node is part of a demo; elsewhere it does not exist
          anyone("GET", "/try"),
          anyone("POST", "/try/be"),

          // Who proves with each request what opens the way: a code, a password, a link
          anyone("GET", "/set-up"),
          anyone("POST", "/set-up"),
          anyone("GET", "/sign-in"),
          anyone("POST", "/sign-in"),
          anyone("POST", "/sign-out"),
          anyone("POST", "/sign-in/passkey/options"),
          anyone("POST", "/sign-in/passkey"),
          anyone("POST", "/sign-in/provider"),
          anyone("GET", "/sign-in/provider/return"),
          anyone("GET", "/invitation/{token}"),
          anyone("POST", "/invitation/{token}"),
          anyone("POST", "/invitation/{token}/passkey/options"),
          anyone("POST", "/invitation/{token}/passkey"),
          anyone("GET", "/door/{token}"),
          anyone("POST", "/door/{token}"),
          anyone("GET", "/feeds/{token}/due.ics"),

          // What awaits, and what an auditor reads
          may("GET", "/first-hour", Action.SEE_HOME),
          may("POST", "/first-hour/read", Action.SEE_HOME),
          may("GET", "/audit", Action.READ_JOURNAL),
          may("GET", "/audit.csv", Action.READ_JOURNAL),

          // One's own account
          onOwn("GET", "/account", Action.KEEP_OWN_ACCOUNT),
          onOwn("POST", "/account", Action.KEEP_OWN_ACCOUNT),
          onOwn("GET", "/account/calendar", Action.KEEP_OWN_ACCOUNT),
          onOwn("POST", "/account/calendar", Action.KEEP_OWN_ACCOUNT),
          onOwn("POST", "/account/calendar/close", Action.KEEP_OWN_ACCOUNT),
          onOwn("GET", "/account/tokens", Action.KEEP_OWN_ACCOUNT),
          onOwn("POST", "/account/tokens", Action.KEEP_OWN_ACCOUNT),
          onOwn("POST", "/account/tokens/revoke", Action.KEEP_OWN_ACCOUNT),
          onOwn("GET", "/account/secrets", Action.KEEP_OWN_ACCOUNT),
          onOwn("POST", "/account/secrets", Action.KEEP_OWN_ACCOUNT),
          onOwn("POST", "/account/sign-out-everywhere", Action.KEEP_OWN_ACCOUNT),
          onOwn("POST", "/account/passkeys/options", Action.KEEP_OWN_ACCOUNT),
          onOwn("POST", "/account/passkeys", Action.KEEP_OWN_ACCOUNT),
          onOwn("POST", "/account/passkeys/drop", Action.KEEP_OWN_ACCOUNT),
          onOwn("POST", "/account/provider", Action.KEEP_OWN_ACCOUNT),
          onOwn("POST", "/account/provider/drop", Action.KEEP_OWN_ACCOUNT),

          // The accounts of the node
          may("GET", "/accounts", Action.KEEP_ACCOUNTS),
          may("GET", "/accounts/new", Action.KEEP_ACCOUNTS),
          may("POST", "/accounts/new", Action.KEEP_ACCOUNTS),
          onThing("GET", "/accounts/{id}", Action.KEEP_ACCOUNTS),
          onThing("POST", "/accounts/{id}", Action.KEEP_ACCOUNTS),
          onThing("POST", "/accounts/{id}/invite", Action.KEEP_ACCOUNTS),
          onThing("POST", "/accounts/{id}/tokens/revoke", Action.KEEP_ACCOUNTS),
          onThing("POST", "/accounts/{id}/standing", Action.KEEP_ACCOUNTS));

  public static final List<Route> TABLE =
      Stream.of(
              OWN,
              IncidentRoutes.TABLE,
              RegisterRoutes.TABLE,
              MessageRoutes.TABLE,
              ClarificationRoutes.TABLE,
              CheckRoutes.TABLE,
              NetworkRoutes.TABLE,
              WorkbenchRoutes.TABLE,
              ProgramRoutes.TABLE)
          .flatMap(List::stream)
          .toList();

  private Routes() {}

  private static Route anyone(String method, String pattern) {
    return new Route(method, pattern, new Access.Anyone());
  }

  static Route may(String method, String pattern, Action action) {
    return new Route(method, pattern, new Access.May(action));
  }

  static Route onOwn(String method, String pattern, Action action) {
    return new Route(method, pattern, new Access.MayOnOwn(action));
  }

  static Route onThing(String method, String pattern, Action action) {
    return new Route(method, pattern, new Access.MayOnThing(action));
  }
}
