package org.parley.node.api;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.core.issue.Issue;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// Says over the programming interface what cannot be taken, all problems at once: a problem
/// document after RFC 9457, with the codes of the one catalogue.
final class Refusal {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Refusal() {}

  static ResponseEntity<byte[]> of(HttpStatus status, List<Issue> issues) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", status.getReasonPhrase());
    document.put("status", status.value());
    document.put("problems", issues.stream().map(Refusal::problem).toList());
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(JSON.writeValueAsString(document).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> problem(Issue issue) {
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
}
