package org.parley.node.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.node.programs.ProblemDocument;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// The pages that say what went wrong, in words that give nothing away: what is forbidden and what
/// does not exist look the same.
public final class Errors {

  private static final Logger LOG = LoggerFactory.getLogger("parley");
  private static final int FRAMES = 12;
  private static final int NUMBER_BYTES = 4;

  private final Press press;
  private final RandomGenerator random = new SecureRandom();

  public Errors(Press press) {
    this.press = press;
  }

  /// Which status answers a request that the server cannot take apart: parameters beyond its limits
  /// or ill encoded, the name of a file with a character that no file has. Empty for anything else.
  static Optional<Integer> unread(Throwable thrown) {
    return switch (thrown) {
      case InvalidParameterException parameter -> Optional.of(parameter.getErrorCode());
      case InvalidFileNameException _ -> Optional.of(HttpStatus.BAD_REQUEST.value());
      default -> Optional.empty();
    };
  }

  ResponseEntity<byte[]> page(Visit visit, int status) {
    return page(visit, kind(status), "");
  }

  /// The same for a program.
  ResponseEntity<byte[]> document(int status) {
    Optional<HttpStatus> known = Optional.ofNullable(HttpStatus.resolve(status));
    return switch (kind(status)) {
      case ABSENT ->
          // A wrong method or an unknown path is no secret: both stand in the contract.
          ProblemDocument.of(
              status == 405 || status == 406 ? known.orElseThrow() : HttpStatus.NOT_FOUND,
              List.of(issue(IssueCode.NOT_THERE, "there is no such thing here, or not for you")));
      case TOO_LARGE ->
          ProblemDocument.of(
              HttpStatus.CONTENT_TOO_LARGE,
              List.of(
                  issue(
                      IssueCode.DOCUMENT_TOO_LARGE, "the body is larger than what is taken here")));
      case BAD, STALE, TOO_MANY ->
          ProblemDocument.of(
              known.orElse(HttpStatus.BAD_REQUEST),
              List.of(issue(IssueCode.REQUEST_UNFIT, "the request is not as the contract has it")));
      case DEFECT ->
          ProblemDocument.of(
              known.orElse(HttpStatus.INTERNAL_SERVER_ERROR),
              List.of(issue(IssueCode.PROGRAM_FAULT, "the node could not do this just now")));
    };
  }

  private static Issue issue(IssueCode code, String message) {
    return new Issue(code, Place.of("request"), message, Optional.empty());
  }

  /// Our own fault, told to a program.
  ResponseEntity<byte[]> defect(Throwable defect) {
    return ProblemDocument.of(
        HttpStatus.INTERNAL_SERVER_ERROR,
        List.of(
            issue(IssueCode.PROGRAM_FAULT, "a fault of the program, noted as " + note(defect))));
  }

  /// A form that came without the mark of our own pages, or with one grown old.
  ResponseEntity<byte[]> staleForm(Visit visit) {
    return page(visit, Kind.STALE, "");
  }

  /// Our own fault. The log gets what is needed to find it, and nothing of what was sent: neither
  /// address nor message.
  ResponseEntity<byte[]> defect(Visit visit, Throwable defect) {
    String number = note(defect);
    try {
      return page(visit, Kind.DEFECT, number);
    } catch (RuntimeException again) {
      note(again);
      return ResponseEntity.internalServerError()
          .contentType(MediaType.TEXT_PLAIN)
          .body((visit.words().say("page.error.defect.title") + " " + number).getBytes(UTF_8));
    }
  }

  /// Writes a defect down under a number that the visitor sees too.
  private String note(Throwable defect) {
    byte[] bytes = new byte[NUMBER_BYTES];
    random.nextBytes(bytes);
    String number = HexFormat.of().formatHex(bytes);
    StringBuilder trace = new StringBuilder();
    for (Throwable each = defect; each != null; each = each.getCause()) {
      trace.append("\n  ").append(each.getClass().getName());
      StackTraceElement[] frames = each.getStackTrace();
      for (int at = 0; at < Math.min(FRAMES, frames.length); at++) {
        trace.append("\n    at ").append(frames[at]);
      }
    }
    LOG.error("fault of the program {}{}", number, trace);
    return number;
  }

  private ResponseEntity<byte[]> page(Visit visit, Kind kind, String number) {
    String key = "page.error." + kind.word;
    return press.page(
        visit,
        kind.status,
        "web/error",
        visit.words().say(key + ".title"),
        Map.of("says", visit.words().say(key + ".says"), "number", number));
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 400, 411, 415, 422, 431 -> Kind.BAD;
      case 413 -> Kind.TOO_LARGE;
      case 401, 403, 404, 405, 406 -> Kind.ABSENT;
      case 429 -> Kind.TOO_MANY;
      default -> status < 500 ? Kind.BAD : Kind.DEFECT;
    };
  }

  private enum Kind {
    BAD("bad", HttpStatus.BAD_REQUEST),
    ABSENT("absent", HttpStatus.NOT_FOUND),
    TOO_LARGE("too-large", HttpStatus.CONTENT_TOO_LARGE),
    TOO_MANY("too-many", HttpStatus.TOO_MANY_REQUESTS),
    STALE("stale", HttpStatus.BAD_REQUEST),
    DEFECT("defect", HttpStatus.INTERNAL_SERVER_ERROR);

    private final String word;
    private final HttpStatus status;

    Kind(String word, HttpStatus status) {
      this.word = word;
      this.status = status;
    }
  }
}
