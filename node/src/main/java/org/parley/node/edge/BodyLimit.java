package org.parley.node.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses what says that it is too large, before a byte of it is read. What lies about its size
/// meets the server's own limit while it is read.
public final class BodyLimit extends OncePerRequestFilter {

  /// The largest body of a form without files, in bytes.
  public static final int FORM = 1 << 20;

  /// The largest body with files, in bytes.
  public static final int FILES = 25 << 20;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = request.getContentType();
    int most = type != null && type.startsWith("multipart/") ? FILES : FORM;
    if (request.getContentLengthLong() > most) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else {
      chain.doFilter(request, response);
    }
  }
}
