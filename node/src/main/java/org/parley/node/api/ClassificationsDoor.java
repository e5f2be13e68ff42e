package org.parley.node.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.core.incident.Incident;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.desk.Classifiers;
import org.parley.desk.Intake;
import org.parley.node.programs.ProblemDocument;
import org.parley.node.web.Visit;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Classifies incidents that are sent, and keeps nothing of them.
@Controller
final class ClassificationsDoor {

  private static final int MOST_INCIDENTS = 1_000;

  private final Classifiers classifiers;

  ClassificationsDoor(Classifiers classifiers) {
    this.classifiers = classifiers;
  }

  /// @param request its body is an incident file, or VERIS records
  /// @param scale ids, or ids with editions; all where none is named
  /// @param day the deciding day to use, whatever the incident says
  /// @param changes whether to tell what single fact would change each result
  @PostMapping("/api/v1/classifications")
  ResponseEntity<byte[]> classify(
      Visit visit,
      HttpServletRequest request,
      @RequestParam(required = false, defaultValue = "") List<String> scale,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> day,
      @RequestParam(defaultValue = "false") boolean changes) {
    Grading grading = Grading.of(visit, classifiers, scale, day, changes);
    List<Issue> problems = new ArrayList<>(grading.problems());
    Intake intake =
        new Intake(visit.shelf().library(), Optional.empty(), Optional.empty(), Optional.empty());
    List<Checked<Incident>> records = intake.read(Body.of(request).toArray(), "incident.json");
    records.stream()
        .filter(Checked.Refused.class::isInstance)
        .forEach(refused -> problems.addAll(refused.issues()));
    if (records.size() > MOST_INCIDENTS) {
      problems.add(tooMany());
    }
    if (!problems.isEmpty()) {
      return ProblemDocument.of(HttpStatus.UNPROCESSABLE_CONTENT, problems);
    }
    String results =
        records.stream()
            .map(record -> grading.line((Checked.Sound<Incident>) record))
            .collect(Collectors.joining(",\n", "{\"results\":[", "]}\n"));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(results.getBytes(StandardCharsets.UTF_8));
  }

  private static Issue tooMany() {
    return new Issue(
        IssueCode.DOCUMENT_TOO_LARGE,
        Place.of("incident.json"),
        "there are more than %d incidents".formatted(MOST_INCIDENTS),
        Optional.of("send them in several requests"));
  }
}
