package org.parley.node.permit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Visits;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Stands before every operation and lets through whom the table names. Everything else does not
/// exist.
public final class Gate implements HandlerInterceptor {

  private final List<Route> table;
  private final Visits visits;

  public Gate(List<Route> table, Visits visits) {
    this.table = List.copyOf(table);
    this.visits = visits;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Access access = row(request).map(Route::access).orElseThrow(AbsentException::new);
    return switch (access) {
      case Access.Anyone() -> true;
      case Access.May _, Access.MayOnThing _ -> {
        if (visits.of(request).viewer().isEmpty()) {
          throw new AbsentException();
        }
        yield true;
      }
    };
  }

  private Optional<Route> row(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
            instanceof String pattern
        ? table.stream().filter(route -> route.is(request.getMethod(), pattern)).findFirst()
        : Optional.empty();
  }
}
