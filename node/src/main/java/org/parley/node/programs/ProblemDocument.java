package org.parley.node.programs;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.core.issue.Issue;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// Says over the programming interface what cannot be taken, all problems at once: a problem
/// document after RFC 9457, with the codes of the one catalogue.
public final class ProblemDocument {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ProblemDocument() {}

  /// A problem document about these problems.
  public static ResponseEntity<byte[]> of(HttpStatus status, List<Issue> issues) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", status.getReasonPhrase());
    document.put("status", status.value());
    document.put("problems", issues.stream().map(ProblemDocument::problem).toList());
    return ResponseEntity.status(status)
        .headers(headers -> also(status, headers))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(JSON.writeValueAsString(document).getBytes(StandardCharsets.UTF_8));
  }

  /// What HTTP asks for beside a status.
  private static void also(HttpStatus status, HttpHeaders headers) {
    if (status == HttpStatus.UNAUTHORIZED || status == HttpStatus.FORBIDDEN) {
      headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Parley\"");
    } else if (status == HttpStatus.TOO_MANY_REQUESTS) {
      headers.set(HttpHeaders.RETRY_AFTER, "60");
    }
  }

  /// One problem as the document tells it.
  public static Map<String, Object> problem(Issue issue) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("code", issue.code().label());
    problem.put("place", issue.place().document());
    if (issue.place().line() > 0) {
      problem.put("line", issue.place().line());
      problem.put("column", issue.place().column());
    }
    problem.put("message", issue.message());
    issue.remedy().ifPresent(remedy -> problem.put("remedy", remedy));
    return problem;
  }

  /// What a program asked for is refused, and why.
  public static final class RefusalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient List<Issue> issues;

    public RefusalException(HttpStatus status, List<Issue> issues) {
      super("refused", null, false, false);
      this.status = status;
      this.issues = List.copyOf(issues);
    }

    public RefusalException(HttpStatus status, Issue issue) {
      this(status, List.of(issue));
    }

    public HttpStatus status() {
      return status;
    }

    public List<Issue> issues() {
      return issues;
    }
  }
}
