package org.parley.node.permit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.people.Permissions;
import org.parley.core.people.Relation;
import org.parley.core.people.Scope;
import org.parley.node.programs.ProblemDocument.RefusalException;
import org.parley.node.programs.Programs;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Viewer;
import org.parley.node.web.Visits;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Stands before every operation and lets through whom the table names. Everything else does not
/// exist; who is not signed in and opens a page is shown where to sign in.
public final class Gate implements HandlerInterceptor {

  private final List<Route> table;
  private final Permissions permissions;
  private final Visits visits;

  public Gate(List<Route> table, Permissions permissions, Visits visits) {
    this.table = List.copyOf(table);
    this.permissions = permissions;
    this.visits = visits;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Access access = row(request).map(Route::access).orElseThrow(AbsentException::new);
    if (access instanceof Access.Anyone) {
      return true;
    }
    Optional<Actor> actor = visits.of(request).viewer().map(Viewer::actor);
    if (actor.isEmpty()) {
      return Programs.ask(request) ? askForToken(request) : showSignIn(request, response);
    }
    if (!allows(access, actor.get())) {
      throw allows(access, actor.get().person()) ? scopeLacking(access) : new AbsentException();
    }
    return true;
  }

  /// A program is told what is the matter with its token.
  private static boolean askForToken(HttpServletRequest request) {
    Issue why = Programs.why(request);
    boolean tooMany =
        why.code() == IssueCode.REQUESTS_TOO_MANY || why.code() == IssueCode.TOO_MANY_TRIES;
    throw new RefusalException(
        tooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNAUTHORIZED, why);
  }

  /// The person may do it and the program may not: that gives nothing away that its owner does not
  /// know.
  private static RefusalException scopeLacking(Access access) {
    String scopes =
        Stream.of(Scope.values())
            .filter(scope -> actions(access).stream().anyMatch(scope.actions()::contains))
            .map(Scope::word)
            .collect(Collectors.joining(" or "));
    return new RefusalException(
        HttpStatus.FORBIDDEN,
        new Issue(
            IssueCode.SCOPE_LACKING,
            Place.of("Authorization"),
            "this token was not given for that",
            Optional.of("make a token with the scope " + scopes)));
  }

  private static List<Action> actions(Access access) {
    return switch (access) {
      case Access.Anyone() -> List.of();
      case Access.May(Action action) -> List.of(action);
      case Access.MayOnOwn(Action action) -> List.of(action);
      case Access.MayOnThing(Action action) -> List.of(action);
      case Access.MayEitherOnThing(Action one, Action other) -> List.of(one, other);
    };
  }

  private boolean allows(Access access, Actor actor) {
    return switch (access) {
      case Access.Anyone() -> true;
      case Access.May(Action action) -> permissions.allow(actor, action, Relation.NOTHING);
      case Access.MayOnOwn(Action action) -> permissions.allow(actor, action, Relation.OWN);
      case Access.MayOnThing(Action action) -> !permissions.relations(actor, action).isEmpty();
      case Access.MayEitherOnThing(Action one, Action other) ->
          !permissions.relations(actor, one).isEmpty()
              || !permissions.relations(actor, other).isEmpty();
    };
  }

  private static boolean showSignIn(HttpServletRequest request, HttpServletResponse response) {
    if (!request.getMethod().equals("GET")) {
      throw new AbsentException();
    }
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    String back = URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", "/sign-in?back=" + back);
    return false;
  }

  private Optional<Route> row(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
            instanceof String pattern
        ? table.stream().filter(route -> route.is(request.getMethod(), pattern)).findFirst()
        : Optional.empty();
  }
}
