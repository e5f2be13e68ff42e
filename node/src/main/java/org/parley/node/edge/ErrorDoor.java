package org.parley.node.edge;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.parley.node.programs.Programs;
import org.parley.node.web.Visit;
import org.parley.node.web.Visits;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Answers what the server refused before any operation was reached.
@Controller
final class ErrorDoor implements ErrorController {

  /// Set on a request whose form was not one of ours, or too old.
  static final String STALE = ErrorDoor.class.getName() + ".stale";

  private final Errors errors;
  private final Visits visits;

  ErrorDoor(Errors errors, Visits visits) {
    this.errors = errors;
    this.visits = visits;
  }

  @RequestMapping("/error")
  ResponseEntity<byte[]> error(HttpServletRequest request) {
    if (Programs.ask(request)) {
      return program(request);
    }
    Visit visit = visits.of(request);
    if (request.getAttribute(STALE) != null) {
      return errors.staleForm(visit);
    }
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
      return Errors.unread(thrown)
          .map(status -> errors.page(visit, status))
          .orElseGet(() -> errors.defect(visit, thrown));
    }
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? errors.page(visit, status)
        : errors.page(visit, 404);
  }

  private ResponseEntity<byte[]> program(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
      return Errors.unread(thrown).map(errors::document).orElseGet(() -> errors.defect(thrown));
    }
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? errors.document(status)
        : errors.document(404);
  }
}
