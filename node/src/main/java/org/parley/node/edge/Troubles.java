package org.parley.node.edge;

import jakarta.servlet.http.HttpServletRequest;
import org.parley.node.programs.ProblemDocument;
import org.parley.node.programs.ProblemDocument.RefusalException;
import org.parley.node.programs.Programs;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Visit;
import org.parley.node.web.Visits;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;

/// Answers where an operation could not.
@ControllerAdvice
final class Troubles {

  private final Errors errors;
  private final Visits visits;

  Troubles(Errors errors, Visits visits) {
    this.errors = errors;
    this.visits = visits;
  }

  @ExceptionHandler
  ResponseEntity<byte[]> handle(HttpServletRequest request, Exception thrown) {
    if (Programs.ask(request)) {
      return program(thrown);
    }
    Visit visit = visits.of(request);
    return switch (thrown) {
      case AbsentException _ -> errors.page(visit, 404);
      case ErrorResponse answer -> errors.page(visit, answer.getStatusCode().value());
      case TypeMismatchException _ -> errors.page(visit, 400);
      case MultipartException _ -> errors.page(visit, 413);
      default ->
          Errors.unread(thrown)
              .map(status -> errors.page(visit, status))
              .orElseGet(() -> errors.defect(visit, thrown));
    };
  }

  private ResponseEntity<byte[]> program(Exception thrown) {
    return switch (thrown) {
      case RefusalException refusal -> ProblemDocument.of(refusal.status(), refusal.issues());
      case AbsentException _ -> errors.document(404);
      case ErrorResponse answer -> errors.document(answer.getStatusCode().value());
      case TypeMismatchException _ -> errors.document(400);
      case MultipartException _ -> errors.document(400);
      default -> Errors.unread(thrown).map(errors::document).orElseGet(() -> errors.defect(thrown));
    };
  }
}
