package org.parley.node.api;

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
import org.parley.desk.Assessment;
import org.parley.desk.Classifiers;
import org.parley.desk.Intake;
import org.parley.desk.ScaleChoice;
import org.parley.desk.Selection;
import org.parley.desk.Shelf;
import org.parley.desk.TypesFound;
import org.parley.node.web.Visit;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/// Classifies incidents that are sent, and keeps nothing of them.
@Controller
final class ClassificationsDoor {

  private static final int MOST_INCIDENTS = 1_000;

  private final Classifiers classifiers;

  ClassificationsDoor(Classifiers classifiers) {
    this.classifiers = classifiers;
  }

  /// @param body an incident file, or VERIS records
  /// @param scale ids, or ids with editions; all where none is named
  /// @param day the deciding day to use, whatever the incident says
  /// @param changes whether to tell what single fact would change each result
  @PostMapping("/api/v1/classifications")
  ResponseEntity<byte[]> classify(
      Visit visit,
      @RequestBody byte[] body,
      @RequestParam(required = false, defaultValue = "") List<String> scale,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> day,
      @RequestParam(defaultValue = "false") boolean changes) {
    Shelf shelf = visit.shelf();
    Selection selection = new Selection(classifiers, day, visit.now());
    List<Issue> problems = new ArrayList<>(choose(shelf, scale, day, selection));
    Intake intake =
        new Intake(shelf.library(), Optional.empty(), Optional.empty(), Optional.empty());
    List<Checked<Incident>> records = intake.read(body, "incident.json");
    records.stream()
        .filter(Checked.Refused.class::isInstance)
        .forEach(refused -> problems.addAll(refused.issues()));
    if (records.size() > MOST_INCIDENTS) {
      problems.add(tooMany());
    }
    if (!problems.isEmpty()) {
      return Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, problems);
    }
    String results =
        records.stream()
            .map(record -> line(shelf, selection, (Checked.Sound<Incident>) record, changes))
            .collect(Collectors.joining(",\n", "{\"results\":[", "]}\n"));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(results.getBytes(StandardCharsets.UTF_8));
  }

  /// Files are not named over the network, only scales.
  private static List<Issue> choose(
      Shelf shelf, List<String> names, Optional<LocalDate> day, Selection selection) {
    return new ScaleChoice(shelf.library())
        .chooseById(names, day, selection).issues().stream().filter(Issue::isError).toList();
  }

  private static String line(
      Shelf shelf, Selection selection, Checked.Sound<Incident> record, boolean changes) {
    Incident incident = record.value();
    return Assessment.of(incident, incident.latest(), selection, changes, record.issues())
        .json(new TypesFound(shelf).of(incident.latest()), shelf.library().catalogue());
  }

  private static Issue tooMany() {
    return new Issue(
        IssueCode.DOCUMENT_TOO_LARGE,
        Place.of("incident.json"),
        "there are more than %d incidents".formatted(MOST_INCIDENTS),
        Optional.of("send them in several requests"));
  }
}
