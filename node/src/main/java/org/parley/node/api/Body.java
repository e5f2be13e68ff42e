package org.parley.node.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Octets;
import org.parley.node.edge.BodyLimit;
import org.parley.node.programs.ProblemDocument.RefusalException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// The body of a program's request: JSON, and no more of it read than may be, whatever the request
/// says of its length.
final class Body {

  private Body() {}

  static Octets of(HttpServletRequest request) {
    String type = request.getContentType();
    if (type == null || !isJson(type)) {
      throw refused(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          IssueCode.REQUEST_UNFIT,
          "the body is JSON",
          "send Content-Type: application/json");
    }
    try (InputStream in = request.getInputStream()) {
      byte[] bytes = in.readNBytes(BodyLimit.FORM + 1);
      if (bytes.length > BodyLimit.FORM) {
        throw refused(
            HttpStatus.CONTENT_TOO_LARGE,
            IssueCode.DOCUMENT_TOO_LARGE,
            "the body is larger than 1 MiB",
            "send less in one request");
      }
      return Octets.of(bytes);
    } catch (IOException fault) {
      throw new UncheckedIOException("the body broke off", fault);
    }
  }

  private static boolean isJson(String type) {
    try {
      return MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(type));
    } catch (org.springframework.http.InvalidMediaTypeException none) {
      return false;
    }
  }

  private static RefusalException refused(
      HttpStatus status, IssueCode code, String message, String remedy) {
    return new RefusalException(
        status, new Issue(code, Place.of("body"), message, Optional.of(remedy)));
  }
}
