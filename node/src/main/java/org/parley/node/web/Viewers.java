package org.parley.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Finds who sent a request, if they are signed in.
@FunctionalInterface
public interface Viewers {

  Optional<Viewer> of(HttpServletRequest request);
}
