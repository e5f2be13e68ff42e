package org.parley.node.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.parley.node.programs.Programs;
import org.parley.node.web.Viewers;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses what says that it is too large, before a byte of it is read. What lies about its size
/// meets the server's own limit while it is read.
///
/// Files are held in memory while they are taken in, so that none of them lies on a disk unsealed.
/// So only who is signed in sends any; who is not gets the answer of a place that is not there.
public final class BodyLimit extends OncePerRequestFilter {

  /// The largest body of a form without files, in bytes.
  public static final int FORM = 1 << 20;

  /// The largest body with files, in bytes.
  public static final int FILES = 25 << 20;

  /// The most fields of one form; a message to all of 57 States' offices has some five hundred.
  public static final int FIELDS = 2_000;

  private final Viewers viewers;

  BodyLimit(Viewers viewers) {
    this.viewers = viewers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = request.getContentType();
    boolean files = type != null && type.startsWith("multipart/");
    // A program's token is looked at before its body; a page's mark against forgery is in the body.
    if (files && !Programs.ask(request) && viewers.of(request).isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (request.getContentLengthLong() > (files ? FILES : FORM)) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else {
      chain.doFilter(request, response);
    }
  }
}
