package org.parley.node.programs;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;

/// Tells requests of programs from those of browsers. The two never mix: a program has a token and
/// no cookie, a browser a cookie and no token, so a foreign page that a browser has open gains
/// nothing by sending requests to the programming interface.
public final class Programs {

  private static final String WAY = "/api/";
  private static final String WHY = Programs.class.getName();

  private Programs() {}

  /// Whether a program asks. The path is taken as the server understood it, so that another
  /// spelling of the same address is the same address.
  public static boolean ask(HttpServletRequest request) {
    return request.getServletPath().startsWith(WAY) || failed(request);
  }

  /// On the way to the page of errors the path is that page's.
  private static boolean failed(HttpServletRequest request) {
    @Nullable Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return asked instanceof String path && path.startsWith(WAY);
  }

  /// Notes why a program's token was not taken.
  public static void refused(HttpServletRequest request, Issue why) {
    request.setAttribute(WHY, why);
  }

  /// Why nobody is known to act: what was noted, or that there was no token.
  public static Issue why(HttpServletRequest request) {
    return request.getAttribute(WHY) instanceof Issue noted
        ? noted
        : new Issue(
            IssueCode.TOKEN_MISSING,
            Place.of("Authorization"),
            "the request has no access token",
            Optional.of("send the header Authorization: Bearer and the token"));
  }
}
