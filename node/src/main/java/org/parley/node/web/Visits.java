package org.parley.node.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.desk.Shelf;
import org.parley.duties.people.Troupe;
import org.parley.node.programs.Programs;
import org.springframework.security.web.csrf.CsrfToken;

/// Makes a visit of each request.
public final class Visits {

  private static final String SEEN = Visits.class.getName();

  private final Shelves shelves;
  private final Sites sites;
  private final Viewers viewers;
  private final InstantSource clock;

  public Visits(Shelves shelves, Sites sites, Viewers viewers, InstantSource clock) {
    this.shelves = shelves;
    this.sites = sites;
    this.viewers = viewers;
    this.clock = clock;
  }

  /// The visit of this request, always the same one.
  public Visit of(HttpServletRequest request) {
    if (request.getAttribute(SEEN) instanceof Visit visit) {
      return visit;
    }
    Site site = sites.now();
    Shelf shelf = shelves.in(LanguageChoice.of(request, site.languages()));
    Visit visit =
        new Visit(
            shelf,
            site,
            viewers.of(request).map(viewer -> site.tour() ? played(viewer, shelf) : viewer),
            here(request),
            csrf(request),
            "true".equals(request.getHeader("HX-Request"))
                && !"true".equals(request.getHeader("HX-Boosted")),
            clock.instant());
    request.setAttribute(SEEN, visit);
    return visit;
  }

  /// The people of a demo are called in the reader's language.
  private static Viewer played(Viewer viewer, Shelf shelf) {
    for (Troupe troupe : List.of(Troupe.XA, Troupe.XB, Troupe.SECRETARIAT)) {
      for (Troupe.Member member : troupe.members()) {
        if (member.name().equals(viewer.name())) {
          String who = shelf.words().say("page.try.who." + member.login());
          return new Viewer(viewer.actor(), who, viewer.zone());
        }
      }
    }
    return viewer;
  }

  private static Csrf csrf(HttpServletRequest request) {
    return !Programs.ask(request)
            && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? new Csrf(token.getParameterName(), token.getToken())
        : new Csrf("_csrf", "");
  }

  /// Where a change of language comes back to: the page itself; the first page where it was the
  /// answer to a form or an error.
  private static String here(HttpServletRequest request) {
    boolean page =
        request.getMethod().equals("GET")
            && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null;
    if (!page) {
      return "/";
    }
    @Nullable String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }
}
